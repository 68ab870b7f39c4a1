# Every target sets up what it needs, from an empty checkout.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip --disable-pip-version-check
OUTPUT := output/demo

# Why the virtual environment cannot be used, in words: nothing where it can, or where there is none.
UNUSABLE = [ -e $(VENV) ] || [ -L $(VENV) ] || exit 0; \
	script=$$(head -qn 2 $(BIN)/scrapy 2>&1 | grep -o '/[^"]*/bin/python[^" ]*' | tail -n 1); \
	if ! $(BIN)/python -c "" 2>&1; then echo "its Python does not start"; \
	elif ! $(BIN)/python -c "import sys; sys.exit(sys.version_info < (3, 11))"; then echo "its Python is older than 3.11"; \
	elif ! $(BIN)/python -c "import pip" 2>&1; then echo "it has no pip"; \
	elif [ -n "$$script" ] && [ ! -x "$$script" ]; then echo "it was moved here from another folder"; \
	fi | tail -n 1

# Pip says which packages come: on one line of a terminal, every tenth elsewhere. The rest is in its log.
INSTALL = { $(PIP) install --progress-bar off --require-hashes -r $(1) 2>&1 || echo FAILED; } | tee $(VENV)/pip.log | awk \
	-v end="$$([ -t 2 ] && echo r)" \
	'function say(text) {printf end ? "%-70s\r" : "%s\n", text; fflush()} \
	/^Collecting/ && (n++ % 10 == 0 || end) {say("$(VENV): " $$2)} \
	/^Installing collected/ {say("$(VENV): unpacking " n " packages")} \
	/^ERROR|^FAILED/ {failed = 1; print} \
	END {if (end) say(""); exit failed}'

ifneq ($(filter-out help clean,$(MAKECMDGOALS)),)
unusable := $(shell $(UNUSABLE))
ifneq ($(unusable),)
ifeq ($(wildcard $(VENV)/pyvenv.cfg),)
$(error $(VENV) is no virtual environment: move it away, or name another: make VENV=…)
endif
$(info $(VENV) is made again: $(unusable))
$(shell rm -rf $(VENV))
endif
endif

.DEFAULT_GOAL := help
.PHONY: help install demo test crawl check format lock simulator docs scoreboard trust pywb archive-check clean

help:  ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

install: $(VENV)/run.done  ## set up the virtual environment, to run

demo: $(VENV)/run.done  ## crawl the saved site in fixtures/ into output/demo, without network, and write its report
	$(BIN)/scrapy crawl sindonews -s REPLAY_DIR=fixtures -s OUTPUT_DIR=$(OUTPUT) -L ERROR
	$(BIN)/scrapy show $(OUTPUT) --nth 22
	@$(BIN)/scrapy report sindonews -s OUTPUT_DIR=$(OUTPUT) --out $(OUTPUT).html
	@echo "next: $(BIN)/scrapy status -s OUTPUT_DIR=$(OUTPUT), $(BIN)/scrapy --help"

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
	test -x $(BIN)/uv || $(PIP) --quiet install uv  # not from the lock, which may be what is broken
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-annotate --no-header pyproject.toml --extra report -o requirements.txt
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-annotate --no-header pyproject.toml --group dev -o requirements-dev.txt

simulator: $(VENV)/dev.done  ## serve a simulated site to crawl; ARGS="--articles 2000", see docs/simulator.md
	$(BIN)/python -m simulator $(ARGS)

docs: $(VENV)/dev.done  ## build the documentation site into docs/_build
	$(BIN)/python -m sphinx --quiet --fail-on-warning --keep-going -b html docs docs/_build

scoreboard: $(VENV)/dev.done  ## read the gold cases beside other extractors, into docs/scoreboard.md
	$(BIN)/python -m benchmarks.quality
	$(if $(REAL_PAGES),$(BIN)/python -m benchmarks.quality.real_pages $(REAL_PAGES))

trust: $(VENV)/dev.done  ## read pages after some 1,100 kinds of change, trafilatura beside, into docs/trust.md
	$(BIN)/python -m tests.changes --every 4 --peers --markdown docs/trust.md

pywb: $(VENV)/dev.done .venv-pywb/done  ## read articles out of a real pywb that stumbles (`-a source=`)
	$(BIN)/python -m tests.pywb .venv-pywb/bin

archive-check: $(VENV)/dev.done .venv-pywb/done  ## have gzip, warcio, fastwarc, pywb and wacz read an archive: ARCHIVE=FOLDER
	$(BIN)/python -m tests.archive_check $(ARCHIVE) .venv-pywb/bin

.venv-pywb/done:  # apart from the lock: pywb brings gevent
	$(PYTHON) -m venv .venv-pywb
	.venv-pywb/bin/python -m pip --quiet install pywb==2.10.0 wacz==0.6.0 "setuptools<80"
	touch $@

clean:  ## remove the virtual environment and caches, never output/
	rm -rf $(VENV) .venv-peers .venv-pywb .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(BIN)/python:
	@command -v $(PYTHON) >/dev/null || { echo "$(PYTHON): not found; install Python 3.11 or newer, or name one: make PYTHON=python3.12 …" >&2; exit 1; }
	@$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11))" || { echo "$(PYTHON) is $$($(PYTHON) -V 2>&1), 3.11 or newer is needed; name one: make PYTHON=python3.12 …" >&2; exit 1; }
	@$(PYTHON) -c "import ensurepip, venv" 2>/dev/null || { echo "$(PYTHON) cannot make a virtual environment; on Debian and Ubuntu: apt install python3-venv" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV)

$(VENV)/run.done: requirements.txt | $(BIN)/python
	@$(call INSTALL,requirements.txt)
	@touch $@

$(VENV)/dev.done: requirements-dev.txt | $(BIN)/python
	@$(call INSTALL,requirements-dev.txt)
	@touch $@ $(VENV)/run.done
