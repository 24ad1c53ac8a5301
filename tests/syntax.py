"""The syntax trees of the rooms' files, for tests that look at how the code is written.

They are read when the tests are collected: CPython 3.11 loses count of its depth in `ast.parse` if meanwhile something is
freed that switches stacks, as what a browser's driver leaves behind does; and no test has run by then.
"""

from __future__ import annotations

import ast
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ["ontology", "graph", "queries", "viz", "serving", "integraph"]
TREES = {path: ast.parse(path.read_text("utf-8")) for room in ROOMS for path in sorted((ROOT / room).rglob("*.py"))}
