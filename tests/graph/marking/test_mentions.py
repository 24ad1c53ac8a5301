"""Mentions from the vocabulary and from values: longest first, exact where acronyms are concerned, never inside another name."""
from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.marking.language import language
from graph.marking.mentions import Marked, Mention, insert, mark
from graph.marking.tokens import Tokens, tokenise
from tests.small_documents import facts, prose, read

WORDS = st.lists(st.sampled_from("Italy Niger Nigeria AMIF amif refugees asylum seekers Bosnia and Herzegovina in 2021 May EUR 5 IOM the , . ( )".split()), max_size=14)


def marked(text: str, lang: str = "en") -> tuple[Tokens, list[Marked]]:
    tokens = tokenise(prose(text, lang))
    return tokens, [mark(tokens, sentence, language(lang)) for sentence in tokens.sentences]


def kinds(text: str, lang: str = "en") -> list[tuple[str, str]]:
    """(kind, name as written) of the mentions, concepts left out."""
    return [(m.kind, m.name) for one in marked(text, lang)[1] for m in one.mentions]


def concepts(text: str, lang: str = "en") -> list[str]:
    return [m.entry.notation for one in marked(text, lang)[1] for m in one.concepts if m.entry]


FOUND = [
    ("Paid by the Asylum, Migration and Integration Fund.", ("Fund", "Asylum, Migration and Integration Fund")),
    ("In Bosnia and Herzegovina.", ("Country", "Bosnia and Herzegovina")),
    ("Until 6 June 2021.", ("date", "6 June 2021")),
    ("About EUR 1.2 million in all.", ("money", "EUR 1.2 million")),
    ("ASYLUM, MIGRATION AND INTEGRATION FUND", ("Fund", "ASYLUM, MIGRATION AND INTEGRATION FUND")),
    ("Led by IOM in Rome.", ("Organisation", "IOM")),
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_what_is_found(text: str, expected: tuple[str, str]) -> None:
    assert expected in kinds(text)


@pytest.mark.parametrize(("text", "kind"), [
    ("the amif of things", "Fund"), ("an iom here", "Organisation"), ("porcelain china cups", "Country"), ("a turkey sandwich", "Country"),
    ("Bridge-EU helps", "Organisation"), ("jordan and chad went home", "Country")])
def test_what_is_not_found(text: str, kind: str) -> None:
    assert kind not in [k for k, _ in kinds(text)]


def test_niger_is_not_nigeria() -> None:
    _, [one] = marked("From Nigeria, not Niger.")
    assert [m.entry.country for m in one.mentions if m.entry] == ["NG", "NE"]


def test_the_longer_name_wins() -> None:
    assert [k for k in kinds("Paid by the Asylum, Migration and Integration Fund in 2021.") if k[0] == "Fund"] == [
        ("Fund", "Asylum, Migration and Integration Fund")]


@pytest.mark.parametrize(("text", "lang", "notation"), [
    ("unaccompanied minors", "en", "unaccompanied-minors"), ("third country nationals", "en", "third-country-nationals"),
    ("THIRD-COUNTRY NATIONALS", "en", "third-country-nationals"), ("asylum\u00adseekers and asylum-seekers", "en", "asylum-seekers"),
    ("richiedenti asilo", "it", "asylum-seekers"), ("minori stranieri non accompagnati", "it", "unaccompanied-minors")])
def test_groups(text: str, lang: str, notation: str) -> None:
    assert notation in concepts(f"For {text} here.", lang)


@settings(deadline=None)
@given(WORDS)
def test_mentions_are_disjoint_in_order_and_true_to_the_text(words: list[str]) -> None:
    text = " ".join(words)
    tokens, sentences = marked(text)
    for one in sentences:
        at = one.sentence.first
        for mention in one.mentions:
            assert at <= mention.first < mention.last <= one.sentence.last
            assert tokens.surface(mention.first, mention.last)
            at = mention.last
        found = [*((c.first, c.last) for c in one.cues), *((a.first, a.last) for a in one.anchors), *((c.first, c.last) for c in one.concepts)]
        assert all(one.sentence.first <= first < last <= one.sentence.last for first, last in found)


def _row(*mentions: Mention) -> Marked:
    return Marked(marked("One two three four five six.")[1][0].sentence, list(mentions))


def test_a_longer_name_replaces_what_lies_inside_it() -> None:
    one = _row(Mention("Name", 1, 2, "two", sure=False), Mention("Country", 3, 4, "four"))
    assert insert(one, Mention("Project", 0, 3, "One two three"))
    assert [m.name for m in one.mentions] == ["One two three", "four"]


def test_a_value_is_not_replaced_and_names_do_not_overlap_by_half() -> None:
    one = _row(Mention("money", 1, 2, "two"), Mention("Organisation", 3, 5, "four five"))
    assert not insert(one, Mention("Project", 0, 3, "One two three"))
    assert not insert(one, Mention("Project", 4, 6, "five six"))
    assert [m.name for m in one.mentions] == ["two", "four five"]


def test_a_guess_never_replaces_what_is_known() -> None:
    one = _row(Mention("Organisation", 1, 2, "two"))
    assert not insert(one, Mention("Name", 1, 2, "two", sure=False))


@pytest.mark.parametrize(("text", "group"), [
    ("Das Projekt LATERNE unterstützt Migrantinnen.", "migrant-women"), ("Das Projekt LATERNE unterstützt MigrantInnen.", "migrants")])
def test_of_two_concepts_the_narrower_stands_unless_both_genders_are_meant(text: str, group: str) -> None:
    reading = read(text, "de")
    assert {e.ref.rsplit("/", 1)[-1] for e in reading.entities if e.kind == "BeneficiaryGroup" and e.ref} == {group}


def test_a_town_in_capitals_among_small_letters_may_be_a_name() -> None:
    assert {s for s, p, _ in facts(read("Projekt LUCERNA financuje Nadace Kredo.", "cs")) if p == "fundedBy"} == {"LUCERNA"}
