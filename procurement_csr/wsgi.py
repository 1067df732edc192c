"""The WSGI application that gunicorn serves."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "procurement_csr.settings")
application = get_wsgi_application()

from apps.accounts.checks import demo_accounts_forbidden  # noqa: E402 - needs the settings to be loaded

demo_accounts_forbidden()
