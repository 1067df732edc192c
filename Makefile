# Steget: `make run` starts everything, `make test` tests everything.
# Both need git, make and Python 3.11 or newer with venv and pip, and fetch the rest themselves.

PYTHON ?= $(shell for python in python3 python3.13 python3.12 python3.11; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)
SETUP = $(if $(PYTHON),$(PYTHON),echo 'Steget needs Python 3.11 or newer.'; false) -I procurement_csr/environment.py
PY = .venv/bin/python
# Settings as in production, so that `check --deploy` looks at what will be deployed.
PRODUCTION = STEGET_DEMO=nej SECRET_KEY=0123456789-abcdefghijklmnopqrstuvwxyz-ABCDEFGHIJKLMNOPQRSTUVWXYZ \
	ALLOWED_HOSTS=steget.example EMAIL_HOST=mail.example DATABASE_URL=postgres://steget@db.example/steget

.PHONY: run test check fix setup dev reset-demo shots faults bench

run: setup
	@$(PY) -m procurement_csr.supervisor

test:
	@$(SETUP) --chromium requirements-dev.txt
	@$(PY) -m pytest -n 2 --dist loadfile $(ARGS)

check: dev
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	.venv/bin/lint-imports
	$(PY) manage.py makemigrations --check --dry-run
	$(PRODUCTION) $(PY) manage.py check --deploy --fail-level WARNING
	.venv/bin/djlint templates --lint --quiet
	.venv/bin/uv pip check --python $(PY) || $(PY) -m pip check

fix: dev
	$(PY) -m ruff check --fix .
	$(PY) -m ruff format .

setup:
	@$(SETUP) requirements.txt

dev:
	@$(SETUP) requirements-dev.txt

reset-demo: setup
	@$(PY) manage.py reset_demo $(ARGS)

shots: dev
	@$(PY) manage.py make_shots $(ARGS)

faults: dev
	@$(PY) -m procurement_csr.faults.campaign $(ARGS)

bench: setup
	@$(PY) -m procurement_csr.bench $(ARGS)
