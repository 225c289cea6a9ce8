# The verbs that people and machines use alike. `make` alone lists them.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: help setup setup-referees build test check update bench

help:
	@echo "make setup            create .venv and install lessonkit with what it needs"
	@echo "make build            build every document in sources/ into output/"
	@echo "make check            check every document without writing it"
	@echo "make test             look at style, types and import order, then run the tests"
	@echo "make setup-referees   install the outside programs that some tests compare with"
	@echo "make bench            build two documents with lessonkit and with other engines, and print what each takes"
	@echo "make stress           try 500 random documents in every format, with veraPDF and the Open XML SDK too"
	@echo "make update           rewrite the expected texts of the tests and the generated pages of docs/"

setup: .venv/.installed

.venv/.installed: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "lessonkit needs Python 3.11 or later: make PYTHON=python3.11 setup")'
	@echo "Setting up .venv (once; it may take a minute or two) ..."
	@$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --constraint constraints.txt hatchling
	@$(BIN)/python -m pip install --quiet --constraint constraints.txt --no-build-isolation --editable '.[dev]'
	@touch $@

setup-referees:
	@tests/referees/install

build: setup
	@$(BIN)/lessonkit build

check: setup
	@$(BIN)/lessonkit check

test: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/pytest -n 2

# The other engines are for comparison only: nothing that lessonkit does needs them.
.venv/.bench: .venv/.installed
	@$(BIN)/python -m pip install --quiet --constraint constraints.txt --no-build-isolation --editable '.[dev,bench]'
	@touch $@

bench: .venv/.bench
	@PYTHONPATH=src $(BIN)/python -m bench $(BENCH)

stress: setup setup-referees
	$(BIN)/pytest -q -n 2 --documents 500 -o faulthandler_timeout=3600 tests/render/pdf/test_any_document.py tests/render/docx/test_any_document.py

# Rewriting is not passing: pytest fails here whenever it changed a file, and the next `make test` decides.
update: setup
	-$(BIN)/pytest -q -n 2 --update
