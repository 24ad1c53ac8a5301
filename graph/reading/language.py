"""Which language a document is in, among those that have a lexicon."""

from __future__ import annotations

import base64
import hashlib
import sys
import zlib
from array import array
from collections.abc import Iterable
from functools import cache
from importlib import metadata, resources
from typing import Any

from graph.model import Block
from graph.reading.walker import Walker
from ontology import kept

_EU = "bg cs da de el en es et fi fr ga hr hu it lt lv mt nl pl pt ro sk sl sv".split()


@cache
def readable_languages() -> tuple[str, ...]:
    """The languages with a file in `ontology/lexicon`; all official languages of the EU while there is none."""
    try:
        folder = resources.files("ontology").joinpath("lexicon")
        found = sorted(item.name.removesuffix(".toml") for item in folder.iterdir() if item.name.endswith(".toml"))
    except (ModuleNotFoundError, FileNotFoundError, NotADirectoryError):
        found = []
    return tuple(found) or tuple(_EU)


@cache
def _identifier(languages: tuple[str, ...]) -> Any:
    """The identifier of these languages: of the model as it was kept, else of the model that comes with py3langid."""
    parts = hashlib.sha256(f"{metadata.version('py3langid')} {languages} {sys.byteorder}".encode()).hexdigest()
    found = kept.recall("identifier", parts, _from_data)
    if found is None:
        found = _from_package(languages)
        kept.keep("identifier", parts, _to_data(found))
    return found


def _from_package(languages: tuple[str, ...]) -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    known = set(identifier.nb_classes)
    identifier.set_languages([language for language in languages if language in known])
    return identifier


def _to_data(identifier: Any) -> list[Any]:
    """What an identifier knows of its languages. The package's own file takes half a second to unpack."""
    return [
        _packed(identifier.nb_ptc.tobytes()),
        str(identifier.nb_ptc.dtype),
        _packed(identifier.nb_pc.tobytes()),
        str(identifier.nb_pc.dtype),
        identifier.nb_classes,
        [_packed(identifier.tk_nextmove.tobytes()), identifier.tk_nextmove.typecode],
        [_packed(identifier.tk_row.tobytes()), identifier.tk_row.typecode],
        list(identifier.tk_output),
    ]


def _from_data(data: Any) -> Any:
    import numpy
    from py3langid.langid import LanguageIdentifier

    ptc, ptc_type, pc, pc_type, classes, moves, rows, output = data
    table = numpy.frombuffer(_unpacked(ptc), ptc_type).reshape(-1, len(classes))
    weights = numpy.frombuffer(_unpacked(pc), pc_type)
    if len(weights) != len(classes):
        raise ValueError("no weight for each language")
    return LanguageIdentifier(table, weights, classes, _array(*moves), output, tk_row=_array(*rows))


def _packed(data: bytes) -> str:
    return base64.b64encode(zlib.compress(data, 1)).decode("ascii")


def _unpacked(text: str) -> bytes:
    try:
        return zlib.decompress(base64.b64decode(text))
    except zlib.error as error:
        raise ValueError(str(error)) from error


def _array(text: str, kind: str) -> array[int]:
    found: array[int] = array(kind)
    found.frombytes(_unpacked(text))
    return found


@cache
def _walker(languages: tuple[str, ...]) -> Walker:
    return Walker(_identifier(languages))


def warm_up() -> None:
    """Load the model, so that no document has to wait for it."""
    _walker(readable_languages())


def language_of(text: str, blocks: Iterable[Block], stated: str | None = None) -> str:
    """The language that the document states, unless its prose plainly is in another one that we read."""
    languages = readable_languages()
    kinds = ("prose", "item", "heading", "title")
    prose = " ".join(text[block.span.start : block.span.end] for block in blocks if block.kind in kinds)[:6000]
    if len(prose) < 40:
        prose = text[:6000]
    if stated in languages and len(prose) < 200:
        return str(stated)
    guess = _walker(languages).guess(prose)
    if stated in languages and stated != guess and not _clear(prose):
        return str(stated)
    return guess


def _clear(prose: str) -> bool:
    """Whether there is enough text to overrule a page that states a language (templates often state the wrong one)."""
    return len(prose.split()) >= 60
