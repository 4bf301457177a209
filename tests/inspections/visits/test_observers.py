"""Observers of a check: who may be invited, and what is asked of them."""

import pypdfium2
import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from archives_enforcement.accounts.models import User
from archives_enforcement.documents import rendering
from archives_enforcement.documents import services as documents
from archives_enforcement.documents.drafting import known_facts
from archives_enforcement.documents.models import Document
from archives_enforcement.workflow import Refused
from inspections.models import Inspection
from inspections.services import teams
from tests import factories
from tests.inspections import on_site
from tests.inspections.arranging import ON, THURSDAY


def test_nobody_is_invited_to_a_check_that_has_begun(approved, officer, observer):
    Inspection.objects.filter(pk=approved.pk).update(state="on_site")
    with pytest.raises(Refused, match="已经开始"):
        teams.invite(approved, actor=officer, on=ON, observers=[observer])


@pytest.fixture
def visited(approved, officer, observer):
    """A check that took place, with one observer who came and one who did not."""
    teams.invite(
        approved,
        actor=officer,
        on=ON,
        observers=[observer, factories.make_user("absent", "observer")],
    )
    Inspection.objects.filter(pk=approved.pk).update(state="recorded", inspected_on=THURSDAY)
    approved.refresh_from_db()
    return approved


def test_attendance_tells_who_came(visited, officer, observer):
    teams.mark_attendance(
        visited, actor=officer, on=THURSDAY, attended=[observer], pledged_on_paper=[observer]
    )
    came = dict(visited.invitations.values_list("observer__username", "attended"))
    assert came == {"observer": True, "absent": False}


def test_attendance_before_the_visit_is_refused(approved, officer, observer):
    teams.invite(approved, actor=officer, on=ON, observers=[observer])
    with pytest.raises(Refused, match="还没有进行"):
        teams.mark_attendance(approved, actor=officer, on=ON, attended=[observer])


def test_attendance_is_entered_only_where_somebody_was_invited(approved, officer):
    Inspection.objects.filter(pk=approved.pk).update(state="recorded", inspected_on=THURSDAY)
    with pytest.raises(Refused, match="没有邀请观察员"):
        teams.mark_attendance(approved, actor=officer, on=THURSDAY, attended=[])


def test_the_head_neither_names_the_team_nor_invites_nor_counts(
    visit, visited, head, officer, observer
):
    acts = [
        lambda: teams.set_team(visit, actor=head, on=ON, lead=officer),
        lambda: teams.invite(visit, actor=head, on=ON, observers=[observer]),
        lambda: teams.mark_attendance(visited, actor=head, on=THURSDAY, attended=[]),
    ]
    for act in acts:
        with pytest.raises(PermissionDenied):
            act()


def test_someone_not_invited_did_not_attend(visited, officer, assistant):
    with pytest.raises(Refused, match="没有受到邀请"):
        teams.mark_attendance(visited, actor=officer, on=THURSDAY, attended=[assistant])


def test_nobody_watches_without_his_pledge(visited, officer, observer):
    asked = {"actor": officer, "on": THURSDAY, "attended": [observer]}
    with pytest.raises(Refused, match="保密承诺"):
        teams.mark_attendance(visited, **asked)
    teams.mark_attendance(visited, **asked, pledged_on_paper=[observer])
    row = visited.invitations.get(observer=observer)
    assert (row.attended, row.pledged_on, row.pledged_on_paper) == (True, THURSDAY, True)


def test_an_observer_pledges_himself_and_once(visited, officer, observer):
    row = visited.invitations.get(observer=observer)
    factories.give(officer, "pledge_confidentiality")
    with pytest.raises(Refused, match="本人签署"):
        teams.pledge(row, actor=User.objects.get(pk=officer.pk), on=timezone.localdate())
    signed = teams.pledge(row, actor=observer, on=timezone.localdate())
    assert (signed.pledged_on, signed.pledged_on_paper) == (timezone.localdate(), False)
    with pytest.raises(Refused, match="已经签署"):
        teams.pledge(row, actor=observer, on=timezone.localdate())
    teams.mark_attendance(visited, actor=officer, on=THURSDAY, attended=[observer])


def test_a_certificate_is_for_who_came_and_says_how_often(client, visited, officer, observer):
    row = visited.invitations.get(observer=observer)
    address = reverse("documents:draft", args=["invitation", row.pk, "observer_certificate"])
    client.force_login(officer)
    assert "不能据此颁发证书" in client.get(address).text
    teams.mark_attendance(
        visited, actor=officer, on=THURSDAY, attended=[observer], pledged_on_paper=[observer]
    )
    assert "2024年已到场1次" in client.get(address).text


def test_the_observer_reads_that_his_certificate_is_issued(
    client, visited, officer, head, observer
):
    row = visited.invitations.get(observer=observer)
    teams.mark_attendance(
        visited, actor=officer, on=THURSDAY, attended=[observer], pledged_on_paper=[observer]
    )
    factories.give(officer, "draft_document")
    paper = documents.draft_about(
        "invitation", row, "observer_certificate", title="", actor=User.objects.get(pk=officer.pk),
        on=THURSDAY, fields=known_facts("invitation", row, "observer_certificate", THURSDAY),
    )  # fmt: skip
    client.force_login(observer)
    assert "观察员证书" not in client.get(row.get_absolute_url()).text
    on_site.issue(paper, officer, head, on=THURSDAY)
    page = reverse("inspections:invitation-certificate-pdf", args=[row.pk])
    shown = client.get(row.get_absolute_url()).text
    assert Document.objects.get().number in shown and "证书正在生成" in shown
    assert client.get(page).status_code == 404
    rendering.render(paper.pk)
    assert page in client.get(row.get_absolute_url()).text
    file = client.get(page).content
    assert file.startswith(b"%PDF") and len(pypdfium2.PdfDocument(file)) == 1
    client.force_login(User.objects.get(username="absent"))
    assert client.get(page).status_code == 404


def test_the_observer_signs_on_his_own_page(client, visited, observer):
    row = visited.invitations.get(observer=observer)
    client.force_login(observer)
    address = reverse("inspections:invitation-pledge", args=[row.pk])
    assert address in client.get(row.get_absolute_url()).text
    client.post(address)
    row.refresh_from_db()
    assert row.pledged_on == timezone.localdate()
    assert address not in client.get(row.get_absolute_url()).text
