"""Grants from the transactions of IATI files of versions 1.04, 2.01 and 2.03."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.extraction import extract
from graph.model import Grant
from graph.reading import read

HEAD = (
    '<iati-activity default-currency="EUR" xml:lang="en"><iati-identifier>XM-TEST-9-LANTERN</iati-identifier>'
    '<reporting-org ref="{reporter}"><narrative>{name}</narrative></reporting-org>'
    "<title><narrative>Lantern courses for refugees</narrative></title>"
    '<participating-org role="1" ref="XM-TEST-9"><narrative>Omnia Agency</narrative></participating-org>'
    '<participating-org role="4" ref="XM-TEST-1"><narrative>Kredo Foundation</narrative></participating-org>'
)
OMNIA = HEAD.format(reporter="XM-TEST-9", name="Omnia Agency")
KREDO = HEAD.format(reporter="XM-TEST-1", name="Kredo Foundation")


def paid(code: str, value: str, provider: str = "", receiver: str = "") -> str:
    """One transaction of version 2."""
    return (
        f'<transaction><transaction-type code="{code}"/><transaction-date iso-date="2019-01-05"/>'
        f'<value value-date="2019-01-05">{value}</value>{provider}{receiver}</transaction>'
    )


def file(version: str, body: str) -> str:
    """A file of one activity."""
    return f'<iati-activities version="{version}">{body}</iati-activity></iati-activities>'


def grants(path: Path, text: str) -> set[str]:
    """The grants of a file: who gives how much to whom."""
    path.write_text(text, "utf-8")
    reading = extract(read(path, path.name))
    names = {e.key: e.names[0].text for e in reading.entities if e.names}
    return {
        f"{names[v.funder]}: {v.text} {v.currency} → {names.get(v.recipient, '-')}"
        for v in (s.object for s in reading.statements)
        if isinstance(v, Grant)
    }


PROVIDER = '<provider-org ref="XM-TEST-9"/>'
NAMED = '<provider-org ref="XM-TEST-9"><narrative>Omnia Agency</narrative></provider-org>'
RECEIVER = '<receiver-org ref="XM-TEST-1"><narrative>Kredo Foundation</narrative></receiver-org>'
OTHER = "<receiver-org><narrative>Harbour Lights Association</narrative></receiver-org>"


@pytest.mark.parametrize("version", ["2.01", "2.03"])
def test_what_comes_in_is_the_funders_and_promises_go_before_payments(tmp_path: Path, version: str) -> None:
    told = paid("11", "250000", PROVIDER, RECEIVER) + paid("11", "50000", NAMED) + paid("1", "90000", PROVIDER)
    passed_on = paid("2", "80000", "", OTHER)
    found = grants(tmp_path / "a.xml", file(version, KREDO + told + passed_on))
    assert found == {"Omnia Agency: 300000 EUR → Kredo Foundation"}


def test_corrections_are_taken_off_what_the_reporting_funder_commits(tmp_path: Path) -> None:
    told = paid("2", "250,000.50", "", RECEIVER) + paid("2", "-50000", "", RECEIVER) + paid("3", "80000", "", RECEIVER)
    found = grants(tmp_path / "a.xml", file("2.01", OMNIA + told))
    assert found == {"Omnia Agency: 200000.5 EUR → Kredo Foundation"}


def test_what_a_body_that_is_no_funder_passes_on_is_no_grant(tmp_path: Path) -> None:
    assert grants(tmp_path / "a.xml", file("2.03", KREDO + paid("3", "80000", "", OTHER))) == set()


def test_expenditure_and_sums_of_nothing_are_no_grants(tmp_path: Path) -> None:
    told = paid("4", "80000") + paid("2", "500", "", RECEIVER) + paid("2", "-500", "", RECEIVER) + paid("3", "n/a")
    assert grants(tmp_path / "a.xml", file("2.03", OMNIA + told)) == set()


def test_currencies_stay_apart_and_a_receiver_who_does_not_do_the_work_is_not_named(tmp_path: Path) -> None:
    dollars = paid("2", "100", "", OTHER).replace("<value ", '<value currency="USD" ')
    found = grants(tmp_path / "a.xml", file("2.03", OMNIA + paid("2", "70000", "", OTHER) + dollars))
    assert found == {"Omnia Agency: 70000 EUR → -", "Omnia Agency: 100 USD → -"}


def test_version_1_has_letters_and_names_without_narratives(tmp_path: Path) -> None:
    text = (
        '<iati-activities version="1.04"><iati-activity default-currency="USD" xml:lang="en">'
        '<reporting-org ref="XM-TEST-9">Omnia Agency</reporting-org><iati-identifier>XM-TEST-9-OLD</iati-identifier>'
        "<title>Open Doors for newcomers</title>"
        '<participating-org role="Funding" ref="XM-TEST-9">Omnia Agency</participating-org>'
        '<participating-org role="Implementing">Harbour Lights Association</participating-org>'
    )
    for amount in ("120000", "30000"):
        text += (
            '<transaction><transaction-type code="D">Disbursement</transaction-type>'
            '<provider-org ref="XM-TEST-9">Omnia Agency</provider-org>'
            "<receiver-org>Harbour Lights Association</receiver-org>"
            f'<value currency="USD" value-date="2012-03-01">{amount}</value></transaction>'
        )
    found = grants(tmp_path / "a.xml", text + "</iati-activity></iati-activities>")
    assert found == {"Omnia Agency: 150000 USD → Harbour Lights Association"}
