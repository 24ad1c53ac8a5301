"""Headings that say that they name a project, and titles that a word for "entitled" opens."""
from __future__ import annotations

import pytest

from graph.extraction import extract
from graph.marking.tokens import sentence_spans
from graph.projects.titles import split_title
from graph.reading.lines import looks_like_heading
from tests.small_documents import blocks, facts, read


def projects(*parts: tuple[str, str], language: str) -> set[str]:
    return {e.names[0].text for e in extract(blocks(*parts, language=language)).entities if e.kind == "Project"}


def test_each_heading_with_the_noun_names_a_project_to_its_end() -> None:
    reading = extract(blocks(
        ("title", "Naša pomoč"),
        ("heading3", "Projekt Obnova hiše, nakup opreme in ureditev vrta"), ("prose", "Projekt financira Fundacija Kredo."),
        ("heading3", "Projekt Podpora beguncem na zasebnem naslovu"), ("prose", "Projekt financira Fundacija Omnia."), language="sl"))
    assert facts(reading, "fundedBy") == {
        ("Obnova hiše, nakup opreme in ureditev vrta", "fundedBy", "Fundacija Kredo"),
        ("Podpora beguncem na zasebnem naslovu", "fundedBy", "Fundacija Omnia")}


@pytest.mark.parametrize(("heading", "language"), [
    ("Projekt pomaga beguncem v mestu", "sl"), ("Projekty integracyjne w naszym mieście", "pl"), ("Projekt Latarnia pomaga uchodźcom", "pl"),
    ("Projekt Fundacja Kredo", "pl")])
def test_news_plurals_and_bodies_are_no_names(heading: str, language: str) -> None:
    assert heading.partition(" ")[2] not in projects(("heading3", heading), ("prose", "AMIF. Projekt."), language=language)


def test_a_name_before_a_dash_and_the_noun() -> None:
    reading = extract(blocks(
        ("title", "FAR Rețea locală de sprijin – proiect RO#FAMI"), ("prose", "Proiectul este finanțat de Fundația Kredo."), language="ro"))
    assert {s for s, _, _ in facts(reading, "fundedBy")} == {"FAR Rețea locală de sprijin"}


@pytest.mark.parametrize(("text", "language", "name"), [
    ("Proiectul intitulat Rețea locală de sprijin a tinerilor în Malta FARO a fost finanțat de Fundația Kredo.", "ro", "Rețea locală de sprijin a tinerilor în Malta FARO"),
    ("Projekt pn. Centrum nauki dla Ukrainy i Polski jest finansowany przez Fundację Kredo.", "pl", "Centrum nauki dla Ukrainy i Polski"),
    ("Projekt s názvem Město otevřených dveří je financován Nadací Kredo.", "cs", "Město otevřených dveří")])
def test_a_title_behind_entitled_may_name_places_and_bodies(text: str, language: str, name: str) -> None:
    assert {s for s, _, _ in facts(read(text, language), "fundedBy")} == {name}


def test_a_name_with_a_country_in_it_that_comes_back() -> None:
    text = "Projekt Step with Ukraine jest finansowany przez Fundację Kredo. Działania Step with Ukraine trwają."
    assert {s for s, _, _ in facts(read(text, "pl"), "fundedBy")} == {"Step with Ukraine"}
    text = "Projekt Step na Ukraine jest finansowany przez Fundację Kredo."
    assert {s for s, _, _ in facts(read(text, "pl"), "fundedBy")} <= {"Step"}


def test_a_name_cut_at_a_comma_is_the_whole_title() -> None:
    reading = extract(blocks(
        ("prose", "Projekt Nauka, praca, dom jest finansowany przez Fundację Kredo."), ("title", "Projekt „Nauka, praca, dom”"), language="pl"))
    assert {s for s, _, _ in facts(reading, "fundedBy")} == {"Nauka, praca, dom"}


def test_the_first_sentence_of_a_title_of_two_is_a_form_of_it() -> None:
    whole = "Nauka, praca, dom. Wsparcie uchodźców – etap II"
    assert split_title(whole) == (whole, ("Nauka, praca, dom", "Wsparcie uchodźców – etap II"))


def test_a_quoted_title_of_two_sentences_is_not_cut() -> None:
    one = "Projekt pt. „Nauka, praca. Wsparcie uchodźców” trwa."
    assert len(sentence_spans(one, 0, len(one), frozenset({"pt"}))) == 1
    speech = "Powiedziała: „Uczę się. Pracuję też”. Potem wyszła."
    assert len(sentence_spans(speech, 0, len(speech), frozenset())) == 3


def test_a_leader_of_the_project_makes_no_project_of_its_name() -> None:
    text = "Wspólnie z Fundacją Języków „Mundi” – Liderem Projektu realizujemy projekt pt. „Nowy dom”, finansowany przez AMIF."
    assert {s for s, _, _ in facts(read(text, "pl"), "fundedBy")} == {"Nowy dom"}


def test_labels_of_a_sheet_speak_of_the_title() -> None:
    parts = (("title", "Pot domov – Skupaj v mestu"), ("prose", "Zavod Omnia in društvo Kredo pomagata."))
    bare = extract(blocks(*parts, language="sl"))
    assert not [e for e in bare.entities if e.kind == "Project"]


def test_the_first_line_of_a_document_may_be_a_long_title() -> None:
    line = "Podpora vključevanju in lajšanje posledic vojne med ukrajinskim prebivalstvom v Sloveniji in na obmejnih območjih vseh treh pokrajin"
    assert looks_like_heading(line, first_line=True) and not looks_like_heading(line)
    assert not looks_like_heading(line + ".", first_line=True)


def test_a_name_below_a_label_is_its_value_and_heads_no_project() -> None:
    reading = extract(blocks(
        ("title", "Új kezdet"), ("heading", "Projekt időtartama"), ("prose", "2025.01.01 - 2026.12.31"), ("heading", "Projektfelelős"),
        ("heading", "Zénó Példa"), ("heading", "Támogató"), ("heading", "Kredo Alapítvány"), ("prose", "A projekt menekülteket segít."), language="hu"))
    assert {s for s, _, _ in facts(reading, "fundedBy")} == {"Új kezdet"}


def test_an_amount_in_a_heading_names_no_project() -> None:
    reading = extract(blocks(
        ("title", "Un nou început"), ("heading", "Contribuție proprie - 178.551,26 lei"), ("prose", "Proiectul ajută refugiații."), language="ro"))
    assert {s for s, _, _ in facts(reading, "targets")} == {"Un nou început"}


def test_a_heading_that_begins_as_a_question_names_no_project() -> None:
    reading = extract(blocks(
        ("title", "LATERNE"), ("prose", "Das Projekt LATERNE hilft Familien."),
        ("heading2", "Wer dahintersteht"), ("prose", "Wir führen das Projekt gemeinsam mit der Kredo-Stiftung durch."), language="de"))
    assert facts(reading, "hasPartner") == {("LATERNE", "hasPartner", "Kredo-Stiftung")}


def test_a_name_that_begins_as_a_question_stays_a_name() -> None:
    reading = extract(blocks(
        ("title", "Wie wir wohnen"), ("prose", "Das Projekt „Wie wir wohnen“ wird von der Kredo-Stiftung gefördert."), language="de"))
    assert facts(reading, "fundedBy") == {("Wie wir wohnen", "fundedBy", "Kredo-Stiftung")}
