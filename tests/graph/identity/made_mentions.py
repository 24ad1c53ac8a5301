"""Made-up readings in any number, for measuring how the cost of resolution grows.

    python -m tests.graph.identity.made_mentions 10000 30000 100000
"""
from __future__ import annotations

import gc
import random
import sys
import time

from graph.model import Document, Entity, Name, Reading, Span, Statement, Value
from graph.resolution import resolve
from ontology.vocabulary import entries

HEADS = {"en": "{} Foundation", "it": "Fondazione {}", "fr": "Association {}", "de": "Verein {} e.V.", "pl": "Fundacja {}", "cs": "Nadace {}", "es": "Asociación {}"}
SYLLABLES = "ba be bi bo bu da de di do ka ke ki ko la le li lo lu ma me mi mo na ne no ra re ri ro sa se si so ta te ti to va ve vi".split()


def made_readings(mentions: int, seed: int = 1) -> list[Reading]:
    """Readings with `mentions` entities in all: each thing is mentioned five times on average, in several languages."""
    rng = random.Random(seed)
    known = [entry for entry in entries().values() if entry.kind in ("Organisation", "Fund") and entry.iri]
    stems = ["".join(rng.choices(SYLLABLES, k=3)).title() + " " + "".join(rng.choices(SYLLABLES, k=3)).title() for _ in range(mentions // 5)]
    found: list[Reading] = []
    made = 0
    while made < mentions:
        language = rng.choice(sorted(HEADS))
        entities, statements = [], []
        for at in range(min(20, mentions - made)):
            stem = rng.choice(stems)
            if at % 4 == 0:
                entry = rng.choice(known)
                entities.append(Entity(f"e{at}", entry.kind, (Name(entry.label(language), language),), entry.iri))
            elif at % 4 == 1:
                short = "".join(word[:3].upper() for word in stem.split())
                entities.append(Entity(f"e{at}", "Project", (Name(f"{stem} {rng.randint(1, 3)}", language), Name(short)), None, (short,)))
                statements.append(Statement(f"e{at}", "code", Value("code", f"{stem[:3].upper()}-{rng.randint(1000, 9999)}"), (Span(0, 1),), "t", 1.0))
            elif at % 4 == 2:
                entities.append(Entity(f"e{at}", "Place", (Name(stem, language),), None, (), rng.choice(["IT", "AT", "PL"])))
            else:
                entities.append(Entity(f"e{at}", "Organisation", (Name(HEADS[language].format(stem), language),)))
        made += len(entities)
        found.append(Reading(Document(f"{len(found):06}.txt", "0" * 64, "x", language, ()), tuple(entities), tuple(statements)))
    return found


def seconds(mentions: int) -> tuple[float, int]:
    """The processor time of resolving so many mentions, and how many things came of them."""
    readings = made_readings(mentions)
    gc.disable()  # as a build does
    begun = time.process_time()
    things = len(resolve(readings).entities)
    spent = time.process_time() - begun
    gc.enable()
    return spent, things


if __name__ == "__main__":
    resolve(made_readings(100))
    for wanted in map(int, sys.argv[1:]):
        spent, things = seconds(wanted)
        print(f"{wanted} mentions: {spent:.1f} s of processor time, {things} things, {wanted / spent:.0f} mentions a second")
