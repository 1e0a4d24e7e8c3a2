# Everything works from a fresh clone with Python 3.11 or later, make, and on Debian apt.

PYTHON ?= $(firstword $(foreach name,python3 python3.13 python3.12 python3.11 python3.14,$(shell \
	command -v $(name) >/dev/null 2>&1 && $(name) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $(name))))
JOBS ?= 3 # on two cores: tests of servers, browsers and killed commands also wait
ARGS ?=
BIN := .venv/bin
# Hundreds of programs are started by the tests: what one has compiled, the next need not.
unexport PYTHONDONTWRITEBYTECODE
CHROMIUM := chromium chromium-browser google-chrome-stable google-chrome

.DEFAULT_GOAL := help
.PHONY: help demo docs test test-long mutation lint types contracts wheel wheels clean chromium postgresql java r format

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: .venv/.installed ## the two-minute tour: loads the shipped record, prints the silences, writes reports/fra-rus.html
	$(BIN)/detente demo

docs: .venv/.docs ## the documentation as a site that needs no network: build/site/index.html
	.ci/build-docs $(BIN)

test: .venv/.dev chromium postgresql ## all tests but the long ones, with counts by kind (ARGS='-k gaps' for some)
	$(BIN)/python -m pytest -n $(JOBS) -m "not long" $(ARGS)

test-long: .venv/.dev .venv/.fuzz .venv/.mutation .venv/.spark chromium postgresql java r ## the tests that take minutes, with 100,000 hostile inputs among them
	$(BIN)/python -m pytest -m long $(ARGS) || [ $$? -eq 5 ] # 5: there is none

mutation: .venv/.dev .venv/.mutation ## which changes to domain/ and analysis/ the tests do not notice (ARGS='--share 0.2 --seed 1')
	$(BIN)/python -m tests.mutation.campaign $(ARGS)

lint: .venv/.dev ## style: ruff check and ruff format
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

format: .venv/.dev ## put the source into the house style
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

types: .venv/.dev ## mypy --strict on source and tests
	$(BIN)/mypy

contracts: .venv/.dev ## which room may import what
	$(BIN)/lint-imports

wheel: .venv/.dev ## build the wheel and try it in a clean environment, outside the checkout, without a network
	rm -rf dist build
	$(BIN)/python -m build --wheel --outdir dist
	$(BIN)/python -m venv build/clean
	build/clean/bin/pip install --quiet --disable-pip-version-check dist/detente-*.whl
	.ci/try-wheel build/clean/bin

wheels: .venv/bin/python ## a folder with all that demo, test and docs install: make demo WHEELS=wheels needs no network
	@$(BIN)/python .ci/satisfied --list --extra all --group dev --group docs >.venv/wheels.txt
	$(BIN)/pip wheel --quiet --disable-pip-version-check --wheel-dir wheels . hatchling editables -r .venv/wheels.txt

clean: ## remove what make has made; records (*.db) and reports stay
	rm -rf .venv dist build .cache .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The stamps are newer than pyproject.toml while the environment holds what it asks for.
.venv/.installed: pyproject.toml | .venv/bin/python
	@.ci/install $(BIN)
	@$(BIN)/python -m compileall -q src migrations
	@touch $@

.venv/.dev: pyproject.toml | .venv/bin/python
	@.ci/install $(BIN) --extra all --group dev
	@$(BIN)/python -m compileall -q src migrations
	@touch .venv/.installed $@

.venv/.docs: pyproject.toml | .venv/.installed
	@.ci/install $(BIN) --group docs
	@touch $@

# Without it (another system, no network) the long tests make their inputs themselves, and say so.
.venv/.fuzz: pyproject.toml | .venv/.dev
	.ci/install $(BIN) --group fuzz && touch $@ || echo "atheris could not be installed" >&2

.venv/.mutation: pyproject.toml | .venv/.dev
	.ci/install $(BIN) --group mutation && touch $@ || echo "mutmut could not be installed" >&2

# 400 MB, for the tests of event data on a cluster alone. What is missing is said by the tests that need it.
.venv/.spark: pyproject.toml | .venv/.dev
	.ci/install $(BIN) --extra spark && touch $@ || echo "PySpark could not be installed" >&2

# Debian keeps venv in a package of its own.
.venv/bin/python:
	@[ -n "$(PYTHON)" ] || { echo "Python 3.11 or later is needed; install it, or name it: make PYTHON=/path/to/python3" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || $(MAKE) --no-print-directory python-venv
	@echo "making .venv, which takes about a minute the first time" >&2
	@$(PYTHON) -m venv .venv

.PHONY: python-venv
python-venv:
	@[ -f /etc/debian_version ] && [ "$$(id -u)" = 0 ] || { echo "Python's venv module is missing; on Debian: apt-get install python3-venv" >&2; exit 1; }
	apt-get update -qq
	DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends python3-venv

# The browser tests drive Chromium. Without it they are skipped, except where CI=true.
chromium:
	@for name in $(CHROMIUM); do command -v $$name >/dev/null && exit 0; done; \
	if [ -f /etc/debian_version ] && [ "$$(id -u)" = 0 ]; then \
		apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends chromium && exit 0; \
	fi; \
	echo "Chromium is missing (on Debian: apt-get install chromium): the browser tests will be skipped." >&2; \
	[ "$$CI" != true ]

# The tests start a server of their own from Debian's package, in a folder of their own; the package must not start one. Without
# it the tests on PostgreSQL are skipped, except where CI=true.
postgresql:
	@ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || command -v initdb >/dev/null && exit 0; \
	if [ -f /etc/debian_version ] && [ "$$(id -u)" = 0 ]; then \
		mkdir -p /etc/postgresql-common && { [ -e /etc/postgresql-common/createcluster.conf ] || echo "create_main_cluster = false" > /etc/postgresql-common/createcluster.conf; } && \
		apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends postgresql && exit 0; \
	fi; \
	echo "PostgreSQL is missing (on Debian: apt-get install postgresql): the tests on it will be skipped." >&2; \
	[ "$$CI" != true ]

# Long tests alone need these two; without them they are skipped, and say so.
java:
	@command -v java >/dev/null && exit 0; \
	if [ -f /etc/debian_version ] && [ "$$(id -u)" = 0 ]; then \
		apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends default-jre-headless && exit 0; \
	fi; \
	echo "Java is missing (on Debian: apt-get install default-jre-headless): the tests of Spark will be skipped." >&2

r:
	@Rscript -e 'stopifnot(all(sapply(c("DBI", "RSQLite", "haven"), requireNamespace)))' >/dev/null 2>&1 && exit 0; \
	if [ -f /etc/debian_version ] && [ "$$(id -u)" = 0 ]; then \
		apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends r-base-core r-cran-dbi r-cran-rsqlite r-cran-haven && exit 0; \
	fi; \
	echo "R is missing (on Debian: apt-get install r-base-core r-cran-dbi r-cran-rsqlite r-cran-haven): the lines of R will not be run." >&2
