"""The whole way with the real engine: whoever the private person is, what is published is the same."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from graph.output.checking import check_output
from graph.pipeline import Settings, build

TEXTS = {
    "en": """# The story of {full}

The Lantern project is implemented by the Casa Aperta Association and funded by the Kredo Foundation.

“I found work,” says {full}, 27, a tailor from Syria. Thanks to the Lantern project, {first} learned English in Malta.

Ruth Ellingham, Minister for Social Inclusion, said that the Lantern project is funded by AMIF. Write to {mail}@example.org.
""",
    "it": """# La storia di {full}

Il progetto LANTERNA è realizzato dall'Associazione Casa Aperta e finanziato dalla Fondazione Kredo.

«Ho trovato lavoro», racconta {full}, 27 anni. Con {first} il progetto LANTERNA ha aiutato i rifugiati in Italia.
""",
    "de": """# Die Geschichte von {full}

Das Projekt LATERNE wird vom Verein Offenes Haus durchgeführt und von der Kredo-Stiftung gefördert.

„Ich habe Arbeit gefunden“, erzählt {full} (27). Mit {first} half das Projekt LATERNE Flüchtlingen in Österreich.
""",
}
SAME = ["Amir Solak", "Zara Molin", "Ївга Марко"]  # of one length
OTHER = ["Tesfalem Gebreyesus", "Li Wu", "فاطمة الزهراء", "Ștefania-Ioana Ţurcanu"]


def published(tmp_path: Path, name: str) -> dict[str, str]:
    """What a build shows of the texts with this name in them."""
    place = tmp_path / re.sub(r"\W", "_", name)
    (place / "in").mkdir(parents=True)
    first = name.split()[0]
    for code, text in TEXTS.items():
        shown = text.format(full=name, first=first, mail=".".join(name.split()))
        (place / "in" / f"{code}-{name.replace(' ', '-')}.md").write_text(shown, "utf-8")
    result = build([place / "in"], place / "out", settings=Settings(workers=1, reuse=False))
    assert result.failed == () and check_output(place / "out").problems == ()
    found = {p.name: p.read_text("utf-8") for p in (place / "out").iterdir() if p.suffix in (".ttl", ".trig", ".json")}
    del found["manifest.json"]
    for file, content in found.items():
        words = re.findall(r"\w{3,}", name)
        assert not any(word.casefold() in content.casefold() for word in words), (file, name)
    return found


def without_places(trig: str) -> list[str]:
    """A dataset's lines without offsets and without what is made of these."""
    shown = re.sub(r"(?:statement:|/statement/)\w+(?:/quote/\d+)?|oa:(?:start|end) \d+ ?;?|ig:digest \"\w+\"", "", trig)
    return sorted(line.strip(" ;.") for line in shown.splitlines())


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return published(tmp_path_factory.mktemp("first"), SAME[0])


def test_what_is_published_says_enough(first: dict[str, str]) -> None:
    assert {"Lantern", "Kredo Foundation", "Casa Aperta"} <= set(
        re.findall(r"Lantern|Kredo Foundation|Casa Aperta", first["graph.ttl"])
    )
    assert "Ruth Ellingham" in first["graph.trig"] and first["graph.ttl"].count("ig:implementedBy") >= 3


@pytest.mark.parametrize("name", SAME[1:])
def test_another_name_of_the_same_length(tmp_path: Path, first: dict[str, str], name: str) -> None:
    assert published(tmp_path, name) == first


@pytest.mark.parametrize("name", OTHER)
def test_another_name_of_another_length(tmp_path: Path, first: dict[str, str], name: str) -> None:
    other = published(tmp_path, name)
    assert other["graph.ttl"] == first["graph.ttl"] and other["vocabulary.ttl"] == first["vocabulary.ttl"]
    assert without_places(other["graph.trig"]) == without_places(first["graph.trig"])
