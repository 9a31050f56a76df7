# Needs a Python from 3.11 on, and make; everything else is set up in .venv from the pinned requirements.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo test check compiled bench bench-growth bench-run bench-accuracy bench-archive fuzz wheel docs picture tour pins clean

PYTHON ?= $(shell for python in python3.13 python3.12 python3.11 python3.14 python3 python; do \
	"$$python" -c 'import sys, venv, pip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$python" && break; done)

CHROMIUM ?= chromium

BIN := .venv/bin
READY := .venv/.ready
PIP := -m pip --quiet --disable-pip-version-check
# The dependencies of the project, and with `archive`, `cluster`, `dev` or `bench` those of the extra, as pyproject.toml has them.
DECLARED = $(BIN)/python -c 'import sys, tomllib; p = tomllib.load(open("pyproject.toml", "rb"))["project"]; \
	print(*p["dependencies"], *(d for extra in sys.argv[1:] for d in p["optional-dependencies"][extra]), sep="\n")'

help:
	@echo "make demo     extract the bundled corpus to demo-output/, build an archive of it, tell what was found and how to open it"
	@echo "make test     ruff, mypy, import-linter, the form of the gazetteers, then the tests"
	@echo "make check    the same without the tests"
	@echo "make compiled  compile what reads an article into build/compiled/, and compare what it finds in the corpus (needs a C compiler)"
	@echo "make bench    time the extraction beside PyThaiNLP's tokeniser"
	@echo "make bench-growth  time ever longer articles and draw docs/growth.svg (installs the extra bench)"
	@echo "make bench-run  measure long runs: workers, memory, kills (some ten minutes)"
	@echo "make bench-accuracy  measure other methods on the same articles (installs the extra bench)"
	@echo "make bench-archive  time an import into the archive beside the tokeniser, on SQLite and PostgreSQL"
	@echo "make fuzz     spoil 200,000 articles at random and extract them (SEED=…, WORKERS=…); about 20 minutes on one core"
	@echo "make wheel    build the wheel into dist/ (COMPILED=1: of compiled modules, for this system and Python alone)"
	@echo "make docs     run the examples of the documents and put in what they print"
	@echo "make picture  make docs/explained.png afresh, with chromium"
	@echo "make tour     make docs/tour-*.png afresh, with chromium"
	@echo "make pins     resolve the requirements afresh from pyproject.toml"
	@echo "make clean    remove what these made, .venv included"
	@echo
	@echo "Each sets up .venv by itself when it has to; PYTHON=… chooses the interpreter it is made with."

# A venv of the pinned requirements with the package installed in place. Where the system keeps ensurepip apart from
# Python (Debian), the venv gets its pip from the interpreter's own.
$(READY): requirements.txt requirements-dev.txt pyproject.toml
	@test -n "$(PYTHON)" || { echo "No Python from 3.11 on with pip was found; install one, or name it: make PYTHON=/path/to/python3" >&2; exit 1; }
	@echo "Setting up .venv with $(PYTHON); this takes a minute"
	@test -x $(BIN)/python || "$(PYTHON)" -m venv .venv >/dev/null 2>&1 || "$(PYTHON)" -m venv --clear --without-pip .venv
	@$(BIN)/python $(PIP) --version >/dev/null 2>&1 || "$(PYTHON)" $(PIP) --python $(BIN)/python install pip
	@$(BIN)/python $(PIP) install -r requirements-dev.txt
	@$(BIN)/python $(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

demo: $(READY)
	@$(BIN)/python scripts/demo.py

check: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python scripts/format_gazetteers.py --check

test: check
	$(BIN)/pytest -n auto --dist loadfile --no-loadscope-reorder

compiled: $(READY)
	@$(BIN)/python scripts/compiled.py --check

bench: $(READY)
	@$(BIN)/python scripts/bench.py

bench-run: $(READY)
	@$(BIN)/python scripts/bench_run.py

bench-growth: $(READY)
	@$(BIN)/python $(PIP) install $$($(DECLARED) bench)
	@$(BIN)/python scripts/bench_growth.py --plot docs/growth.svg

# The peers are no part of the package nor of its tests, so they are not among the pinned requirements.
bench-accuracy: $(READY)
	@$(BIN)/python $(PIP) install $$($(DECLARED) bench)
	@$(BIN)/python scripts/bench_accuracy.py

bench-archive: $(READY)
	@$(BIN)/python scripts/bench_archive.py

# What breaks is left in build/fuzz/. A short run is among the tests.
SEED ?= 1
WORKERS ?= 1
fuzz: $(READY)
	@$(BIN)/python scripts/fuzz.py --seed $(SEED) --count 200000 --workers $(WORKERS)

COMPILED ?=
wheel: $(READY)
	@$(if $(COMPILED),$(BIN)/python scripts/compiled.py)
	EXTRACTOR_COMPILED=$(COMPILED) $(BIN)/python $(PIP) wheel --no-deps --no-build-isolation --wheel-dir dist .

# Figures of accuracy and speed too; those of ../shared need it there.
docs: $(READY)
	@$(BIN)/python scripts/readme.py

# As tall as the page shows well on; the profile is thrown away.
picture: $(READY)
	@mkdir -p build && $(BIN)/extractor explain corpus/b22-communities-places-teams.txt --html build/explained.html
	@profile=$$(mktemp -d) && $(CHROMIUM) --headless --no-sandbox --disable-gpu --no-first-run --hide-scrollbars \
		--disable-background-networking --disable-component-update --disable-sync --user-data-dir=$$profile \
		--window-size=1360,900 --screenshot=docs/explained.png build/explained.html; rm -rf $$profile

tour: $(READY)
	@CHROMIUM=$(CHROMIUM) $(BIN)/python scripts/tour.py

# Needs the package index; look at the difference before keeping it.
pins: $(READY)
	@rm -rf build/pins && "$(PYTHON)" -m venv build/pins
	@build/pins/bin/python $(PIP) install --upgrade pip
	@$(DECLARED) archive serve > build/pins/declared && build/pins/bin/python $(PIP) install --upgrade -r build/pins/declared
	@build/pins/bin/python -m pip freeze > build/pins/runtime
	@$(DECLARED) archive serve cluster dev > build/pins/declared && build/pins/bin/python $(PIP) install -r build/pins/declared
	@build/pins/bin/python -m pip freeze --all | grep -v "^pip==" | grep -vxFf build/pins/runtime > build/pins/dev
	@{ sed '/^#/!d' requirements.txt; cat build/pins/runtime; } > build/pins/new && cp build/pins/new requirements.txt
	@{ sed '/^#/!d' requirements-dev.txt; echo "-r requirements.txt"; cat build/pins/dev; } > build/pins/new && cp build/pins/new requirements-dev.txt
	@git diff --stat -- requirements.txt requirements-dev.txt

clean:
	rm -rf .venv build dist demo-output .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
