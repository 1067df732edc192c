"""Every deadline has a kind, whichever app it comes from."""

import re

from django.conf import settings

from apps.reminders.kinds import BY_NAME, KINDS, kind_of

KEYS = re.compile(r'f"([a-z-]+):\{|_(?:owed|of_placement)\(\w+, "([a-z-]+)"')


def test_every_beginning_of_a_key_in_the_sources_has_one_kind():
    sources = [path for path in settings.BASE_DIR.glob("apps/*/*deadlines.py") if path.parent.name != "core"]
    found = {"".join(match) for path in sources for match in KEYS.findall(path.read_text())}
    found = {each for each in found if each}
    assert len(found) > 15
    assert found - {prefix for kind in KINDS for prefix in kind.prefixes} == set()


def test_no_beginning_has_two_kinds():
    prefixes = [prefix for kind in KINDS for prefix in kind.prefixes]
    assert len(prefixes) == len(set(prefixes))
    assert len(BY_NAME) == len(KINDS)


def test_the_kind_is_told_by_the_beginning_alone():
    assert kind_of("mbl:12:3:call") is BY_NAME["consultation"]
    assert kind_of("requirement-report:4:2026-05-01").may_close


def test_what_a_law_sets_can_be_neither_closed_nor_moved_by_a_word():
    lawful = [kind for kind in KINDS if kind.name in ("tendering", "signing", "after_signing", "consultation")]
    assert all(kind.is_required and not (kind.may_close or kind.may_move) for kind in lawful)
