"""执法码: what whoever scans it is told, and what he is not."""

from datetime import date, timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from archives_enforcement.accounts.models import Certificate
from archives_enforcement.workflow import Refused
from inspections.models import Inspection, TeamMember
from publicity import officer_codes
from publicity.models import OfficerPhoto
from publicity.services import officers
from tests import factories
from tests.files.test_arrival import photo
from tests.inspections import arranging

TITLE = {
    "holds": "证件有效，有检查任务",
    "invalid": "不是有效的执法码",
    "expired": "执法码已过期",
    "certificate": "执法证件无效",
    "task": "没有检查任务",
    "foreign": "没有到贵单位检查的任务",
}


@pytest.fixture
def visit(db, unit, officer):
    """A check that is approved for today, with one officer who goes."""
    today = timezone.localdate()
    visit = Inspection.objects.create(
        bureau=unit.party.bureau, unit=unit, kind="daily", checklist=arranging.checklist(),
        scheduled_on=today, state="approved", drafted_by=officer,
    )  # fmt: skip
    TeamMember.objects.create(inspection=visit, user=officer, part="lead")
    return visit


@pytest.fixture
def code(visit, officer):
    return officer_codes.make(visit, officer, timezone.localdate())


def scan(client, code):
    return client.get(reverse("officer:code", args=[code]))


def test_who_scans_reads_licence_and_todays_task(client, visit, code, officer):
    page = scan(client, code)
    card = officer.certificates.get()
    assert page.context["answer"].title == TITLE["holds"]
    for told in (officer.name, card.number, card.issuer, "2030年12月31日", visit.unit.party.name):
        assert told in page.text
    assert "no-store" in page["Cache-Control"]


def test_no_other_check_of_the_officer_is_told(client, visit, code, officer, bureau):
    other = Inspection.objects.get(pk=visit.pk)
    other.pk, other.unit = None, factories.make_unit(bureau, "不该知道的单位")
    other.save(force_insert=True)
    TeamMember.objects.create(inspection=other, user=officer, part="lead")
    assert "不该知道的单位" not in scan(client, code).text


@pytest.mark.parametrize("bad", ["abc", "WzEsMSwiMjAyNi0xMS0yNyJd:1vO:forged", ""])
def test_a_forged_code_is_none(client, code, bad):
    wrong = bad or f"{code[:-3]}AAA"
    page = scan(client, wrong)
    assert page.context["answer"].title == TITLE["invalid"]
    assert "执法证件" in page.text
    assert page.context["answer"].certificate is None


def test_a_code_is_of_one_day(client, code, visit):
    Inspection.objects.filter(pk=visit.pk).update(state="on_site")
    with time_machine.travel(timezone.now() + timedelta(days=1)):
        page = scan(client, code)
    assert page.context["answer"].title == TITLE["expired"]
    assert visit.unit.party.name not in page.text


@pytest.mark.parametrize(
    "change", [{"withdrawn_on": date(2021, 2, 1)}, {"valid_to": date(2021, 2, 1)}]
)
def test_a_certificate_that_is_out_of_force_is_said_to_be(client, code, officer, visit, change):
    Certificate.objects.filter(user=officer).update(**change)
    page = scan(client, code)
    assert page.context["answer"].title == TITLE["certificate"]
    assert visit.unit.party.name not in page.text
    assert "没有有效的行政执法证件" in officer_codes.refusal(visit, officer, timezone.localdate())


def test_a_check_that_fell_or_lost_its_officer_is_no_task(client, code, visit):
    Inspection.objects.filter(pk=visit.pk).update(state="cancelled")
    page = scan(client, code)
    assert page.context["answer"].title == TITLE["task"]
    assert visit.unit.party.name not in page.text
    Inspection.objects.filter(pk=visit.pk).update(state="approved")
    assert scan(client, code).context["answer"].holds
    visit.team.update(part="assistant")
    assert scan(client, code).context["answer"].title == TITLE["task"]


def test_another_unit_is_told_that_it_is_not_meant(client, code, visit, bureau, contact):
    stranger = factories.make_contact("stranger", factories.make_party(bureau, "别的单位"))
    client.force_login(stranger)
    page = scan(client, code)
    assert page.context["answer"].title == TITLE["foreign"]
    assert visit.unit.party.name not in page.text
    client.force_login(contact)
    assert scan(client, code).context["answer"].holds


def test_the_officer_has_a_code_on_the_day_alone(client, visit, officer):
    client.force_login(officer)
    page = reverse("publicity:officer-code", args=[visit.pk])
    assert "<svg" in client.get(page).text
    assert page in client.get(visit.get_absolute_url()).text
    Inspection.objects.filter(pk=visit.pk).update(
        scheduled_on=timezone.localdate() + timedelta(days=1)
    )
    assert "执法码只在检查当天生成" in client.get(page).text
    visit.team.all().delete()
    assert "您不是这次检查的执法人员" in client.get(page).text


def test_a_photo_is_kept_by_the_clerk_and_shown_with_a_code(client, code, officer, clerk):
    card = officer.certificates.get()
    today = timezone.localdate()
    assert client.get(reverse("officer:photo-export", args=[code])).status_code == 404
    for actor, upload, why in (
        (clerk, b"nothing", Refused),
        (officer, photo(), PermissionDenied),
    ):
        with pytest.raises(why):
            officers.keep_photo(
                card, actor=actor, on=today, upload=SimpleUploadedFile("a.jpg", upload)
            )
    for _ in range(2):
        officers.keep_photo(
            card, actor=clerk, on=today, upload=SimpleUploadedFile("a.jpg", photo())
        )
    assert OfficerPhoto.objects.get().certificate == card
    assert client.get(reverse("officer:photo-export", args=[code]))["Content-Type"] == "image/jpeg"
    assert client.get(reverse("officer:photo-export", args=["forged"])).status_code == 404


def test_codes_are_not_tried_out(client, settings):
    settings.REQUESTS_PER_MINUTE = {"officer": 2, "": 100}
    pages = [
        client.get(reverse("officer:code", args=[f"x{n}"]), REMOTE_ADDR="192.0.2.78")
        for n in range(4)
    ]
    assert [page.status_code for page in pages] == [200, 200, 429, 429]
