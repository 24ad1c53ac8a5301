"""People who are served stay unnamed, however they are spelt and wherever they turn up; officials are named."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import Any

import pytest

from graph.model import Block, Document, Entity, Name, Reading, Span
from graph.output.checking import check_output
from graph.pipeline import Settings, build
from graph.privacy.masking import MASK, Mask
from graph.privacy.people import guarded
from graph.privacy.spelling import Names
from tests.graph.made_files import docx, paragraph, pdf

# Scripts: Latin, Latin with marks, Cyrillic, Greek, Arabic, Hebrew, Armenian, Georgian, Devanagari, Ethiopic, Tamil, Han, Hangul, Thai.
CANARIES = [
    "Jon Smolny",
    "Łucja Żak-Wójcik",
    "Иван Петров",
    "Ελένη Νίκου",
    "محمد الأحمد",
    "דוד לוי",
    "Արամ Հակոբյան",
    "ნინო ბერიძე",
    "मोहन शर्मा",
    "ኣበበ ተስፋዬ",
    "குமார் செல்வி",
    "李伟 王芳",
    "김민준 이서연",
    "สมชาย ใจดี",
]
SPELLINGS = {
    "as it is": lambda name: name,
    "capitals": str.upper,
    "decomposed": lambda name: unicodedata.normalize("NFD", name),
    "over a line": lambda name: name.replace(" ", "\n"),
    "wide space": lambda name: name.replace(" ", "\u00a0 "),
    "soft hyphen": lambda name: name[:2] + "\u00ad" + name[2:],
    "zero width": lambda name: name[:2] + "\u200b" + name[2:],
    "direction marks": lambda name: f"\u200f{name}\u200e".replace(" ", "\u200f "),
    "surname first": lambda name: ", ".join(reversed(name.split(" "))),
    "file name": lambda name: name.replace(" ", "_").lower(),
    "address": lambda name: name.replace(" ", "-").lower(),
}


def reading_of(
    text: str, private: str = "", language: str = "en", entities: tuple[Entity, ...] = (), source: str = "a.txt"
) -> Reading:
    document = Document(source, "0" * 64, text, language, (Block("prose", Span(0, len(text))),))
    at = text.find(private) if private else -1
    spans = (Span(at, at + len(private)),) if at >= 0 else ()
    return guarded(Reading(document, entities, (), spans))


def shown(reading: Reading) -> str:
    return Mask.of([reading]).quote(reading, Span(0, len(reading.document.text)))


@pytest.mark.parametrize("name", CANARIES)
@pytest.mark.parametrize("spelling", list(SPELLINGS))
def test_a_private_name_is_found_in_every_spelling(name: str, spelling: str) -> None:
    other = SPELLINGS[spelling](name)
    quote = shown(reading_of(f"We met {name} there. Later {other} came back.", name))
    assert name not in quote and other not in quote and quote.count(MASK) >= 2, quote


@pytest.mark.parametrize("name", CANARIES)
def test_no_file_of_a_build_shows_a_private_name(tmp_path: Path, fakes: dict[str, Any], name: str) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    text = (
        f"# Story of {name}\n\nThis is secret:{name}. Lantern fundedBy {name}. For {name}, Lantern hasPartner Casa.\n"
    )
    (folder / f"{name.replace(' ', '_')}.txt").write_text(text, "utf-8")
    (folder / "b.docx").write_bytes(
        docx(paragraph(f"Titled {name}", "Titel") + paragraph(f"secret:{name}. Beacon hasPartner Casa."))
    )
    if name.isascii():
        (folder / "c.pdf").write_bytes(
            pdf([[(10, 700, f"secret:{name}. Beacon hasPartner Casa.")]], title=f"Life of {name}")
        )
    told: list[str] = []
    result = build([folder], tmp_path / "out", progress=lambda source, *_: told.append(source), **fakes)
    spellings = {make(name).casefold() for make in SPELLINGS.values()}
    public = [path.read_text("utf-8") for path in sorted((tmp_path / "out").iterdir()) if path.is_file()]
    for content in [*public, *told, *(outcome.source for outcome in result.outcomes)]:
        assert not any(spelling in content.casefold() for spelling in spellings)
    assert check_output(tmp_path / "out").problems == () and check_output(tmp_path / "out").private > 0


def test_one_private_name_for_another_changes_nothing_public(tmp_path: Path, fakes: dict[str, Any]) -> None:
    trees = []
    for number, name in enumerate(["Jon Smolny", "Ana Carver", "Zoe Wilder"]):
        folder = tmp_path / f"in{number}"
        folder.mkdir()
        (folder / f"story-{name.replace(' ', '-')}.txt").write_text(
            f"secret:{name} smiled. With {name.split()[1]}, Lantern hasPartner Casa."
        )
        (folder / "other.txt").write_text(f"Beacon fundedBy Kredo. No one knows {name}.")
        out = tmp_path / f"out{number}"
        build([folder], out, **fakes)
        trees.append({p.name: p.read_bytes() for p in out.iterdir() if p.is_file() and p.name != "manifest.json"})
    assert trees[0] == trees[1] == trees[2] and b"hasPartner" in trees[0]["graph.ttl"]


def test_withheld_quotes(tmp_path: Path, fakes: dict[str, Any]) -> None:
    (tmp_path / "a.txt").write_text("Lantern fundedBy Kredo. Lantern began in 2020.")
    build([tmp_path / "a.txt"], tmp_path / "out", settings=Settings(redact_quotes=True), **fakes)
    trig = (tmp_path / "out" / "graph.trig").read_text("utf-8")
    assert "Lantern fundedBy Kredo" not in trig and trig.count(MASK) == 2 and "oa:start" in trig
    assert check_output(tmp_path / "out").problems == ()


def test_parts_of_a_name_and_its_endings_are_hidden_in_its_document() -> None:
    text = (
        "Jana Kowalska came in 2019. Kowalska learned fast. We helped Jana and Kowalskiej; janitors helped, in Kowalów."
    )
    assert (
        shown(reading_of(text, "Jana Kowalska"))
        == f"{MASK} came in 2019. {MASK} learned fast. We helped {MASK} and {MASK}; janitors helped, in Kowalów."
    )


def test_bodies_that_bear_a_name_stay() -> None:
    body = Entity("o", "Organisation", (Name("Casa Maria", "en"),))
    text = "Maria Silva lives in Casa Maria. Maria likes it."
    assert shown(reading_of(text, "Maria Silva", entities=(body,))) == f"{MASK} lives in Casa Maria. {MASK} likes it."


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "My name is Tzeno Marwick and I came by sea.", "Tzeno Marwick"),
        ("en", "Then Mrs Marwick spoke.", "Marwick"),
        ("en", "We spoke with Tzeno, 34, from Syria.", "Tzeno"),
        ("en", "Tzeno Marwick (27) arrived last year.", "Tzeno Marwick"),
        ("it", "Mi chiamo Tzeno Marwick e vengo da lontano.", "Tzeno Marwick"),
        ("de", "Ich heiße Tzeno Marwick.", "Tzeno Marwick"),
        ("fr", "Je m'appelle Tzeno Marwick.", "Tzeno Marwick"),
        ("pl", "Nazywam się Tzeno Marwick.", "Tzeno Marwick"),
        ("en", "She wrote علي حسن on the wall.", "علي حسن"),
        ("en", "She wrote 王小明 on the wall.", "王小明"),
        ("bg", "Казвам се Петър Хинов и живея тук.", "Петър Хинов"),
        ("it", "Scrisse Иван Петров sul muro.", "Иван Петров"),
    ],
)
def test_names_that_no_list_knows(language: str, text: str, name: str) -> None:
    assert shown(reading_of(text, language=language)) == text.replace(name, MASK)


@pytest.mark.parametrize(
    "text",
    [
        "The conference was held in Rome on May, 15, 2020.",
        "According to Article 5, 12, and 14 of the Treaty.",
        "The project is called Lantern.",
        "Do not miss European Week, 500 m. Rome is near.",
        "Little Italy and the Pan-European network.",
        "The coefficient is β and the angle α.",
        "The 3ª edición of the 1º congress took 3½ days, 200 m² and 5 µm.",
    ],
)
def test_what_is_no_name_stays(text: str) -> None:
    assert shown(reading_of(text)) == text


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Write to amir.k@example.org or call +43 660 123 45 67.", False),
        ("Write to tesfalem84@mail.example.com.", False),
        ("Write to info@example.org, office@example.org or casa@example.org.", True),
        ("The grant of +12 million is from 2020-2023.", True),
    ],
)
def test_addresses_of_people_are_hidden(text: str, kept: bool) -> None:
    body = Entity("o", "Organisation", (Name("Casa Aperta", "en"),))
    seen = shown(reading_of(text, entities=(body,)))
    assert seen == text if kept else not any(part in seen for part in ("amir", "660", "tesfalem", "@"))


def test_an_official_is_public_in_the_whole_document() -> None:
    text = "Anna Nowak, project manager at Casa, spoke. Anna Nowak thanked all. Jana Kowalska came. Nowak left."
    reading = guarded(
        Reading(
            Document("a.txt", "0" * 64, text, "en", (Block("prose", Span(0, len(text))),)),
            (),
            (),
            (Span(44, 54), Span(68, 81)),
        )
    )
    assert shown(reading) == text.replace("Jana Kowalska", MASK)


def test_who_is_public_in_one_document_is_not_hidden_in_it_by_another() -> None:
    person = Entity("p", "Person", (Name("Anna Nowak"),))
    first = reading_of("Anna Nowak, the mayor, spoke.", entities=(person,))
    second = reading_of("Anna Nowak came by sea.", "Anna Nowak", source="b.txt")
    mask = Mask.of([first, second])
    assert mask.quote(first, Span(0, 29)) == "Anna Nowak, the mayor, spoke."
    assert MASK not in mask.hide("Anna Nowak") and MASK in mask.hide("Anna Nowak", "b.txt")


def test_what_the_vocabulary_knows_is_no_secret() -> None:
    reading = reading_of("Greece is Ελλάδα; he is Νίκος Παππάς.")
    assert not Mask.of([reading]).denies("Ελλάδα") and Mask.of([reading]).denies("Νίκος Παππάς")


def test_names_inside_longer_words_are_left_alone() -> None:
    assert Names(["Ann Lee"]).spans("Annual leeway; Ann Leeds; ann  LEE!") == [Span(26, 34)]


STORY = """# Lantern

