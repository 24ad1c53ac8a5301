"""What a build needs of a reading while the reading itself stays packed: a few names and numbers, and its entities."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from graph.identity.signatures import signatures_of
from graph.model import Reading
from graph.privacy.masking import Mask
from graph.privacy.people import private_names, public_people

Json = Any


@dataclass(frozen=True, slots=True)
class Gist:
    """What is known of one reading.

    `about` are language, format, encoding, how many characters, blocks and statements it has, and the notes of its
    reader; `names` the private names in it, `private` where they stand; `people` the folded names of people in a public
    role; `shown` its source's name without what it alone keeps private; `entities` have a key and a signature.
    """

    about: tuple[str, str, str, int, int, int]
    notes: tuple[str, ...]
    names: tuple[str, ...]
    people: tuple[tuple[str, ...], ...]
    private: tuple[tuple[int, int], ...]
    shown: str
    entities: tuple[tuple[str, str], ...]

    def as_json(self) -> Json:
        """The gist as plain data."""
        return [self.about, self.notes, self.names, self.people, self.private, self.shown, self.entities]


def gist_of(reading: Reading, notes: Sequence[str]) -> Gist:
    """The gist of a reading, with the notes of its reader."""
    document = reading.document
    return Gist(
        (
            document.language,
            document.format,
            document.encoding,
            len(document.text),
            len(document.blocks),
            len(reading.statements),
        ),
        tuple(notes),
        private_names(reading),
        tuple(sorted(public_people(reading))),
        tuple((span.start, span.end) for span in reading.private),
        Mask.of([reading]).source_name(document.source),
        tuple(signatures_of(reading)),
    )


def gist_from_json(data: Json) -> Gist:
    """The gist of plain data that a worker has sent."""
    about, notes, names, people, private, shown, entities = data
    language, form, encoding, *numbers = about
    characters, blocks, statements = map(int, numbers)
    return Gist(
        (str(language), str(form), str(encoding), characters, blocks, statements),
        tuple(map(str, notes)),
        tuple(map(str, names)),
        tuple(tuple(map(str, row)) for row in people),
        tuple((int(start), int(end)) for start, end in private),
        str(shown),
        tuple((str(key), str(signature)) for key, signature in entities),
    )
