"""The concept schemes: all notations of the contract, labels that tell concepts apart, patterns that find real phrases."""
from __future__ import annotations

from collections import Counter
from functools import lru_cache

import pytest

from ontology import vocabulary
from ontology.automaton import Automaton
from ontology.lint import published
from ontology.namespaces import SCHEMES
from ontology.patterns import expand
from ontology.vocabulary import CONCEPT_KINDS, Entry, entries
from ontology.words import folded_words

GROUPS = """third-country-nationals migrants migrant-workers vulnerable-migrants refugees asylum-seekers
international-protection temporary-protection stateless-persons victims-of-trafficking unaccompanied-minors
migrant-children migrant-youth migrant-women migrant-families migrant-spouses children-left-behind returnees
resettled-refugees irregular-migrants international-students displaced-persons migrant-background diaspora
lgbtiq-migrants migrants-with-disabilities older-migrants care-leavers roma women children host-communities
local-authorities public-officials service-providers teachers health-workers employers civil-society volunteers students
researchers journalists""".split()
THEMES = """social-inclusion labour-market education language health psychosocial housing digital-skills participation
social-cohesion access-to-services anti-discrimination reception legal-rights family-reunification return-reintegration
resettlement-relocation counter-trafficking child-protection gender-equality legal-pathways entrepreneurship
skills-recognition vocational-training migration-development research-data integration-policy culture-sport""".split()
ACTIVITIES = """training language-course research exchange-of-practice conference workshop awareness-raising
information-service counselling mentoring pilot network-building guidelines policy-advice coordination
cultural-mediation housing-support job-placement psychosocial-support legal-assistance monitoring-evaluation
financial-support volunteering media-production humanitarian-aid""".split()
WANTED = [
    *(("BeneficiaryGroup", n) for n in GROUPS), *(("Theme", n) for n in THEMES), *(("ActivityType", n) for n in ACTIVITIES)
]


def concepts() -> list[Entry]:
    return [entry for entry in entries().values() if entry.kind in CONCEPT_KINDS]


def test_the_contract_lists_all_notations() -> None:
    assert (len(GROUPS), len(THEMES), len(ACTIVITIES)) == (43, 28, 25)


@pytest.mark.parametrize("kind, notation", WANTED)
def test_notation_has_a_full_concept(kind: str, notation: str) -> None:
    found = [entry for entry in concepts() if (entry.kind, entry.notation) == (kind, notation)]
    assert len(found) == 1
    assert found[0].iri.endswith("/" + notation)
    for language in ("en", "it"):
        assert any(lang == language for _, lang in found[0].labels), language
        assert sum(lang == language for _, lang in found[0].patterns) >= 8, language


def test_no_two_concepts_share_a_label_in_a_language() -> None:
    seen: dict[tuple[str, str], str] = {}
    clashes = []
    for entry in concepts():
        for text, language in entry.labels:
            key = (" ".join(folded_words(text)), language)
            if language in ("en", "it") and seen.setdefault(key, entry.iri) != entry.iri:
                clashes.append((key, seen[key], entry.iri))
    assert clashes == []


def test_every_pattern_is_readable_and_none_is_a_bare_function_word() -> None:
    plain = set("a an the of to for in on and or di del della dei delle e o il la un una per con da the support social"
                " information culture help sostegno informazione cultura sociale".split())
    count = 0
    for entry in concepts():
        for text, language in entry.patterns:
            if language not in ("en", "it"):
                continue
            rows = expand(text)
            count += 1
            bare = [row for row in rows if len(row) == 1 and row[0].strip("*") in plain]
            assert not bare, f"{entry.notation}: {text}: {bare}"
            assert not any(row[0].endswith("*") and len(row[0]) < 4 for row in rows if len(row) == 1), text
    assert count > 1500


def test_broader_concepts_exist_and_form_no_ring() -> None:
    broader = {entry.iri: entry.broader for entry in concepts()}
    for iri, parents in broader.items():
        walked = [iri]
        while parents:
            assert parents[0] in broader
            assert parents[0] not in walked
            walked.append(parents[0])
            parents = broader[parents[0]]


def test_actors_need_a_cue() -> None:
    cue = {entry.notation for entry in concepts() if entry.attach == "cue"}
    assert {"local-authorities", "public-officials", "service-providers", "civil-society", "employers"} <= cue
    assert not {"refugees", "migrants", "diaspora", "migrant-background"} & cue


