# Two commands matter: `make demo` and `make test`. Both set up what they need in .venv.
PYTHON ?= python3
BIN := .venv/bin
DATA ?= ../shared/data
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: setup demo test check format lint types imports slow bench figures sample clean

demo: .venv/.demo  ## compare the five seed pieces and print where the report is
	$(BIN)/framing compare seeds/0*.md --out reports/seeds

test: .venv/.dev  ## the fast tests, offline
	$(BIN)/python -m pytest

setup: .venv/.dev  ## .venv with everything

check: .venv/.dev lint types imports test slow  ## what CI runs

lint: .venv/.dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: .venv/.dev
	$(BIN)/mypy

imports: .venv/.dev
	$(BIN)/lint-imports

slow: .venv/.dev  ## tests that take longer or need a browser
	$(BIN)/python -m pytest -m "slow or browser"

format: .venv/.dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: .venv/.dev  ## times on this machine, to benchmarks/results/
	$(BIN)/python benchmarks/bench.py

figures: .venv/.dev  ## measures on labelled data, to benchmarks/results/
	$(BIN)/python benchmarks/figures.py $(DATA)

.venv/bin/python:
	$(PYTHON) -c 'import sys; sys.exit("framing needs Python 3.11 or newer") if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv .venv

.venv/.demo: pyproject.toml constraints.txt | .venv/bin/python
	$(PIP) install -c constraints.txt -e ".[ingest]"
	touch $@

.venv/.dev: pyproject.toml constraints.txt | .venv/bin/python
	$(PIP) install -c constraints.txt torch
	$(PIP) install -c constraints.txt -e ".[dev]"
	touch $@ .venv/.demo

clean:
	rm -rf .venv build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
