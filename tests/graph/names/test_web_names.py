"""Names in the form of a web address."""
from __future__ import annotations

import pytest

from tests.small_documents import facts, read

RUN = [
    ("en", "The Kredo Foundation runs the project OpenPort.org for refugees.", "OpenPort.org", "Kredo Foundation"),
    ("en", "The LANTERN project is run by Harbourhelp.com and helps refugees.", "LANTERN", "Harbourhelp.com"),
    ("it", "La Fondazione Kredo ha sviluppato nel 2016 il progetto PortoAperto.info.", "PortoAperto.info", "Fondazione Kredo"),
    ("es", "El proyecto FAROL lo ejecuta Puertoabierto.com, una empresa social.", "FAROL", "Puertoabierto.com"),
    ("de", "Das Projekt LATERNE wird von Hafenhilfe.de durchgeführt.", "LATERNE", "Hafenhilfe.de"),
]


@pytest.mark.parametrize(("language", "text", "project", "body"), RUN)
def test_a_host_with_a_capital_may_be_a_name(language: str, text: str, project: str, body: str) -> None:
    assert (project, "implementedBy", body) in facts(read(text, language), "implementedBy")


@pytest.mark.parametrize("text", [
    "The LANTERN project is run by the Kredo Foundation (Kredo.org) and helps refugees.",
    "The LANTERN project is run by the Kredo Foundation. Address: Kredo.org",
    "The LANTERN project is run by the Kredo Foundation; its website is Kredo.org.",
    "The LANTERN project is run by kredo.org and helps refugees.",
])
def test_an_address_is_no_name(text: str) -> None:
    found = {o for _, _, o in facts(read(text, "en"), "implementedBy")}
    assert not {name for name in found if name.lower() == "kredo.org"}
