# phahe: `make demo` shows it, `make test` proves it. Everything is installed into .venv, nothing outside the checkout.
PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
ARGS   ?=
# Tests write many small data directories, each flushed to disk: they lie in memory where 4 GB of it are to be had.
MEMORY := $(shell [ "$$(df -Pk /dev/shm 2>/dev/null | awk 'NR == 2 { print $$4 }')" -gt 4000000 ] 2>/dev/null && echo PYTEST_DEBUG_TEMPROOT=/dev/shm)
PYTEST := $(MEMORY) $(BIN)/python -m pytest

.PHONY: demo test test-long bench lint screenshots notebook answers wheel clean

demo: $(VENV)/.runs            ## build a small graph from the shipped examples, print a chain, serve the site (ARGS=--no-serve ends instead)
	$(BIN)/phahe demo $(ARGS)

test: $(VENV)/.tests lint      ## lint, types, layers and all tests but the long ones
	$(PYTEST) -m "not long" -n 2 $(ARGS)

test-long: $(VENV)/.tests      ## soaks and large sweeps
	$(PYTEST) -m long $(ARGS)

bench: $(VENV)/.tests          ## timings, as ratios against a peer or a raw baseline in the same run
	$(BIN)/python -m tests.benchmarks $(ARGS)

lint: $(VENV)/.tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

screenshots: $(VENV)/.tests    ## make the pictures of docs/ again
	$(BIN)/python tools/screenshots.py

notebook: $(VENV)/.tests       ## run the notebook of docs/ again
	$(BIN)/python tools/notebook.py

answers: $(VENV)/.tests        ## make the example answers of the API's description again
	$(BIN)/python tools/answers.py

wheel: $(VENV)/.tests          ## build the wheel into dist/
	$(BIN)/python -m build --wheel

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "phahe needs Python 3.11 or newer: make demo PYTHON=/path/to/python3.11" >&2; exit 2; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.runs: pyproject.toml hatch_build.py api/pages/package-lock.json | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.tests: pyproject.toml hatch_build.py api/pages/package-lock.json | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[test]"
	@touch $@ $(VENV)/.runs

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
