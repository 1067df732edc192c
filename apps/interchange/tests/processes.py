"""Processes as an operator starts them, on the database of the running test."""

import os
import subprocess
import sys
from urllib.parse import urlsplit

from django.conf import settings
from django.db import connection


def database_url():
    """The test's database, which has another name than the environment says."""
    return urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{connection.settings_dict['NAME']}").geturl()


def manage(*arguments, timeout=120):
    """A finished `manage.py` with its output as text."""
    command = [sys.executable, str(settings.BASE_DIR / "manage.py"), *map(str, arguments)]
    environment = os.environ | {"DATABASE_URL": database_url()}
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=timeout)
