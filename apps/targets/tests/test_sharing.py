"""Shared addresses: read without signing in until the last day, and then the same 404 as any wrong one."""

import uuid
from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from apps.core import tokens
from apps.targets.models import ShareLink
from apps.targets.share_views import token_of
from apps.targets.snapshot_actions import freeze
from apps.targets.tests.conftest import make_result
from apps.targets.tests.test_dashboard import csv_of, text_of
from procurement_csr import people

CREATE, LIST = reverse("share_create"), reverse("share_list")


@pytest.fixture
def frozen(helsingborg, carin, result, target):
    return freeze(by=carin, organisation=helsingborg, year=2016, period="year", today=date(2017, 1, 20), note="Läs!")


@pytest.fixture
def link(helsingborg, carin, frozen):
    today = timezone.localdate()
    own = {"organisation": helsingborg, "year": 2016, "created_by": carin}
    return ShareLink.objects.create(**own, snapshot=frozen, expires_on=today)


def address_of(link) -> str:
    return reverse("share_page", args=[token_of(link)])


def test_a_report_is_read_without_signing_in_and_by_no_search_engine_or_cache(client, link):
    response = client.get(address_of(link))
    page = text_of(response)
    assert "26 av 40. Målet nåddes inte, det fattades 14." in page
    assert "Alla mått" in page
    assert "Läs!" in page
    assert response["X-Robots-Tag"] == "noindex, nofollow"
    assert '<meta name="robots" content="noindex, nofollow">' in response.content.decode()
    assert response["Cache-Control"] == "private, no-store"
    assert response["Referrer-Policy"] == "no-referrer"
    for hidden in ("Fastighetsförvaltningen", "Måleriet", "Carin"):
        assert hidden not in page


def test_wrong_expired_and_revoked_addresses_get_the_same_answer(client, link, carin):
    good = token_of(link)
    wrong = [
        "x",
        good[:-1] + ("A" if good[-1] != "A" else "B"),
        tokens.token_of(link.nonce, key="en annan nyckel", salt="targets.share-link"),
        tokens.token_of(uuid.uuid4(), key="x", salt="targets.share-link"),
        "å" * 56,
        "A" * 5000,
    ]
    answers = [client.get(f"/dela/{each}/") for each in wrong]
    ShareLink.objects.filter(pk=link.pk).update(expires_on=timezone.localdate() - timedelta(days=1))
    answers.append(client.get(address_of(link)))
    ShareLink.objects.filter(pk=link.pk).update(
        expires_on=timezone.localdate(), revoked_at=timezone.now(), revoked_by=carin
    )
    answers.append(client.get(address_of(link)))
    assert {answer.status_code for answer in answers} == {404}
    assert len({text_of(answer) for answer in answers}) == 1


def test_an_address_of_a_calendar_opens_no_report(client, link, settings):
    token = tokens.token_of(link.nonce, key=settings.SECRET_KEY, salt="reminders.calendar-feed")
    assert client.get(f"/dela/{token}/").status_code == 404


def test_a_years_link_shows_the_open_figures_though_the_year_is_not_published(client, helsingborg, carin):
    year = timezone.localdate().year - 1
    make_result(helsingborg, year)
    own = {"organisation": helsingborg, "year": year, "created_by": carin}
    link = ShareLink.objects.create(**own, expires_on=timezone.localdate())
    response = client.get(address_of(link))
    assert response.context["page"].result.total == 26
    assert [chart.caption.key for chart in response.context["figures"]] == ["mal", "aktiviteter"]
    assert "Alla mått" not in text_of(response)
    rows = csv_of(client.get(address_of(link), {"format": "csv", "diagram": "mal"}))
    assert rows[1] == "Praktik;13"
    assert client.get(address_of(link), {"format": "csv", "diagram": "forvaltning"}).status_code == 404


def test_carin_makes_an_address_once_and_takes_it_back(sign_in, carin, client, frozen):
    page = sign_in(carin).get(f"{CREATE}?ar=2016&redovisning={frozen.pk}")
    token, until = page.context["form"]["token"].value(), timezone.localdate() + timedelta(days=10)
    posted = {"what": str(frozen.pk), "expires_on": until.isoformat(), "token": str(token)}
    for _ in range(2):
        assert client.post(f"{CREATE}?ar=2016", posted).status_code == 302
    link = ShareLink.objects.get()
    assert (link.snapshot, link.expires_on, link.created_by) == (frozen, until, carin)
    assert address_of(link) in client.get(LIST).content.decode()
    revoke = reverse("share_revoke", args=[link.pk])
    assert "Återkalla länken?" in text_of(client.get(revoke))
    assert client.get(address_of(link)).status_code == 200
    assert client.post(revoke).status_code == 302
    assert client.get(address_of(link)).status_code == 404
    listed = client.get(LIST).content.decode()
    assert address_of(link) not in listed
    assert "Återkallad" in listed
    first = ShareLink.objects.get().revoked_at
    client.post(revoke)
    assert ShareLink.objects.get().revoked_at == first


@pytest.mark.parametrize(
    ("what", "days", "sentence"),
    [
        ("ar", -1, "har redan varit. Välj i dag eller en senare dag."),
        ("ar", 400, "är för långt bort. En länk gäller högst till"),
        ("999999", 10, "Välj vad länken visar bland alternativen"),
        ("", 10, "Välj vad länken ska visa"),
    ],
)
def test_a_link_that_cannot_be_made_says_why(sign_in, carin, client, frozen, what, days, sentence):
    token = sign_in(carin).get(f"{CREATE}?ar=2016").context["form"]["token"].value()
    until = timezone.localdate() + timedelta(days=days)
    response = client.post(f"{CREATE}?ar=2016", {"what": what, "expires_on": until.isoformat(), "token": str(token)})
    assert response.status_code == 422
    assert sentence in text_of(response)
    assert not ShareLink.objects.exists()


def test_a_year_that_has_not_begun_is_not_shared(sign_in, carin, client):
    year = timezone.localdate().year + 1
    token = sign_in(carin).get(f"{CREATE}?ar={year}").context["form"]["token"].value()
    posted = {"what": "ar", "expires_on": timezone.localdate().isoformat(), "token": str(token)}
    response = client.post(f"{CREATE}?ar={year}", posted)
    assert response.status_code == 422
    assert f"{year} kan delas först när årets första månad är slut." in text_of(response)


def test_a_report_of_another_organisation_is_not_shared(sign_in, frozen, client, haninge):
    greta = people.make_person("Greta", "coordinator", haninge)
    token = sign_in(greta).get(f"{CREATE}?ar=2016").context["form"]["token"].value()
    posted = {"what": str(frozen.pk), "expires_on": timezone.localdate().isoformat(), "token": str(token)}
    assert client.post(f"{CREATE}?ar=2016", posted).status_code == 422
    assert not ShareLink.objects.exists()
