# What people do most. Each target works on a fresh checkout: the environment is made when it is missing.

PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet --constraint constraints.txt

.PHONY: demo test lint types readme pages wheel bench bench-gate bench-speed clean

demo: .venv/.program  ## build the bundled texts into ./out
	$(BIN)/python build.py --out out

test: .venv/.tools  ## all tests
	$(BIN)/pytest

lint: .venv/.tools types  ## style and types
	$(BIN)/ruff check .

types: .venv/.tools
	$(BIN)/mypy ontology graph queries viz serving integraph build.py

readme: .venv/.program  ## run the commands that README.md shows, and write what they print into it
	$(BIN)/python -m tests.test_readme

pages: .venv/.tools  ## the ontology's page and files for the web, in ./site
	$(BIN)/python -m ontology.lint
	$(BIN)/python -m ontology.pages site

wheel: .venv/.tools  ## a wheel in ./dist
	$(BIN)/python -m pip wheel . --no-deps --no-build-isolation --wheel-dir dist

bench: .venv/.bench  ## everything that is measured, beside a pipeline of common parts: bench-out/bench.md, bench.svg, ratios.json
	$(BIN)/python -m bench.whole --out bench-out

bench-gate: bench  ## the same, and fail if a ratio is worse than in the last kept run (bench/kept.json)
	$(BIN)/python -m bench.gate bench-out/ratios.json bench/kept.json

bench-speed: .venv/.tools  ## how fast texts are read, start, memory, growth: bench-out/speed.md and speed.svg
	$(BIN)/python -m bench.speed --out bench-out

clean:  ## remove what builds and tests leave behind
	rm -rf out site .out.cache bench-out dist .pytest_cache .mypy_cache .ruff_cache .hypothesis

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/.program: pyproject.toml constraints.txt | .venv/bin/python
	$(PIP) --editable '.[pdf]'
	@touch $@

.venv/.tools: pyproject.toml constraints.txt | .venv/bin/python
	$(PIP) --editable '.[pdf,pdf-tables,serve,reason,docs,test]'
	@touch $@ .venv/.program

.venv/.bench: .venv/.tools
	$(PIP) --editable '.[bench]'
	@touch $@
