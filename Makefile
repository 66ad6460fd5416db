# Two commands are all that a fresh machine needs: `make demo` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
ASSIGNMENT ?= rnn_gradients

.DEFAULT_GOAL := help
.PHONY: help setup demo test bench constraints

help: ## Say what can be made
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | expand -t 14

setup: $(VENV)/.complete ## Make the environment in .venv, once

$(VENV)/.complete: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed, but $(PYTHON) is $$($(PYTHON) --version). Try: make $(MAKECMDGOALS) PYTHON=python3.11"; exit 1; }
	@echo "Setting up $(VENV): this takes a minute, once."
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[test]'
	@touch $@

demo: setup ## Play the main job with a cast of students, from the source to the feedback
	@$(BIN)/unrolled demo $(ASSIGNMENT)

test: setup ## Check the kit: style, the reference, the graders, the sandbox, nbgrader itself
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/python -m pytest --numprocesses=logical --dist=loadfile

bench: setup ## Measure how fast grading is, beside nbgrader alone: some ten minutes
	@$(BIN)/python -m graders.bench

constraints: ## Pin what is installed now
	@$(BIN)/python -m pip freeze --exclude-editable > constraints.txt
