"""What may never stand in a log: an address that is itself the key."""

import logging
import re

CALENDAR = re.compile(r"(/kalender/)[^/\s?\"']+\.ics")
REPORT = re.compile(r"(/(?:rapport|protokoll|yttrande)/(?:alla/)?)(?!alla/)[^/\s?\"']+/")


class WithoutCalendarAddresses(logging.Filter):
    """Takes the secret part out of addresses of calendars, reports and replies: who reads the log could open them."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Mask the message and what is put into it. Every record passes."""
        record.msg = _masked(record.msg)
        if isinstance(record.args, tuple):
            record.args = tuple(_masked(each) for each in record.args)
        return True


def _masked(part):
    return REPORT.sub(r"\1…/", CALENDAR.sub(r"\1….ics", part)) if isinstance(part, str) else part