@lru_cache(maxsize=2)
def automaton(language: str) -> Automaton[str]:
    built: Automaton[str] = Automaton()
    for entry in concepts():
        for text, lang in (*entry.labels, *entry.patterns):
            if lang == language:
                built.add(text, entry.notation)
    return built


PHRASES = [
    ("en", "the integration of third-country nationals", {"third-country-nationals", "social-inclusion"}),
    ("en", "nationals of third countries", {"third-country-nationals"}),
    ("en", "vulnerable asylum seekers", {"vulnerable-migrants", "asylum-seekers"}),
    ("en", "unaccompanied migrant children", {"unaccompanied-minors"}),
    ("en", "women with a migrant background", {"migrant-women", "migrant-background"}),
    ("en", "beneficiaries of international protection", {"international-protection"}),
    ("en", "people fleeing the war in Ukraine", {"temporary-protection"}),
    ("en", "survivors of human trafficking", {"victims-of-trafficking"}),
    ("en", "peer learning and study visits", {"exchange-of-practice"}),
    ("en", "exchange of good practices", {"exchange-of-practice"}),
    ("en", "Italian language courses", {"language-course", "language"}),
    ("en", "access to the labour market", {"labour-market"}),
    ("en", "a job fair for newcomers", {"labour-market", "job-placement", "migrants"}),
    ("en", "training of teachers", {"training", "teachers"}),
    ("en", "capacity building of local authorities", {"training", "local-authorities"}),
    ("en", "free legal counselling", {"legal-assistance", "legal-rights"}),
    ("en", "affordable housing", {"housing"}),
    ("en", "assisted voluntary return and reintegration", {"return-reintegration"}),
    ("en", "a campaign against hate speech", {"anti-discrimination", "awareness-raising"}),
    ("en", "policy recommendations", {"policy-advice"}),
    ("it", "cittadini di Paesi terzi", {"third-country-nationals"}),
    ("it", "i minori stranieri non accompagnati", {"unaccompanied-minors"}),
    ("it", "donne migranti e rifugiate", {"migrant-women", "refugees"}),
    ("it", "titolari di protezione internazionale", {"international-protection"}),
    ("it", "vittime di tratta", {"victims-of-trafficking", "counter-trafficking"}),
    ("it", "scambio di buone prassi", {"exchange-of-practice"}),
    ("it", "percorsi di inserimento lavorativo", {"labour-market", "job-placement"}),
    ("it", "corsi di italiano L2", {"language-course", "language"}),
    ("it", "sportelli informativi", {"information-service"}),
    ("it", "l'accesso ai servizi sanitari", {"access-to-services", "health"}),
    ("it", "la formazione degli insegnanti", {"training", "teachers"}),
    ("it", "mediazione linguistico-culturale", {"cultural-mediation"}),
    ("it", "sostegno psicologico", {"psychosocial-support", "psychosocial"}),
    ("it", "linee guida per gli operatori", {"guidelines", "service-providers"}),
    ("it", "tavoli di coordinamento", {"coordination"}),
    ("it", "beni di prima necessità", {"humanitarian-aid"}),
    ("en", "The office is open on Monday and the visit to the village was pleasant.", set()),
    ("en", "Roma is the capital of Italy.", set()),
    ("en", "For further information please contact us.", set()),
    ("it", "La riunione si è svolta a Roma lunedì.", set()),
    ("it", "Per ulteriori informazioni scrivere a questo indirizzo.", set()),
    ("it", "Corte di giustizia dell'Unione", set()),
]


@pytest.mark.parametrize("language, text, wanted", PHRASES)
def test_phrase_gives_its_concepts(language: str, text: str, wanted: set[str]) -> None:
    words = folded_words(text)
    found = Counter(match.payload for match in automaton(language).find(words, 0, len(words)))
    assert wanted <= set(found) if wanted else not found, dict(found)


def test_all_phrases_ran() -> None:
    assert len(PHRASES) == 42


def test_eurovoc_concepts_were_looked_up_and_no_two_of_ours_are_exactly_one_of_theirs() -> None:
    known, exact = published()["http://eurovoc.europa.eu/"], Counter[str]()
    for iri, entry in vocabulary.entries().items():
        for predicate, target in vocabulary.describe(iri) if entry.kind in SCHEMES else ():
            if target.value.startswith("http://eurovoc.europa.eu/"):
                assert target.value.rsplit("/", 1)[1] in known, iri
                exact[target.value] += predicate.endswith("exactMatch")
    assert len(exact) > 15 and max(exact.values()) == 1
