"""Who may read and post what of taking authorities on board: rows of the access table."""

from procurement_csr.tests.access_rules import ADMINISTER, BUY, COORDINATE, Rule, form, page, press

SEE = BUY | ADMINISTER
KEEP = COORDINATE | ADMINISTER
ONBOARDING_ACCESS: dict[str, Rule] = {
    "onboarding_list": page(SEE),
    "onboarding_detail": page(SEE, "onboarding"),
    **{f"onboarding_{name}": form(KEEP, "onboarding") for name in ("start", "update", "finish")},
    "onboarding_step": form(KEEP, "onboarding_step"),
    "onboarding_reopen": press(KEEP, "onboarding"),
}
