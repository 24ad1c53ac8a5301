"""Labels that are half a sentence: "The partners are: …" on a line of its own."""
from __future__ import annotations

from pathlib import Path

import pytest

from graph.extraction import extract
from graph.reading import read
from tests.small_documents import facts


@pytest.mark.parametrize(("about", "line"), [
    ("The LANTERN project is funded by AMIF and helps refugees in the towns.", "The partners are: Kredo Foundation, Ireland; Omnia Studio, Odense, Denmark; Harbour Lab, Amsterdam."),
    ("Il progetto LANTERN è finanziato dal FAMI e aiuta i rifugiati nelle città.", "I partner del progetto sono: Associazione Kredo, Cooperativa Omnia e Comune di Novara."),
    ("Le projet LANTERN est financé par le FAMI et aide les réfugiés dans les villes.", "Les partenaires du projet sont : Association Kredo, Fondation Omnia et Ville de Lyon."),
    ("El proyecto LANTERN está financiado por el FAMI y ayuda a los refugiados.", "Los socios del proyecto son: Asociación Kredo, Fundación Omnia y Ayuntamiento de Lugo."),
    ("Das Projekt LANTERN wird vom AMIF gefördert und unterstützt Geflüchtete in Städten.", "Projektpartner sind: Kredo Stiftung, Verein Omnia und Stadt Linz.")])
def test_what_follows_are_the_partners(tmp_path: Path, about: str, line: str) -> None:
    (tmp_path / "page.txt").write_text(f"LANTERN\n\n{about}\n\n{line}\n", "utf-8")
    found = facts(extract(read(tmp_path / "page.txt", "page.txt")), "hasPartner")
    assert len(found) == 3 and {s for s, _, _ in found} == {"LANTERN"}
