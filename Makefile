# Everything there is to do here, one word each. Without make: python3 build_spec/setup.py run (or test).

PYTHON ?= python3
READY = $(PYTHON) build_spec/setup.py
VENV = .venv/bin
ARGS ?=

.DEFAULT_GOAL := help
.PHONY: help run test check benchmark lock screenshot ready

help:  ## this list
	@grep -E '^[a-z]+:.*## ' Makefile | sed -E 's/:[^#]*## /\t/' | expand -t 14

run:  ## open the window; without a screen, do a tour through the command line
	@$(READY) run $(ARGS)

test:  ## run the tests, e.g. make test ARGS="tests/core -k span"
	@$(READY) test $(ARGS)

check: ready  ## all that must hold before a commit: ruff, mypy --strict, import contracts, tests
	$(VENV)/ruff check .
	$(VENV)/ruff format --check .
	$(VENV)/mypy --strict
	$(VENV)/lint-imports
	@$(READY) test $(ARGS)

benchmark: ready  ## measure, beside the floors of the same run; nothing else should be running
	$(VENV)/python -m tests.benchmarks $(ARGS)

screenshot: ready  ## draw the pictures of the README and the help by the program itself
	QT_QPA_PLATFORM=offscreen $(VENV)/python build_spec/screenshot.py

LOCKED = --quiet --universal --python-version 3.11 --generate-hashes pyproject.toml --group dev --group source \
	--extra postgresql --extra parquet --custom-compile-command "make lock"

lock: ready  ## settle all versions anew: pyproject.toml -> requirements.lock and peers.lock, hashes and no hosts
	$(VENV)/python -m pip install --quiet uv
	$(VENV)/uv pip compile $(LOCKED) --upgrade -o requirements.lock
	$(VENV)/uv pip compile $(LOCKED) --upgrade --group peers -c requirements.lock -o build_spec/peers.lock

ready:  ## make .venv fit requirements.lock and stop
	@$(READY)
