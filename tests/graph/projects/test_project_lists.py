"""Lists of projects below a heading that says so: items, paragraphs, sections, each with its own facts."""
from __future__ import annotations

import pytest

from graph.extraction import extract
from graph.model import Reading
from graph.reading import read_bytes
from tests.small_documents import facts

PAID = [
    ("en", "Our projects\n\n- Open Hearth: English lessons for refugees in Leeds, funded by the Robertson Trust\n"
     "- Safe Start: support for unaccompanied children, funded by the Omnia Trust", {"Open Hearth": "Robertson Trust", "Safe Start": "Omnia Trust"}),
    ("es", "Proyectos en marcha\n\n- Puentes. Acompañamiento a familias refugiadas en Sevilla. Financia: Fundación Omnia.\n"
     "- Aula Abierta. Clases de español en Cádiz. Financia: Junta de Andalucía.", {"Puentes": "Fundación Omnia", "Aula Abierta": "Junta de Andalucía"}),
    ("fr", "Nos projets\n\n- Passerelles : accompagnement des réfugiés vers l'emploi, financé par la Fondation Omnia\n"
     "- Un toit pour tous : hébergement de familles, financé par la Ville de Brest", {"Passerelles": "Fondation Omnia", "Un toit pour tous": "Ville de Brest"}),
    ("it", "# I nostri progetti\n\n**Radici** – Orientamento al lavoro per rifugiati, finanziato dalla Fondazione Omnia.\n\n"
     "**Ali** – Corsi di italiano per donne migranti, finanziati dal FAMI.", {"Radici": "Fondazione Omnia", "Ali": "FAMI"}),
    ("de", "# Projekte\n\n## Sprachbrücke\n\nDeutschkurse für geflüchtete Mütter. Gefördert durch die Omnia Stiftung.\n\n"
     "## Werkstatt der Kulturen\n\nFahrradwerkstatt in Dresden. Gefördert vom Land Sachsen.",
     {"Sprachbrücke": "Omnia Stiftung", "Werkstatt der Kulturen": "Land Sachsen"}),
    ("pl", "Realizowane projekty:\n\n- „Dom na start” – mieszkania dla uchodźców, finansowany przez Fundację Omnia;\n"
     "- „Pierwsze kroki” – kursy języka polskiego, finansowany z FAMI.", {"Dom na start": "Fundacja Omnia", "Pierwsze kroki": "FAMI"}),
]


def page(text: str) -> Reading:
    return extract(read_bytes(text.encode(), "a.md", "text/markdown"))


@pytest.mark.parametrize(("language", "text", "paid"), PAID)
def test_each_item_is_a_project_with_its_own_facts(language: str, text: str, paid: dict[str, str]) -> None:
    reading = page(text)
    assert reading.document.language == language
    assert {s: o for s, _, o in facts(reading, "fundedBy")} == paid


NONE = [
    "Our projects\n\n- Leeds City Council: rooms for refugees and their children\n- Omnia Foundation: lunches for refugees on Mondays",
    "Our projects\n\n- Who: refugees and migrants in Leeds and York\n- Partners: Leeds City Council and Omnia Aid",
    "# Projects\n\n## Contact\n\nWrite to us at any time.\n\n## About us\n\nWe are a charity for refugees.",
    "# News\n\n- Open Hearth: English lessons for refugees in Leeds, funded by the Robertson Trust\n- Rain: the picnic for refugees was moved to July",
]


@pytest.mark.parametrize("text", NONE)
def test_other_lists_name_no_projects(text: str) -> None:
    names = {n.text for e in page(text).entities if e.kind == "Project" for n in e.names}
    assert not names & {"Leeds City Council", "Omnia Foundation", "Who", "Partners", "Contact", "About us", "Rain"}


def test_years_are_no_part_of_a_heading_s_name() -> None:
    reading = page("# Projects\n\n## Open Hearth (2019–2021)\n\nLessons for refugees.\n\n## Safe Start (2022–2024)\n\nSupport for refugee children.")
    assert {s for s, _, _ in facts(reading, "targets")} == {"Open Hearth", "Safe Start"}
