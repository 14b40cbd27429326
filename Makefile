# make briefing   write outputs/MONTH/ from inputs/MONTH.*; MONTH=2025-08 names one, else the newest
# make test       make check, the labelled cases, the tests
# make check      lint, format, types, imports, and the settings, norms and templates
# make golden     write the golden files and the pictures anew; read the difference before you commit it
# make precedents learn anew from the labelled cases what words and measures weigh; then make golden
# make pictures   draw the pictures of the READMEs anew
# make bench      time and memory of a build and its growth, cost of a verdict
# make compare    time of a build beside docxtpl and LibreOffice
# Each sets up what is missing first; PYTHON=/path/to/python names the interpreter to set up with.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := briefing
.PHONY: briefing test check golden precedents pictures bench compare setup setup-dev fonts lock clean

BIN := .venv/bin
# Judged as an office's tables are; by the rules alone those that the precedents were learned from.
CASES := 2025-08.txt 2025-05.txt published.jsonl unseen/* untouched/*
LEARNED := varied.jsonl made/* fresh/* later/* last/* near/* wide/* wider/* short/* further/*
export PYTHON
# A checkout in a folder with a Chinese name is found in any locale.
export LC_ALL := C.UTF-8

# The folder of fetched typefaces is the first that the office's settings name.
FONTS = $$($(BIN)/python -c 'from pathlib import Path; from reportgen import workspace; \
	print(workspace.open(Path()).font_folders[0].absolute())')

briefing: setup
	@$(BIN)/reportgen build $(if $(MONTH),--month $(MONTH))

test: check
	for cases in $(CASES); do $(BIN)/reportgen evaluate $$(ls tests/data/$$cases | grep -v truth); done
	for cases in $(LEARNED); do $(BIN)/reportgen evaluate --rules-only $$(ls tests/data/$$cases | grep -v truth); done
	$(BIN)/pytest -n auto

check: setup-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/reportgen check

golden: setup-dev
	REWRITE_GOLDEN=1 $(BIN)/pytest -q $$(grep -rl REWRITE_GOLDEN tests --include='test_*.py')
	@$(BIN)/python docs/pictures.py
	@git status --short -- README.md README.zh-CN.md docs tests

precedents: setup-dev
	@cd tests/data && ../../$(BIN)/python ../../scripts/learn.py $$(ls -d $(LEARNED) | grep -v truth)

pictures: setup-dev
	@$(BIN)/python docs/pictures.py

bench: setup
	@$(BIN)/python benchmarks/build.py
	@$(BIN)/python benchmarks/judge.py

compare: setup
	@scripts/venv.sh requirements-bench.lock
	@$(BIN)/python benchmarks/compare.py

setup: LOCK := requirements.lock
setup-dev: LOCK := requirements-dev.lock
setup setup-dev:
	@scripts/venv.sh $(LOCK)
	@scripts/native.sh $(BIN)/python
	@scripts/fonts.sh "$(FONTS)" $(BIN)/python

fonts: setup
	@scripts/fonts.sh "$(FONTS)" $(BIN)/python --again

# Needs uv on PATH; everything else is set up without it.
lock:
	scripts/lock.sh

clean:
	rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
