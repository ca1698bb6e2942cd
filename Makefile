# Every target sets up what it needs: a virtual environment in .venv, and the package in it.
# Needs Python 3.11 or later, make, and a package index that pip can reach.

PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)
VENV := .venv
BIN := $(VENV)/bin
DEMO := output/demo
# Every process loads the rules, and begins with a share of the tests in their order: what a file's tests share is made once.
SPREAD := --numprocesses auto --maxprocesses 4 --dist worksteal

.DEFAULT_GOAL := help
.PHONY: help demo notebooks docs test check bench fuzz clean

help:  ## show this list
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST) | expand -t 15

demo: $(VENV)/.for-use  ## read the samples into tables and auditors' pages
	$(BIN)/baocao run samples --out $(DEMO)
	$(BIN)/baocao report $(DEMO)
	@echo "tables:          $(DEMO)/*/part-00000.parquet"
	@echo "auditors' pages: $(DEMO)/report/index.html"

notebooks: $(VENV)/.for-docs demo  ## turn docs/notebooks into .ipynb files in output/notebooks
	mkdir -p output/notebooks
	cp docs/notebooks/newspaper.mplstyle output/notebooks
	for script in docs/notebooks/*.py; do \
		$(BIN)/jupytext --quiet --to ipynb --output output/notebooks/$$(basename $$script .py).ipynb $$script; done
	@echo "notebooks: output/notebooks/*.ipynb; docs/notebooks/README.md says how to open them"

docs: $(VENV)/.for-docs demo  ## build the documentation, a static site, into output/docs
	$(BIN)/python docs/generate.py
	$(BIN)/zensical build --clean
	@echo "documentation: output/docs/index.html"

test: $(VENV)/.for-development  ## run the tests
	$(BIN)/python -m pytest $(SPREAD)

check: $(VENV)/.for-development  ## format, lint, types, imports, rules, tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/baocao rules check
	$(BIN)/python -m pytest $(SPREAD)

bench: $(VENV)/.for-development  ## time the stages on the samples, and the lexer beside others (NEWS=folder of texts)
	$(BIN)/python benchmarks/bench.py
	$(BIN)/python benchmarks/hostile.py
	$(BIN)/python benchmarks/lexing.py $(NEWS)

fuzz: $(VENV)/.for-development  ## read 20,000 damaged inputs
	$(BIN)/python benchmarks/fuzz.py

clean:  ## remove output and caches, not .venv
	find output -mindepth 1 -maxdepth 1 ! -name README.md -exec rm -rf {} +
	rm -rf build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
	find . -path ./$(VENV) -prune -o -name __pycache__ -type d -exec rm -rf {} +

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "no Python 3.11 or later on the path; install one, or run: make PYTHON=/path/to/python3"; exit 1; }
	$(PYTHON) -m venv $(VENV)

# All are editable installs: only a change of what pyproject.toml asks for needs a new one.
$(VENV)/.for-use: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[audit]'
	@touch $@

$(VENV)/.for-docs: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[audit,docs]'
	@touch $@ $(VENV)/.for-use

$(VENV)/.for-development: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@ $(VENV)/.for-use
