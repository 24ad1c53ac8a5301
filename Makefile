# What people do most. Each target works on a fresh checkout: the environment is made when it is missing.

PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test lint types wheel clean

demo: $(BIN)/integraph  ## build the bundled texts into ./out
	$(BIN)/python build.py --out out
	@echo "Open out/graph.html in a browser."

test: $(BIN)/pytest  ## all tests
	$(BIN)/pytest

lint: $(BIN)/ruff types  ## style and types
	$(BIN)/ruff check .

types: $(BIN)/mypy
	$(BIN)/mypy ontology graph queries viz integraph build.py

wheel: $(BIN)/python  ## a wheel in ./dist
	$(BIN)/python -m pip wheel . --no-deps --no-build-isolation --wheel-dir dist

clean:  ## remove what builds and tests leave behind
	rm -rf out dist .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(BIN)/python:
	$(PYTHON) -m venv .venv

$(BIN)/integraph $(BIN)/pytest $(BIN)/ruff $(BIN)/mypy: pyproject.toml constraints.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[test,pdf,serve]'
	@touch $(BIN)/integraph $(BIN)/pytest $(BIN)/ruff $(BIN)/mypy
