# Two commands matter: `make run` starts the site with its demo, `make test` runs every test.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
TESTS ?= tests
TEMPLATES = find site/templates home search services tests -name '*.html'
APT := DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300

export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PYTHONPATH := site

.PHONY: run test check bench messages preflight chromium frontend elasticsearch elasticsearch-stop
.NOTPARALLEL:

run: preflight $(VENV)/run.stamp
	@exec $(BIN)/python -m config.launch

# A search server for tests ends before what its second compiler makes has paid.
test: export ES_JAVA_OPTS = -XX:TieredStopAtLevel=1
test: $(VENV)/dev.stamp chromium
	$(BIN)/python -m config.elasticsearch_server run $(BIN)/python -m pytest --numprocesses=auto $(TESTS)

check: $(VENV)/dev.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy .
	$(BIN)/lint-imports --no-logo
	$(TEMPLATES) -print0 | xargs -0 $(BIN)/djhtml --check --tabwidth 4
	$(TEMPLATES) -print0 | xargs -0 $(BIN)/djlint --lint --quiet
	DJANGO_SETTINGS_MODULE=config.settings.test $(BIN)/python manage.py makemigrations --check
	$(BIN)/python -m config.messages --check
	$(BIN)/pip check
	@$(MAKE) --no-print-directory frontend

bench: $(VENV)/dev.stamp
	@$(BIN)/python -m config.elasticsearch_server run $(BIN)/python -m tests.bench

# A search server for tests and for trying out; its last line is SEARCH_URL=http://…
elasticsearch:
	@$(PYTHON) -m config.elasticsearch_server start

elasticsearch-stop:
	@$(PYTHON) -m config.elasticsearch_server stop

# LANGUAGES="fr lv" begins catalogues for more languages.
messages: $(VENV)/run.stamp
	$(BIN)/python -m config.messages $(LANGUAGES)

preflight:
	@command -v $(PYTHON) >/dev/null || \
		{ echo "A system package is missing. Install it: apt-get install python3 python3-venv" >&2; exit 1; }
	@$(PYTHON) -m config.preflight

$(VENV)/made.stamp:
	@command -v $(PYTHON) >/dev/null && $(PYTHON) -c 'import ensurepip' 2>/dev/null || \
		{ echo "A system package is missing. Install it: apt-get install python3-venv" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/run.stamp: requirements.txt | $(VENV)/made.stamp
	@echo "Installing what the site needs …"
	@$(BIN)/python -m pip install --quiet --requirement requirements.txt
	@touch $@

$(VENV)/dev.stamp: requirements-dev.txt $(VENV)/run.stamp
	@echo "Installing what tests and checks need …"
	@$(BIN)/python -m pip install --quiet --requirement requirements-dev.txt
	@touch $@

# Tests in the browser are skipped without Chromium, and fail with CI=true.
chromium:
	@if [ -z "$$CHROMIUM" ] && [ -z "$$(command -v chromium-headless-shell || command -v chromium || command -v chromium-browser)" ]; then \
		if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
			echo "Installing Chromium …"; \
			$(APT) update >/dev/null && \
			$(APT) install --yes --no-install-recommends chromium-headless-shell fonts-noto-core >/dev/null || \
			echo "Chromium could not be installed: tests in the browser will be skipped."; \
		else \
			echo "Tests in the browser will be skipped. To run them: apt-get install chromium-headless-shell fonts-noto-core"; \
		fi; \
	fi

# The built CSS and JavaScript are committed: building them again must change nothing.
frontend:
	@if command -v npm >/dev/null; then \
		set -e; before=$$(mktemp -d); trap 'rm -rf "$$before"' EXIT; \
		cp -R site/static/dist/. "$$before"; \
		(cd site/frontend && npm ci --ignore-scripts --no-audit --no-fund --silent && npm run --silent build); \
		diff -r "$$before" site/static/dist >/dev/null || \
			{ echo "site/static/dist was not built from its source; now it is: commit it." >&2; exit 1; }; \
	elif [ -n "$$CI" ]; then \
		echo "Node is missing, so that the built CSS and JavaScript cannot be checked." >&2; exit 1; \
	else \
		echo "Skipped without Node: whether built CSS and JavaScript equal their source (apt-get install npm)."; \
	fi
