"""How gunicorn serves Steget: `gunicorn -c procurement_csr/gunicorn.py procurement_csr.wsgi`."""

import os

# The supervisor opens the socket itself, so that a restarted web server finds callers waiting instead of lost.
_file = os.environ.get("STEGET_LISTEN_FILE")
bind = f"fd://{_file}" if _file else f"{os.environ.get('BIND', '127.0.0.1')}:{os.environ.get('PORT', '8000')}"

# Two processes for two cores; threads, since a request mostly waits for the database. Loaded once before the fork,
# the second process costs only what it changes.
workers = int(os.environ.get("WEB_PROCESSES", "2"))
worker_class = "gthread"
threads = 4
preload_app = True

timeout = 60  # an import preview of 50 000 rows is the slowest page
graceful_timeout = 10
keepalive = 5
max_requests = 10_000  # a slow leak of memory never grows old
max_requests_jitter = 1_000

loglevel = "warning"
control_socket_disable = True  # nobody uses it, and it would lie in the home directory


def when_ready(server):
    """Load all pages before the fork: shared memory, and the first visitor does not wait for it."""
    from django.urls import get_resolver

    get_resolver().url_patterns  # noqa: B018
