# Everything works on a machine that has Python >= 3.11 and make; the rest is set up in .venv.
PYTHON ?= python3
BIN := .venv/bin
DB ?=
SAMPLE := $(BIN)/python -m tests.sample_portals --full --
COMPILE := $(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-header
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
# Every process would compile all it imports again.
unexport PYTHONDONTWRITEBYTECODE
# Who has set up for developing has what crawling needs.
READY := $(if $(wildcard .venv/.dev),.venv/.dev,.venv/.run)
INTO_SCALE = { $(BIN)/uv pip install --quiet --python .scale/bin/python $(1) \
	|| .scale/bin/python -m pip install --quiet $(1); }
MB ?= 300
# What needs software of its own is tested by targets of its own.
OWN := --ignore=tests/cms --ignore=tests/scale
# The sample portals are on this machine: no need to be gentle with them.
FAST := -s DOWNLOAD_DELAY=0 -s AUTOTHROTTLE_ENABLED=False -s RETRY_BACKOFF=0

.DEFAULT_GOAL := help
.PHONY: help demo test crawl explore setup install lint types check test-slow test-cms test-archives \
	test-scale soak bench bench-site bench-scale endurance bench-extraction bench-meetings big-demo screenshots lock clean clean-data format

demo: setup  ## crawl the sample portals into output/demo.db and say what was found
	rm -rf output/demo.db* output/captures/demo
	$(SAMPLE) $(BIN)/scrapy crawlall -s 'SPIDER_MODULES={spiders}' -s DATABASE=output/demo.db \
		-s CAPTURES=output/captures/demo $(FAST)
	$(BIN)/python -m tests.archives -- $(BIN)/scrapy backfill bacbinh -s DATABASE=output/demo.db \
		-s CAPTURES=output/captures/demo
	$(BIN)/python -m output.summary output/demo.db

test: lint  ## lint and the tests, but for those that cost seconds each (a minute or two)
	$(BIN)/pytest -n auto -m "not slow" $(OWN)

check: lint types test test-slow  ## what a change must pass: lint, types, every test that needs no server (ten minutes)

crawl: $(READY)  ## crawl the real portals into output/giaoban.db
	$(BIN)/scrapy crawlall

explore: $(READY)  ## open Datasette on http://127.0.0.1:8001; DB=path for another database
	$(BIN)/python -m output.datasette.serve $(if $(DB),"$(DB)")

help:  ## what can be made
	@sed -n 's/^\([a-z][a-z-]*\):[^#]*## /\1\t/p' Makefile | expand -t 18

setup: .venv/.dev  ## everything that developing needs

install: .venv/.run  ## what crawling and exploring need, no test tools

.venv/.run: LOCK := requirements.lock
.venv/.dev: LOCK := requirements-dev.lock
.venv/.run .venv/.dev: requirements.lock requirements-dev.lock
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed")'
	$(PYTHON) -m venv .venv
	$(PIP) --require-hashes -r requirements-setup.lock \
		&& $(BIN)/uv pip install --quiet --compile-bytecode --python $(BIN)/python --require-hashes -r $(LOCK) \
		|| $(PIP) --require-hashes -r $(LOCK)
	$(PIP) --no-deps --no-build-isolation -e .
	touch $@
	$(if $(findstring dev,$@),-$(BIN)/pytest --collect-only -qq $(OWN) >/dev/null)  # compiles the tests once

format: setup  ## set the code as `make lint` wants it
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

lint: setup  ## ruff
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: setup  ## mypy
	$(BIN)/mypy

test-slow: setup  ## a real browser, kills, endless queries, many writers
	$(BIN)/pytest -n auto -m slow $(OWN)

test-cms: setup  ## a real WordPress, where its packages are installed (see .ci/run)
	$(BIN)/pytest -n 0 tests/cms

test-archives: setup  ## a real archive (pywb, in an environment of its own) serves and replays
	test -x .pywb/bin/wayback || { $(PYTHON) -m venv .pywb && .pywb/bin/pip install --quiet pywb==2.10.0; } \
		|| echo "NOT TESTED WITH A REAL ARCHIVE: pywb cannot be installed"
	PYWB=.pywb/bin $(BIN)/pytest -rs tests/archives/test_pywb.py

test-scale: .scale/.ready  ## two Scrapyd nodes, a Dask cluster (in an environment of their own)
	$$(test -e .scale/.ready && echo .scale || echo .venv)/bin/python -m pytest -n 0 -rs tests/scale

bench-scale: .scale/.ready  ## how much faster two Dask workers read a WARC file of MB=300 than one
	.scale/bin/python -m tests.scale.cluster $(MB)

.scale/.ready: requirements-dev.lock deploy/scrapyd/requirements.txt | .venv/.dev
	{ $(PYTHON) -m venv .scale \
		&& $(call INTO_SCALE,--require-hashes -r requirements-dev.lock) \
		&& $(call INTO_SCALE,-r deploy/scrapyd/requirements.txt "distributed>=2026.1") \
		&& touch $@; } \
		|| echo "NOT TESTED ON SEVERAL MACHINES: Scrapyd and Dask cannot be installed"

soak: setup  ## mutated pages by the ten thousand, kills by the dozen (half an hour)
	SOAK=1 $(BIN)/pytest -n auto tests/crawl/test_nights.py tests/extraction tests/meetings
	$(BIN)/python -m tests.extraction.soak
	$(BIN)/python -m tests.simulation
	$(BIN)/python -m tests.soak

bench: setup  ## this project and others on the same pages (a quarter of an hour), writes docs/performance.md
	$(BIN)/python -m tools.bench --write

endurance: setup  ## memory and start of a run with 200 000 known pages, and over 100 000 articles
	$(BIN)/python -m tools.bench.endurance

bench-site: setup  ## what each kind of page costs on the generated articles of make big-demo
	$(BIN)/python -m tools.bench.site $(if $(DB),"$(DB)")

bench-extraction: setup  ## compare with other extractors, write docs/extraction.md
	$(BIN)/python -m tests.extraction.bench

bench-meetings: setup  ## right, wrong and null per fact, every miss listed
	$(BIN)/python -m tests.meetings.bench
	$(BIN)/python -m tests.meetings.directives_bench

big-demo: setup  ## 200 000 generated articles, published (a minute)
	$(BIN)/python -m tools.big_demo

screenshots: setup  ## the README's pictures, from output/demo.db
	$(BIN)/python -m tests.output.datasette.screenshots

lock: setup  ## pin what pyproject.toml asks for, and uv, which installs it
	$(BIN)/python -m pip install --quiet uv
	echo uv | $(BIN)/uv pip compile - --universal --python-version 3.11 --generate-hashes --no-header \
		-o requirements-setup.lock
	$(COMPILE) --extra explore --group build -o requirements.lock
	$(COMPILE) --extra explore --group dev -o requirements-dev.lock

clean:  ## remove environments, caches and the demo; what was crawled stays
	rm -rf .venv .scale .pywb .mypy_cache .ruff_cache .pytest_cache .hypothesis \
		output/demo.db* output/captures/demo

clean-data:  ## remove what was crawled: every database and capture in output/
	rm -rf output/*.db* output/captures
