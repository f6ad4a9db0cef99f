# The words to know: run, stop, test, lint, score, bench, lock.
PYTHON ?= python3.11
PORT ?= 8000
export PORT

BIN := .venv/bin
MANAGE := $(BIN)/python manage.py

.PHONY: run stop test lint score bench lock
.DEFAULT_GOAL := run

run: .venv/installed ## Set up, load the examples into an empty catalogue, serve
	@$(MANAGE) serve

stop: .venv/installed ## Stop the database that `run` leaves running
	@$(MANAGE) stop

test: .venv/installed-dev ## Set up and run all tests, with coverage
	$(BIN)/pytest -n 2 --cov --cov-report=term $(ARGS)

lint: .venv/installed-dev ## Everything that CI checks beside the tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/djlint --check --lint templates
	$(BIN)/lint-imports
	$(MANAGE) makemigrations --check --dry-run
	$(MANAGE) check --fail-level WARNING
	ALLOWED_HOSTS=catalogue.example $(MANAGE) check --deploy --fail-level WARNING

score: .venv/installed-dev ## Measure extraction where the corpus is at hand; writes docs/accuracy.*
	$(BIN)/python -m bench.score

# The other benches ask for a database that is theirs; their own heads say how.
bench: .venv/installed-dev ## Measure speed and crash safety
	for file in extraction kill_import; do $(BIN)/python bench/$$file.py || exit 1; done

lock: .venv/installed-dev ## Compile requirements*.txt from requirements*.in
	$(BIN)/uv pip compile --python-version 3.11 --generate-hashes --quiet requirements.in -o requirements.txt
	$(BIN)/uv pip compile --python-version 3.11 --generate-hashes --quiet requirements-dev.in -o requirements-dev.txt

.venv/bin/python:
	$(PYTHON) -m venv .venv

# The files name all there is to install: a resolver could only find, and refuse, a newer release.
PIP := $(BIN)/pip install --quiet --disable-pip-version-check --no-compile --no-deps --require-hashes
# On all cores, where pip would use one; a few packages bring files that are no Python 3.11.
COMPILE := $(BIN)/python -m compileall -qq -j 0 .venv/lib || true

# The stamps hold a copy of what is installed, so that an unchanged file installs nothing.
.venv/installed: requirements.txt | .venv/bin/python
	$(PIP) -r requirements.txt
	@$(COMPILE)
	@cp requirements.txt $@

.venv/installed-dev: requirements-dev.txt .venv/installed
	$(PIP) -r requirements-dev.txt
	@$(COMPILE)
	@cp requirements-dev.txt $@
