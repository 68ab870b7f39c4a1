# Every target sets up what it needs, from an empty checkout.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip --disable-pip-version-check --quiet

.DEFAULT_GOAL := help
.PHONY: help install demo test crawl check format lock scoreboard clean

help:  ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

install: $(VENV)/run.done  ## set up the virtual environment, to run

demo: $(VENV)/run.done  ## crawl the saved site in fixtures/ into output/demo, without network
	$(BIN)/scrapy crawl sindonews -s REPLAY_DIR=fixtures -s OUTPUT_DIR=output/demo -L ERROR
	$(BIN)/scrapy show output/demo --nth 22

crawl: $(VENV)/run.done  ## crawl the newest articles, live, into output/
	$(BIN)/scrapy crawl sindonews

test: $(VENV)/dev.done  ## the tests
	$(BIN)/python -m pytest -n 2 --dist worksteal

check: $(VENV)/dev.done  ## format, lint, types, import rules, tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(MAKE) test

format: $(VENV)/dev.done  ## format and sort imports in place
	$(BIN)/ruff check --fix-only --quiet .
	$(BIN)/ruff format .

lock: | $(BIN)/python  ## resolve pyproject.toml into the hashed locks
	test -x $(BIN)/uv || $(PIP) install uv  # not from the lock, which may be what is broken
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-annotate --no-header pyproject.toml -o requirements.txt
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-annotate --no-header pyproject.toml --group dev -o requirements-dev.txt

scoreboard: $(VENV)/dev.done  ## read the gold cases beside other extractors, into docs/scoreboard.md
	$(BIN)/python -m benchmarks.quality

clean:  ## remove the virtual environment and caches, never output/
	rm -rf $(VENV) .venv-peers .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/run.done: requirements.txt | $(BIN)/python
	$(PIP) install --require-hashes -r requirements.txt
	@touch $@

$(VENV)/dev.done: requirements-dev.txt | $(BIN)/python
	$(PIP) install --require-hashes -r requirements-dev.txt
	@touch $@ $(VENV)/run.done
