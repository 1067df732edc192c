"""Who may read and post what: the table that `test_access` holds every address to."""

from dataclasses import dataclass

ROLES = ("officer", "coordinator", "department", "matcher", "union", "politician", "administrator")
ALL = frozenset(ROLES)
SEE_WORK = frozenset({"officer", "coordinator", "department", "matcher"})
SEE_PROCUREMENTS = SEE_WORK | {"administrator"}
BUY = frozenset({"officer", "coordinator"})
FOLLOW_CONSULTATION = BUY | {"department"}
NEGOTIATE = frozenset({"department"})
MATCH = frozenset({"matcher"})
KEEP_CONTACTS = BUY | MATCH
ACTIVITY = frozenset({"matcher", "coordinator"})
FIGURES = ALL - {"union"}
SEE_PLAN = FIGURES - MATCH
UNION = frozenset({"union"})
COORDINATE = frozenset({"coordinator"})
ADMINISTER = frozenset({"administrator"})
APPROVE_PURGE = ADMINISTER | COORDINATE
NOBODY: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Rule:
    """Who may GET and who may POST. `obj` names the kind of object in the address ("" when there is none);
    a `common` object is not of one organisation; an `is_open` page needs no sign-in."""

    get: frozenset[str]
    post: frozenset[str] = NOBODY
    obj: str = ""
    common: bool = False
    is_open: bool = False


OPEN = Rule(ALL, is_open=True)


def page(get: frozenset[str], obj: str = "", *, common: bool = False) -> Rule:
    """A page that is only read."""
    return Rule(get, NOBODY, obj, common)


def form(who: frozenset[str], obj: str = "", *, common: bool = False) -> Rule:
    """A page with a form: the same people read and post it."""
    return Rule(who, who, obj, common)


def press(who: frozenset[str], obj: str = "", *, common: bool = False) -> Rule:
    """A button without a page of its own."""
    return Rule(NOBODY, who, obj, common)


