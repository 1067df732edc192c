"""Who may do what: one page an auditor can read. Keys are `Membership.role`, values are permissions.

A permission holds in the organisation (or only the department) of the membership that gives it, nowhere else;
`visible_to(user, permission)` on every QuerySet asks for both at once.
"""

_SEE_WORK = {"procurements.view_procurement", "suppliers.view_supplier", "placements.view_placement"}
# Is told of the procurement's own dates, and sees how the consultation of the unions stands.
_FOLLOW = {"procurements.follow_procurement", "mbl.view_consultation"}
# Sees how contracts are followed up, and prepares and holds the meetings.
_MEET = {"followups.view_followup", "followups.hold_meeting"}
# Plans the follow-up, asks for reports and judges them, and decides on sanctions.
_FOLLOW_UP = _MEET | {"followups.change_followup", "followups.decide_sanction"}
_SEE_FIGURES = {"targets.view_dashboard", "procurements.view_plan"}
# Reads the unit's own yearly plan; and keeps it.
_SEE_PLAN = {"actionplans.view_plan"}
_KEEP_PLAN = _SEE_PLAN | {"actionplans.change_plan"}
# Sees how far authorities have come with taking Steget into use; and keeps it.
_SEE_ONBOARDING = {"onboarding.view_onboarding"}
_KEEP_ONBOARDING = _SEE_ONBOARDING | {"onboarding.change_onboarding"}

ROLE_PERMISSIONS: dict[str, frozenset[str]] = {
    # Plans and runs the procurements. Sees placements by number only, never a participant's code.
    "officer": frozenset(
        _SEE_WORK
        | _FOLLOW
        | _FOLLOW_UP
        | _SEE_FIGURES
        | _KEEP_PLAN
        | _SEE_ONBOARDING
        | {
            "suppliers.change_supplier",
            "suppliers.change_contact",
            "procurements.change_procurement",
            "interchange.import_register",
            "targets.view_letter",
        }
    ),
    # CSR coordinator: sees all work, keeps the guideline, sets targets, publishes the year.
    "coordinator": frozenset(
        _SEE_WORK
        | _FOLLOW
        | _FOLLOW_UP
        | _SEE_FIGURES
        | _KEEP_PLAN
        | _KEEP_ONBOARDING
        | {
            "suppliers.change_supplier",
            "suppliers.change_contact",
            "procurements.change_procurement",
            "procurements.change_guideline",
            "procurements.change_requirement_kinds",
            "interchange.import_register",
            "placements.change_activity",
            "placements.approve_purge",
            "targets.change_target",
            "targets.publish_year",
            "targets.view_letter",
            "targets.send_letter",
        }
    ),
    # Ordering department: reads what belongs to the department, and negotiates with the unions as the employer.
    "department": frozenset(_SEE_WORK | _FOLLOW | _MEET | _SEE_FIGURES | _SEE_PLAN | {"mbl.run_consultation"}),
    # Matcher: the only role that sees participants' codes; says how many candidates a procurement has.
    "matcher": frozenset(
        _SEE_WORK
        | _MEET
        | _SEE_FIGURES
        | {
            "suppliers.change_contact",
            "procurements.answer_candidates",
            "placements.view_participant",
            "placements.change_placement",
            "placements.change_activity",
        }
    ),
    # Union representative: sees called consultations only.
    "union": frozenset({"mbl.see_called"}),
    # Politician: counts, and the plan of coming procurements.
    "politician": frozenset(_SEE_FIGURES | _SEE_PLAN),
    # Administrator: the organisation's settings and people, the nation's thresholds; figures, no participants.
    "administrator": frozenset(
        _SEE_FIGURES
        | _SEE_PLAN
        | _KEEP_ONBOARDING
        | {
            "accounts.change_organisation",
            "procurements.change_threshold",
            "procurements.change_requirement_kinds",
            "mbl.change_agreement",
            "placements.change_settings",
            "placements.approve_purge",
            "procurements.view_procurement",
            "suppliers.view_supplier",
        }
    ),
}
