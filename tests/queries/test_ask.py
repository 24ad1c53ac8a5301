"""Questions in plain words: what is understood of them, and the rows that they give on the sample dataset."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from integraph.cli import app
from ontology.namespaces import shorten
from queries.catalogue import CatalogueError
from queries.composing import compose
from queries.parameters import Resolver
from queries.runner import Engine, Table, ask
from queries.understanding import Names, Understanding, understand
from queries.wording import PATTERNS, WordingError, wording_of, wordings

DATA = Path(__file__).parent / "data"

#: Question, what is asked for, role, first column of the answer (short IRIs or values; None: not checked here).
QUESTIONS = [
    ("Who funds projects for refugees in Germany?", "body", "fundedBy", None),
    ("Which bodies pay for projects in Italy?", "body", "fundedBy", None),
    ("Who runs Lantern?", "body", "implementedBy", ["id:organisation/casa-aperta"]),
    ("Which organisations are partners in Lantern?", "body", "hasPartner", None),
    ("Who works with Casa Aperta?", "body", "takesPart", None),
    ("Which projects does Casa Aperta run?", "project", "", None),
    ("Projects funded by AMIF", "project", "", None),
    ("which projects for children are there in italy", "project", "", None),
    ("How many projects are there in Italy?", "project", "", None),
    ("List the initiatives that were active in 2021", "project", "", None),
    ("Where does Compass work?", "where", "", None),
    ("Which countries do projects of Casa Aperta work in?", "country", "", None),
    ("When did Lantern start?", "when", "", ["2019-05"]),
    ("How much money does Lantern have?", "amount", "", None),
    ("What is the budget of Lantern?", "amount", "", None),
    ("Which groups does Lantern serve?", "group", "", None),
    ("Which themes does Lantern address?", "theme", "", None),
    ("Which activities does Lantern offer?", "activity", "", []),
    ("Which events did Compass have?", "event", "", ["id:event/quayside-forum-2021"]),
    ("Which outputs did Lantern have?", "output", "", ["id:output/phrase-book"]),
    ("Which donors support projects in Italy?", "body", "fundedBy", None),
    ("Chi finanzia progetti per rifugiati in Germania?", "body", "fundedBy", None),
    ("Quali enti realizzano Lantern?", "body", "implementedBy", ["id:organisation/casa-aperta"]),
    ("Quali progetti coordina Casa Aperta?", "project", "", None),
    ("Quanti progetti finanzia il FAMI in Italia?", "project", "", None),
    ("Dove lavora Compass?", "where", "", None),
    ("Quando inizia Lantern?", "when", "", ["2019-05"]),
    ("Quanto costa Lantern?", "amount", "", None),
    ("Chi collabora con Casa Aperta?", "body", "takesPart", None),
    ("Quali sono i destinatari di Lantern?", "group", "", None),
]
WHOLE = [
    ("Which calls are there under AMIF?", "calls", {"fund"}),
    ("Who works with whom?", "collaborations", set()),
    ("What do you know about Lantern?", "evidence", {"subject"}),
    ("Where are gaps in Italy?", "gaps-and-overlaps", {"country"}),
    ("What came before Lantern?", "project-lineage", {"project"}),
    ("Quali bandi ci sono?", "calls", set()),
    ("Che cosa si sa di Lantern?", "evidence", {"subject"}),
    ("Dove sono le lacune in Italia?", "gaps-and-overlaps", {"country"}),
]
NOT_UNDERSTOOD = [
    ("Who funds projects in Wakanda?", ("Wakanda",)),
    ("Is the moon made of cheese?", ("moon", "made", "cheese")),
    ("Chi finanzia i pinguini?", ("pinguini",)),
]


def read(engine: Engine, question: str) -> Understanding:
    wording = wording_of(question)
    return understand(question, wording, Names(Resolver(engine), wording.language))


def answer(engine: Engine, question: str) -> Table:
    chosen, values = compose(read(engine, question))
    found = ask(engine, chosen, Resolver(engine).resolve_all(chosen, values))
    assert isinstance(found, Table)
    return found


def test_counts() -> None:
    assert (len(QUESTIONS), len(WHOLE), len(NOT_UNDERSTOOD)) == (30, 8, 3)
    assert set(wordings()) == {"en", "it"}


@pytest.mark.parametrize(("question", "wanted", "role", "first"), QUESTIONS, ids=[q[0] for q in QUESTIONS])
def test_questions(engine: Engine, question: str, wanted: str, role: str, first: list[str] | None) -> None:
    found = read(engine, question)
    assert found.unknown == ()
    assert (found.wanted, found.role, found.question) == (wanted, role, "")
    table = answer(engine, question)
    assert table.rows or first == [], "every other question has an answer in the sample"
    if first is not None:
        assert [shorten(row[0].value) for row in table.rows if row[0] is not None] == first


@pytest.mark.parametrize(("question", "name", "given"), WHOLE, ids=[q[0] for q in WHOLE])
def test_questions_of_the_catalogue(engine: Engine, question: str, name: str, given: set[str]) -> None:
    found = read(engine, question)
    assert found.unknown == ()
    chosen, values = compose(found)
    assert (chosen.name, set(values)) == (name, given)
    answer(engine, question)


@pytest.mark.parametrize(("question", "unknown"), NOT_UNDERSTOOD, ids=[q[0] for q in NOT_UNDERSTOOD])
def test_what_is_not_understood_is_told(engine: Engine, question: str, unknown: tuple[str, ...]) -> None:
    assert read(engine, question).unknown == unknown


def test_a_named_body_narrows_by_its_role(engine: Engine) -> None:
    runs = answer(engine, "Which projects does Casa Aperta run?")
    takes_part = answer(engine, "Which projects does Casa Aperta work in?")
    assert {row[0] for row in runs.rows} < {row[0] for row in takes_part.rows}


def test_things_of_one_class_are_alternatives_and_classes_narrow(engine: Engine) -> None:
    def projects(question: str) -> set[str]:
        return {str(row[0]) for row in answer(engine, question).rows}

    both = projects("Which projects are there in Italy or Germany?")
    assert both == projects("Which projects are there in Italy?") | projects("Which projects are there in Germany?")
    assert projects("Which projects for children are there in Italy?") <= projects("Which projects are there in Italy?")


def test_an_empty_question_is_refused(engine: Engine) -> None:
    with pytest.raises(CatalogueError):
        compose(read(engine, "what is it?"))
    with pytest.raises(WordingError, match="only in en, it"):
        wording_of("Wer finanziert?", "de")


def test_wordings_have_the_same_keys() -> None:
    import tomllib
    from importlib.resources import files

    data = {
        code: tomllib.loads((files("queries") / "words" / f"{code}.toml").read_text("utf-8")) for code in wordings()
    }
    for section in (*PATTERNS, "say"):
        assert len({tuple(sorted(table[section])) for table in data.values()}) == 1, section


def test_command() -> None:
    done = CliRunner().invoke(app, ["ask", "Who", "runs", "Lantern?", "--out", str(DATA)])
    assert done.exit_code == 0, done.output
    assert "Casa Aperta" in done.stdout and "SELECT DISTINCT" in done.stderr
    assert "asked for: body (implementedBy)" in done.stderr
    refused = CliRunner().invoke(app, ["ask", "Who funds Wakanda?", "--out", str(DATA)])
    assert refused.exit_code == 2 and "'Wakanda'" in refused.stderr and refused.stdout == ""
