# Every target sets up what it needs; Python 3.11 or newer is the only thing that must be there.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/.ready

.DEFAULT_GOAL := help
.PHONY: help demo test lint format calibrate bench bench-peers oracles lock clean

help:  ## show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(READY): pyproject.toml requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "litcli needs Python 3.11 or newer: make PYTHON=python3.12")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

demo: $(READY)  ## run the main job on examples/: ingest, list, search, tag, export, cite
	@PATH="$(CURDIR)/$(BIN):$$PATH" sh examples/demo.sh

test: $(READY)  ## run every test
	$(BIN)/pytest -n auto

lint: $(READY)  ## check style, types and the direction of imports
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(READY)  ## put the code into its form
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

calibrate: $(READY)  ## fit anew how sure values are, after a change of the readers
	$(BIN)/python -m tests.calibration

bench: $(READY)  ## measure speed as ratios to peers and floors in one run
	$(BIN)/python -m tests.bench

bench-peers:  ## install the peers that `make bench` compares with, in environments of their own
	$(PYTHON) -m tests.bench.peers

oracles:  ## install what tests compare with, where npm and apt are there
	! command -v npm >/dev/null || npm ci --prefix tests/node --omit=optional --ignore-scripts --silent
	sh tests/citations/fetch_suite.sh

lock:  ## write requirements.lock anew from pyproject.toml (needs uv)
	uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-annotate --extra dev \
	  --custom-compile-command "make lock" -o requirements.lock pyproject.toml

clean:  ## remove all that the other targets made
	rm -rf $(VENV) .bench .demo .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache build dist
	find litcli tests examples -name __pycache__ -type d -prune -exec rm -rf {} +
