"""The start page, the pages of the footer, and the error pages."""

from django.contrib.auth.decorators import login_not_required
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from procurement_csr.menus import items_for


@require_safe
def start(request):
    """Each role starts where its work is; somebody without a role is told whom to ask."""
    items = items_for(request)
    if items:
        return redirect(items[0].url_name)
    return render(request, "pages/no_role.html")


@login_not_required
@require_safe
def page_accessibility(request):
    """Tillgänglighetsredogörelse, required by lagen (2018:1937)."""
    return render(request, "pages/accessibility.html")


@login_not_required
@require_safe
def page_privacy(request):
    """Så behandlar vi personuppgifter."""
    return render(request, "pages/privacy.html")


@login_not_required
@require_safe
def page_report_problem(request):
    """Rapportera brist: whom to write to."""
    return render(request, "pages/report_problem.html")


@login_not_required
def bad_request(request, exception=None):
    return render(request, "400.html", status=400)


@login_not_required
def permission_denied(request, exception=None):
    return render(request, "403.html", {"exception": str(exception or "")}, status=403)


@login_not_required
def page_not_found(request, exception=None):
    return render(request, "404.html", status=404)
