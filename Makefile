# Two commands for everybody: `make course` opens the course, `make test` runs every test.

PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3 python; do \
	command -v $$p >/dev/null && $$p -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null \
	&& echo $$p && break; done)
VENV := .venv
BIN := $(VENV)/$(if $(filter Windows_NT,$(OS)),Scripts,bin)
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# What `make course` passes on, for example: make course OPEN="--no-browser --port 9000"
OPEN ?=
# What `make site` passes on, for example: make site SITE=--cdn
SITE ?=

.PHONY: help course teaching test lint unit notebooks browser binder-check site bench words lock clean

help:
	@echo 'make course   install into .venv and open lesson 0     (OPEN="--no-browser --port 9000")'
	@echo 'make teaching install what a teacher needs besides: grading, hand-outs'
	@echo 'make test     install what tests need and run them all'
	@echo 'make binder-check   replay what Binder does with this folder'
	@echo 'make site     build the web edition in build/site       (SITE=--cdn)'
	@echo 'make bench    measure: a table, and build/bench.json'
	@echo 'make words    bring the catalogues of languages up to date (NEW=de begins one)'
	@echo 'make lock     pin the requirements anew'
	@echo 'make clean    remove what these commands made'

course: $(VENV)/course.stamp
	@$(BIN)/course open $(OPEN)

teaching: $(VENV)/teaching.stamp

test: lint unit notebooks browser binder-check

lint: $(VENV)/test.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

unit: $(VENV)/test.stamp
	$(BIN)/python -m pytest -q -n 2 -m "not browser" --ignore=tests/notebooks --cov=helpers --cov-report=term

notebooks: $(VENV)/test.stamp
	$(BIN)/python -m pytest -q tests/notebooks

browser: $(VENV)/test.stamp
	$(BIN)/python -m tests.chromium
	$(BIN)/python -m tests.pyodide
	$(BIN)/python -m tests.access --clear
	$(BIN)/python -m pytest -q -m browser -n 3 --dist loadfile tests/browser tests/site tests/web tests/access
	$(BIN)/python -m tests.access

# The steps that Binder takes, without Docker, in an environment of their own; see binder/README.md.
binder-check: $(VENV)/test.stamp
	$(BIN)/python -m tests.binder

# The web edition, for any static host.
site: $(VENV)/test.stamp
	$(BIN)/course site $(SITE)

bench: $(VENV)/test.stamp
	$(BIN)/python -m tests.bench

# The catalogues are committed, compiled ones too: neither an editable install nor a wheel builds them.
words: $(VENV)/test.stamp
	$(BIN)/python -m tests.language.words $(NEW)

# The stamps make a second run start at once: pip works only when a requirement or the project file changed.
$(VENV)/pip.stamp:
	@"$(PYTHON)" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null \
		|| { echo "The course needs Python 3.11, 3.12 or 3.13$(if $(PYTHON), and $(PYTHON) is none of them). Install one, or name it: make course PYTHON=/path/to/python"; exit 1; }
	"$(PYTHON)" -m venv $(VENV)
	@touch $@

$(VENV)/course.stamp: $(VENV)/pip.stamp binder/requirements.txt pyproject.toml
	$(BIN)/python -m pip install --quiet --require-hashes -r binder/requirements.txt
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/teaching.stamp: $(VENV)/course.stamp course/requirements.txt
	$(BIN)/python -m pip install --quiet --require-hashes -r course/requirements.txt
	@touch $@

$(VENV)/test.stamp: $(VENV)/course.stamp tests/requirements.txt
	$(BIN)/python -m pip install --quiet --require-hashes -r tests/requirements.txt
	@touch $@

# uv resolves for Python 3.11 to 3.13 at once; nothing of this machine's settings goes into the files.
# Extras stay named: an older pip that meets `coverage[toml]` unpinned takes the newest release and refuses it for its hash.
LOCK = env -i PATH="$$PATH" HOME="$$HOME" $(VENV)/lock/bin/uv pip compile --quiet --no-config --system-certs --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-emit-find-links --no-annotate --no-strip-extras --upgrade --custom-compile-command "make lock"

lock: $(VENV)/pip.stamp
	$(BIN)/python -m venv $(VENV)/lock
	$(VENV)/lock/bin/python -m pip install --quiet uv
	$(LOCK) --extra lessons --group build -o binder/requirements.txt pyproject.toml
	$(LOCK) --extra teaching --group build -c binder/requirements.txt -o course/requirements.txt pyproject.toml
	$(LOCK) --extra site --group build -c binder/requirements.txt -o course/site/requirements.txt pyproject.toml
	$(LOCK) --extra teaching --extra site --extra test --group build -c course/requirements.txt -c course/site/requirements.txt -o tests/requirements.txt pyproject.toml

clean:
	rm -rf $(VENV) build dist .coverage .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