Lantern is a project that helps refugees in Malta. It is implemented by the Casa Aperta Association.

Ana Carver, project manager at the Casa Aperta Association, says that the Lantern project is funded by the Kredo Foundation.

With Jon Smolny, a refugee from Syria, the Lantern project is implemented by the Harbour Association. Smolny learned Maltese.
"""


def test_the_whole_way_with_the_real_engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.extraction.given_names", lambda: frozenset({"ana", "jon"}))
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "jon-smolny.md").write_text(STORY)
    result = build([tmp_path / "in"], tmp_path / "out", settings=Settings(workers=1, reuse=False))
    trig = (tmp_path / "out" / "graph.trig").read_text("utf-8")
    assert result.failed == () and "Ana Carver, project manager" in trig
    assert "smolny" not in trig.casefold() and f"With {MASK}, a refugee from Syria" in trig
    assert "smolny" not in (tmp_path / "out" / "report.json").read_text("utf-8").casefold()
    assert check_output(tmp_path / "out").problems == ()


@pytest.mark.parametrize(
    ("name", "inside"),
    [
        ("Jon Smolny", " Jon Smolny "),
        ("Jon Smolny", " Smolny, Jon "),
        ("Jon Smolny", " JON-\nSMOLNY "),
        ("Jon Smolny", " Jo-\nn Smolny "),
        ("Jon Smolny", " jonsmolny@example.org "),
        ("Jon Smolny", " Xjon Smolny "),
        ("Jon Smolny", " Jon Smol "),
        ("Jon Smolny", " Jon of the village Smolny "),
    ],
)
def test_a_long_text_holds_a_name_where_a_short_one_does(name: str, inside: str) -> None:
    names = Names([name, "Smolny Verein", "Anna Jon"])
    filling = "Jon walks. Smolny is a place; 12-\nmonth courses for Anna and all. " * 600
    assert names.holds(filling) is False and len(filling) > 30_000
    long = filling + filling + inside + "or so. " + filling
    assert names.holds(long) is bool(names.spans(inside)) is bool(names.spans(long))
