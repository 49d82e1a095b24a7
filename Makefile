# make demo   set up, read the invented demo texts, trace three invented stories, print what is found
# make desk   set up, trace the three invented stories, and open the desk on them in the browser
# make test   set up, then lint, types, imports, tests
# make gate   quality on the dev corpora, held against evaluation/floors.json
# make bench  speed and memory of reading, how a store grows to 100,000 attributions (some ten minutes), page times of the desk at up to 100,000
# make bench-large  a store of 1,000,000 attributions (hours)

PYTHON ?= python3
DATA ?= ../shared/data
YARDSTICK ?= $(wildcard ../shared/lab/baseline.int8.onnx)
BIN := .venv/bin

.PHONY: demo desk test lint chromium gate bench bench-large clean

.venv/ready: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "sayso needs Python 3.11 or newer, this is " + sys.version.split()[0] + ": make PYTHON=python3.11 …")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	@touch $@

demo: .venv/ready
	$(BIN)/sayso demo
	$(BIN)/python evaluation/trace_stories.py
	@echo "The same in the browser: make desk"

build/stories.db: .venv/ready
	@mkdir -p build
	$(BIN)/python evaluation/trace_stories.py $@.part > build/stories.txt
	@mv $@.part $@

desk: build/stories.db
	$(BIN)/sayso desk --store build/stories.db --open

test: lint chromium
	$(BIN)/python -m pytest

# The desk's browser tests want Debian's Chromium. Where it may not be installed they are skipped, and say so.
chromium:
	@command -v chromium >/dev/null || command -v google-chrome >/dev/null || \
	  { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && \
	    { apt-get install -y -qq chromium >/dev/null 2>&1 || { apt-get update -qq && apt-get install -y -qq chromium >/dev/null; }; }; } || \
	  echo "No Chromium, and none could be installed: the desk's browser tests are skipped."

lint: .venv/ready
	$(BIN)/ruff check src tests evaluation training
	$(BIN)/ruff format --check src tests evaluation training
	$(BIN)/mypy
	$(BIN)/lint-imports

gate: .venv/ready
	$(BIN)/python evaluation/gate.py --data $(DATA)

bench: .venv/ready
	$(BIN)/python -m evaluation.bench $(if $(YARDSTICK),--yardstick $(YARDSTICK))
	$(BIN)/python -m evaluation.bench_store
	$(BIN)/python -m evaluation.bench_desk --large

bench-large: .venv/ready
	$(BIN)/python -m evaluation.bench_store --large

clean:
	rm -rf .venv build
