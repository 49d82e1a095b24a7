# make demo   set up, read the invented demo texts, trace three invented stories, print what is found
# make test   set up, then lint, types, imports, tests
# make gate   quality on the dev corpora, held against evaluation/floors.json
# make bench  speed and memory of reading, and how a store grows to 30,000 attributions
# make bench-large  a store of 1,000,000 attributions (hours)

PYTHON ?= python3
DATA ?= ../shared/data
BIN := .venv/bin

.PHONY: demo test lint gate bench bench-large clean

.venv/ready: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "sayso needs Python 3.11 or newer, this is " + sys.version.split()[0] + ": make PYTHON=python3.11 …")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	@touch $@

demo: .venv/ready
	$(BIN)/sayso demo
	$(BIN)/python evaluation/trace_stories.py

test: lint
	$(BIN)/python -m pytest

lint: .venv/ready
	$(BIN)/ruff check src tests evaluation training
	$(BIN)/ruff format --check src tests evaluation training
	$(BIN)/mypy
	$(BIN)/lint-imports

gate: .venv/ready
	$(BIN)/python evaluation/gate.py --data $(DATA)

bench: .venv/ready
	$(BIN)/python evaluation/bench.py
	$(BIN)/python -m evaluation.bench_store --quick

bench-large: .venv/ready
	$(BIN)/python -m evaluation.bench_store --large

clean:
	rm -rf .venv
