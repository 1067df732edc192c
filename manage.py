#!/usr/bin/env python
"""Django's command line. Starts the embedded servers for the commands that need them, unless `DATABASE_URL` and
`REDIS_URL` name others."""

import os
import sys

import django
from django.core.management import execute_from_command_line

from procurement_csr import services

NEEDS_NO_SERVER = {
    "check",
    "collectstatic",
    "compilemessages",
    "diffsettings",
    "findstatic",
    "help",
    "make_messages",
    "make_shots",
    "makemessages",
    "standstill",
    "timeplan",
    "version",
}
# Commands that need a server only with this option, which may be written shorter.
NEEDS_SERVER_WITH = {"timeplan": "--organisation"}


def needs_servers(arguments: list[str]) -> bool:
    """Whether the command line asks for something that reads or writes the database."""
    if not arguments or {"-h", "--help", "--version"} & set(arguments):
        return False
    option = NEEDS_SERVER_WITH.get(arguments[0], "--database")
    return arguments[0] not in NEEDS_NO_SERVER or any(_is_option(word, option) for word in arguments)


def _is_option(word: str, option: str) -> bool:
    """Whether the word is the option, whole or cut short, with or without a value after "="."""
    return word.startswith("--") and word != "--" and option.startswith(word.split("=")[0])


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "procurement_csr.settings")
    try:
        if not needs_servers(sys.argv[1:]):
            execute_from_command_line(sys.argv)
            return
        with services.Hold(services.state_directory(), services.needed()):
            if "postgres" not in services.needed():
                from procurement_csr.prepare import check_server

                django.setup()
                check_server()
            execute_from_command_line(sys.argv)
    except services.ServicesError as error:
        sys.exit(f"Fel: {error}")


if __name__ == "__main__":
    main()