_OPEN_DATA = ("csv", "json", "description")
_JUDGE_REPORT = ("enter", "accept", "more", "reject", "withdraw")
_ANSWER_REPORT = ("evidence", "submit", "handover")
_KEEP_PLAN = ("update", "decide", "publish", "unpublish", "carry", "import")
ACCESS: dict[str, Rule] = {
    "start": page(ALL),
    "page_accessibility": OPEN,
    "page_privacy": OPEN,
    "page_report_problem": OPEN,
    "healthz": OPEN,
    "healthz_deep": OPEN,
    "public_index": OPEN,
    "public_year": Rule(ALL, obj="published_year", common=True, is_open=True),
    **{f"public_{name}": Rule(ALL, obj="published_year", common=True, is_open=True) for name in _OPEN_DATA},
    "share_page": Rule(ALL, obj="share_token", common=True, is_open=True),
    "task_list": page(SEE_PROCUREMENTS),
    # The query names the deadline; without one these lead to the list. Who may answer which: test_deadline_page.
    "deadline_open": page(SEE_PROCUREMENTS),
    "deadline_close": form(SEE_PROCUREMENTS),
    "deadline_move": form(SEE_PROCUREMENTS),
    # what was sent, and how each wants it; a link in a mail and a calendar's address need no sign-in
    "notice_list": page(ALL),
    "notice_choice": form(ALL),
    "notice_unsubscribe": Rule(ALL, ALL, "unsubscribe_token", common=True, is_open=True),
    "feed_list": page(ALL),
    "feed_create": press(ALL),
    "feed_renew": press(frozenset({"department"}), "feed"),
    "feed_delete": press(frozenset({"department"}), "feed"),
    "calendar_feed": Rule(ALL, obj="calendar_token", common=True, is_open=True),
    # reminders and mails: the administrator's
    "reminder_settings": form(ADMINISTER),
    "reminder_rule_update": form(ADMINISTER, "reminder_kind", common=True),
    "reminder_rule_reset": press(ADMINISTER, "reminder_kind", common=True),
    "delivery_status": page(ADMINISTER),
    "mail_detail": page(ADMINISTER, "mail"),
    "mail_release": press(ADMINISTER, "mail"),
    "mail_hold": press(ADMINISTER, "mail"),
    "mail_settle": press(ADMINISTER, "mail"),
    "bounce_clear": press(ADMINISTER, "bounce"),
    "mail_preview": page(ADMINISTER),
    "mail_preview_html": page(ADMINISTER, "mail_kind", common=True),
    # accounts
    "profile_detail": page(ALL),
    "profile_update": form(ALL),
    "profile_close": form(ALL),
    "saved_filter_create": press(ALL),
    "settings_index": page(ADMINISTER),
    "organisation_update": form(ADMINISTER),
    "department_create": form(ADMINISTER),
    "department_update": form(ADMINISTER, "department"),
    "membership_list": page(ADMINISTER),
    "membership_delete": form(ADMINISTER, "membership"),
    "membership_reopen": form(ADMINISTER, "membership"),
    "invitation_create": form(ADMINISTER),
    "invitation_resend": press(ADMINISTER, "invitation"),
    "invitation_withdraw": press(ADMINISTER, "invitation"),
    # suppliers: one register for the whole procurement unit, contacts for each organisation
    "supplier_list": page(SEE_PROCUREMENTS),
    "supplier_detail": page(SEE_PROCUREMENTS, "supplier", common=True),
    "supplier_create": form(BUY),
    "supplier_update": form(BUY, "supplier", common=True),
    "supplier_alias_create": form(BUY, "supplier", common=True),
    "supplier_alias_delete": form(BUY, "alias", common=True),
    "supplier_contact_create": form(KEEP_CONTACTS, "supplier", common=True),
    "supplier_contact_update": form(KEEP_CONTACTS, "contact"),
    "supplier_contact_delete": form(KEEP_CONTACTS, "contact"),
    # procurements
    "procurement_list": page(SEE_PROCUREMENTS),
    "procurement_create": form(BUY),
    "procurement_assign": form(BUY),
    "procurement_detail": page(SEE_PROCUREMENTS, "procurement"),
    "procurement_update": form(BUY, "procurement"),
    "procurement_move": form(BUY, "move"),
    "procurement_move_undo": press(BUY, "procurement"),
    "followup_overview": page(SEE_WORK),
    "followup_ask": page(BUY),
    "followup_load": form(BUY),
    "intensity_update": form(BUY),
    "followup_plan": Rule(SEE_WORK, BUY, "contract"),
    "plan_update": form(BUY, "contract"),
    "point_create": form(BUY, "contract"),
    "point_update": form(BUY, "point"),
    "point_done": form(BUY, "point"),
    "point_cancel": form(BUY, "point"),
    "point_reopen": press(BUY, "point"),
    "evaluation_update": form(BUY, "contract"),
    "sample_list": page(BUY),
    "sample_create": form(BUY),
    "sample_detail": page(BUY, "sample"),
    "sample_item_update": form(BUY, "sample_item"),
    "contract_list": page(SEE_PROCUREMENTS),
    "contract_create": form(BUY, "procurement"),
    "contract_detail": page(SEE_PROCUREMENTS, "contract"),
    "contract_update": form(BUY, "contract"),
    "contract_decline": form(BUY, "contract"),
    "requirement_create": form(BUY, "contract"),
    "procurement_requirement_create": form(BUY, "procurement"),
    "party_create": form(BUY, "procurement"),
    "party_update": form(BUY, "party"),
    "party_delete": form(BUY, "party"),
    "lot_create": form(BUY, "procurement"),
    "lot_update": form(BUY, "lot"),
    "lot_delete": form(BUY, "lot"),
    "option_create": form(BUY, "contract"),
    "option_update": form(BUY, "option"),
    "option_delete": form(BUY, "option"),
    "option_reopen": press(BUY, "option"),
    "requirement_update": form(BUY, "requirement"),
    "requirement_text": page(SEE_PROCUREMENTS, "requirement"),
    "requirement_document": page(SEE_PROCUREMENTS, "requirement"),
    "requirement_delete": form(BUY, "requirement"),
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
    "public_actionplan": Rule(ALL, obj="public_actionplan", common=True, is_open=True),
    # guidelines with their clauses
    "guideline_list": page(SEE_PROCUREMENTS),
    "guideline_create": form(COORDINATE),
    "guideline_detail": page(SEE_PROCUREMENTS, "guideline"),
    "guideline_update": form(COORDINATE, "guideline"),
    "guideline_decide": form(COORDINATE, "guideline"),
    "guideline_in_place": form(COORDINATE, "guideline"),
    "guideline_propose": form(COORDINATE, "guideline"),
    "guideline_rollout_update": form(COORDINATE, "guideline"),
    "guideline_procurements": page(SEE_PROCUREMENTS, "guideline"),
    "guideline_compare": page(SEE_PROCUREMENTS, "guideline"),
    "clause_create": form(COORDINATE, "guideline"),
    "clause_detail": page(SEE_PROCUREMENTS, "clause"),
    "clause_update": form(COORDINATE, "clause"),
    "clause_delete": form(COORDINATE, "clause"),
    "clause_document": page(SEE_PROCUREMENTS, "clause"),
    # thresholds: the nation's, kept by administrators
    "threshold_list": page(SEE_PROCUREMENTS),
    "threshold_create": form(ADMINISTER),
    "threshold_update": form(ADMINISTER, "threshold", common=True),
    "threshold_delete": form(ADMINISTER, "threshold", common=True),
    # priority, decision and plan
    "priority_update": Rule(SEE_PROCUREMENTS, BUY, "procurement"),
    "priority_try": page(SEE_PROCUREMENTS, "procurement"),
    "candidates_update": form(MATCH, "procurement"),
    "decision_create": form(BUY, "procurement"),
    "priority_list": page(SEE_PROCUREMENTS),
    "plan": page(FIGURES),
    # placements
    "placement_list": page(SEE_WORK),
    "placement_create": form(MATCH),
    "placement_detail": page(SEE_WORK, "placement"),
    "placement_update": form(MATCH, "placement"),
    "placement_end": form(MATCH, "placement"),
    "placement_undo": press(MATCH, "placement"),
    "placement_propose": form(MATCH),
    "placement_bulk": form(MATCH),
    "placement_move": form(MATCH, "placement_move"),
    "placement_extend": form(MATCH, "placement"),
    "placement_pause": form(MATCH, "placement"),
    "placement_resume": form(MATCH, "placement"),
    "pause_update": form(MATCH, "pause"),
    "pause_delete": form(MATCH, "pause"),
    "follow_up_list": page(MATCH),
    "follow_up_answer": form(MATCH, "follow_up"),
    "my_day": page(MATCH),
    "participant_list": form(MATCH),
    "participant_create": form(MATCH),
    "participant_detail": page(MATCH, "participant"),
    "participant_update": form(MATCH, "participant"),
    "participant_merge": form(MATCH, "participant"),
    "participant_hand_over": form(MATCH, "participant"),
    "merge_undo": press(MATCH, "merge"),
    "consent_create": form(MATCH, "participant"),
    "consent_withdraw": form(MATCH, "consent"),
    "disclosure_create": form(MATCH, "placement"),
    "matching_settings": form(ADMINISTER),
    "protected_reassign": form(ADMINISTER),
    "target_group_create": form(ADMINISTER),
    "target_group_update": form(ADMINISTER, "target_group"),
    "deviation_list": page(SEE_WORK),
    "deviation_create": form(BUY, "contract"),
    "deviation_detail": page(SEE_WORK, "deviation"),
    "deviation_update": form(BUY, "deviation"),
    "deviation_exempt": form(BUY, "deviation"),
    "deviation_close": form(BUY, "deviation"),
    "deviation_reopen": press(BUY, "deviation"),
    "sanction_create": form(BUY, "deviation_step"),
    "sanction_reply": form(BUY, "sanction"),
    "sanction_decide": form(BUY, "sanction"),
    "sanction_withdraw": form(BUY, "sanction"),
    "sanction_letter": page(SEE_WORK, "sanction_file"),
    # suppliers' reports: the authority's pages, and what a link opens to whoever has it
    # meetings; minutes are approved by the supplier through the link alone
    "meeting_list": page(SEE_WORK),
    "meeting_create": form(SEE_WORK, "contract"),
    "market_dialogue_create": form(SEE_WORK, "procurement"),
    "meeting_detail": page(SEE_WORK, "closed_meeting"),
    "meeting_update": form(SEE_WORK, "planned_meeting"),
    "meeting_cancel": form(SEE_WORK, "planned_meeting"),
    "meeting_invitation": page(SEE_WORK, "planned_meeting"),
    "meeting_hold": form(SEE_WORK, "meeting_step"),
    "meeting_close": form(SEE_WORK, "held_meeting"),
    "meeting_reopen": press(SEE_WORK, "held_meeting"),
    "meeting_minutes": page(SEE_WORK, "closed_meeting"),
    "meeting_approve": form(SEE_WORK, "closed_meeting"),
    "meeting_task_done": press(SEE_WORK, "meeting_task"),
    "meeting_task_undo": press(SEE_WORK, "meeting_task"),
    "minutes_link": Rule(ALL, ALL, "minutes_token", common=True, is_open=True),
    "minutes_link_pdf": Rule(ALL, obj="minutes_token", common=True, is_open=True),
    "report_list": page(SEE_WORK),
    "report_request": form(BUY),
    "report_detail": page(SEE_WORK, "received_report"),
    **{f"report_{name}": form(BUY, "received_report") for name in _JUDGE_REPORT},
    "report_link_renew": form(BUY, "received_report"),
    "evidence_download": page(SEE_WORK, "evidence"),
    "report_link": Rule(ALL, obj="report_token", common=True, is_open=True),
    "report_links": Rule(ALL, obj="report_list_token", common=True, is_open=True),
    "report_step": Rule(ALL, ALL, "report_step", common=True, is_open=True),
    **{f"report_{name}": Rule(ALL, ALL, "report_token", common=True, is_open=True) for name in _ANSWER_REPORT},
    "offer_list": page(SEE_WORK),
    "offer_create": form(MATCH),
    "offer_detail": page(SEE_WORK, "offer"),
    "offer_update": form(MATCH, "offer"),
    "offer_close": form(MATCH, "offer"),
    "offer_reopen": press(MATCH, "offer"),
    "board": page(MATCH),
    "waiting_create": form(MATCH),
    "waiting_update": form(MATCH, "waiting"),
    "waiting_end": form(MATCH, "waiting"),
    "activity_list": page(SEE_WORK),
    "activity_create": form(ACTIVITY),
    "activity_update": form(ACTIVITY, "activity"),
    # retention
    "retention_rules": page(ADMINISTER),
    "retention_rule_update": form(ADMINISTER, "record_class", common=True),
    "purge_list": page(APPROVE_PURGE),
    "purge_create": form(ADMINISTER),
    "purge_detail": page(APPROVE_PURGE, "purge_run"),
    "purge_approve": form(APPROVE_PURGE, "purge_run"),
    "purge_discard": form(APPROVE_PURGE, "purge_run"),
    "purge_pdf": page(APPROVE_PURGE, "purge_run"),
    "purge_csv": page(APPROVE_PURGE, "purge_run"),
    # targets
    "dashboard": page(FIGURES),
    "forecast_what_if": page(FIGURES),
    "authority_comparison": page(FIGURES),
    "chart_comment_create": form(COORDINATE),
    "chart_comment_undo": press(COORDINATE, "chart_comment"),
    "naming_create": form(COORDINATE),
    "cost_update": form(COORDINATE),
    "counting_rules": page(FIGURES),
    "target_create": form(COORDINATE),
    "measure_list": page(FIGURES),
    # Rows of procurements; those of consultations are refused to others by test_measure_pages.
    "measure_rows": page(SEE_PROCUREMENTS, "measure_code", common=True),
    "year_publish": form(COORDINATE),
    "year_unpublish": form(COORDINATE),
    # targets: frozen reports, letters about them and addresses to share
    "snapshot_list": page(FIGURES),
    "snapshot_freeze": form(COORDINATE),
    "snapshot_detail": page(FIGURES, "snapshot"),
    "report_pdf": page(FIGURES, "snapshot"),
    "report_docx": page(FIGURES, "snapshot"),
    "letter_list": page(BUY),
    "letter_choose": page(COORDINATE),
    "letter_create": form(COORDINATE),
    **{f"letter_{name}": page(BUY, "result_letter") for name in ("detail", "pdf", "docx")},
    "letter_resend": form(COORDINATE, "result_letter"),
    "share_list": page(COORDINATE),
    "share_create": form(COORDINATE),
    "share_revoke": form(COORDINATE, "share_link"),
    # union consultation: what it rests on
    "union_list": page(ADMINISTER),
    "union_create": form(ADMINISTER),
    "union_update": form(ADMINISTER, "union"),
    "representative_create": form(ADMINISTER),
    "representative_update": form(ADMINISTER, "representative"),
    "representative_delete": form(ADMINISTER, "representative"),
    "agreement_list": page(ADMINISTER),
    "agreement_create": form(ADMINISTER),
    "agreement_detail": page(ADMINISTER, "agreement"),
    "agreement_update": form(ADMINISTER, "agreement"),
    "group_create": form(ADMINISTER, "agreement"),
    "group_delete": form(ADMINISTER, "group"),
    "meeting_add": form(ADMINISTER, "group"),
    "meeting_delete": form(ADMINISTER, "group_meeting"),
    "blackout_create": form(ADMINISTER),
    "blackout_delete": form(ADMINISTER, "blackout"),
    "plan_settings": form(ADMINISTER),
    "checklist_update": form(ADMINISTER),
    # union consultation: the plan
    "timeplan_guide": page(ALL),
    "timeplan": page(FOLLOW_CONSULTATION, "procurement"),
    "timeplan_ics": page(FOLLOW_CONSULTATION, "procurement"),
    "timeplan_pdf": page(FOLLOW_CONSULTATION, "procurement"),
    "plan_change_see": press(frozenset({"department"}), "plan_change"),
    # union consultation: the ordering department's pages
    "assessment_create": form(NEGOTIATE, "procurement"),
    "override_create": form(NEGOTIATE, "procurement"),
    "assessment_detail": page(FOLLOW_CONSULTATION, "assessment"),
    "assessment_update": form(NEGOTIATE, "assessment"),
    "consultation_detail": page(FOLLOW_CONSULTATION, "consultation"),
    "consultation_move": form(NEGOTIATE, "consultation_move"),
    "consultation_approve": form(NEGOTIATE, "consultation"),
    "consultation_round": form(NEGOTIATE, "consultation"),
    "veto_create": form(NEGOTIATE, "consultation"),
    "mbl_overview": page(FOLLOW_CONSULTATION),
    "document_create": form(NEGOTIATE, "consultation"),
    "document_delete": form(NEGOTIATE, "document"),
    "document_download": page(FOLLOW_CONSULTATION | UNION, "document"),
    "comment_create": form(NEGOTIATE | UNION, "consultation"),
    # union consultation: what the representatives see
    "union_start": page(UNION),
    "union_assessments": page(UNION),
    "union_assessment": page(UNION, "free_assessment"),
    "union_consultation": page(UNION, "consultation"),
    "union_approve": form(UNION, "consultation"),
    "union_request": form(UNION, "consultation"),
    "veto_resolve": form(NEGOTIATE, "veto"),
    # interchange
    "import_list": page(BUY | MATCH),
    "import_create": form(BUY | MATCH),
    "import_mapping": form(BUY, "import"),
    "import_check": form(BUY, "import"),
    "import_result": page(BUY, "import"),
    "import_undo": form(BUY, "import"),
    "import_discard": press(BUY, "import"),
    "import_template": page(MATCH),
    "import_codes": page(MATCH, "placement_import"),
}
# An invitation's address is its key, and a switch names the organisation in the form: both are tested in accounts.
# A saved filter is one person's own, and an assignment is undone by who made it: test_saved_filters, test_assigning.
# So is an answer to a deadline: test_deadline_page. A new link is asked for with the old: test_report_links.
OUTSIDE = {
    "invitation_accept",
    "organisation_switch",
    "saved_filter_delete",
    "procurement_assign_undo",
    "note_undo",
    "report_renew",
}
