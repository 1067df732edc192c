"""Who may read and post what of the unit's own year: its plans and its seminars."""

from procurement_csr.tests.access_rules import ALL, BUY, SEE_PLAN, Rule, form, page, press

_KEEP_PLAN = ("update", "decide", "publish", "unpublish", "carry", "import")
ACTIONPLAN_ACCESS: dict[str, Rule] = {
    # the unit's own yearly plan
    "actionplan_list": page(SEE_PLAN),
    "actionplan_create": form(BUY),
    **{f"actionplan_{name}": page(SEE_PLAN, "actionplan") for name in ("detail", "pdf", "xlsx")},
    **{f"actionplan_{name}": form(BUY, "actionplan") for name in _KEEP_PLAN},
    "planitem_create": form(BUY, "actionplan"),
    "planitem_detail": page(SEE_PLAN, "planitem"),
    **{f"planitem_{name}": form(BUY, "planitem") for name in ("update", "state", "delete")},
    "planitem_move": press(BUY, "planitem_move"),
    "plannote_create": form(BUY, "planitem"),
    "goal_create": form(BUY, "planitem"),
    **{f"goal_{name}": form(BUY, "goal") for name in ("update", "finish", "delete")},
    "goal_reopen": press(BUY, "goal"),
    # seminars
    **{f"seminar_{name}": page(SEE_PLAN) for name in ("list", "reach")},
    "seminar_create": form(BUY),
    **{f"seminar_{name}": page(SEE_PLAN, "seminar") for name in ("detail", "calendar")},
    **{f"seminar_{name}": form(BUY, "seminar") for name in ("update", "invite", "hold", "cancel")},
    # what was learnt
    **{f"{name}_list": page(SEE_PLAN) for name in ("yearevaluation", "factor")},
    "yearevaluation_create": form(BUY),
    "yearevaluation_detail": page(SEE_PLAN, "yearevaluation"),
    **{f"yearevaluation_{name}": form(BUY, "yearevaluation") for name in ("update", "decide")},
    "factor_choose": form(BUY),
    "factor_detail": page(SEE_PLAN, "factor"),
    "factor_score": form(BUY, "factor_half", common=True),
    "public_actionplan": Rule(ALL, obj="public_actionplan", common=True, is_open=True),
}
