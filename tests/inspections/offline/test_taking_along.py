"""What goes along: to whom, when, and what of it."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.workflow import Refused
from inspections.models import OfflineBundle
from inspections.queries import offline as queries
from inspections.services.offline import prepare
from tests import factories
from tests.inspections import on_site
from tests.inspections.on_site import DAY


def test_an_officer_takes_along_what_he_may_see_and_it_is_noted(visit, late):
    bundle, content = prepare(visit, actor=late, on=DAY)
    assert content["unit"]["name"] == str(visit.unit)
    assert sum(len(area["rows"]) for area in content["areas"]) == len(on_site.results(visit))
    assert bundle.valid_until - bundle.issued_at == timedelta(days=3)
    entry = AuditEntry.objects.about(visit).first()
    assert (entry.label, entry.details["version"]) == ("离线准备", bundle.version)


def test_earlier_problems_go_along_only_for_who_may_see_them(visit, late, officer):
    before = on_site.recorded(on_site.approved(visit.unit, officer, officer, late), officer, "2-02")
    assert [row["text"] for row in queries.content(visit, late)["findings"]] == [
        before.findings.get().text
    ]
    stranger = factories.make_user("stranger", bureau=visit.bureau)
    assert queries.content(visit, stranger)["findings"] == []


def test_the_version_follows_the_content(visit, late):
    first, _ = prepare(visit, actor=late, on=DAY)
    same, _ = prepare(visit, actor=late, on=DAY)
    visit.place = "示例路10号"
    visit.save()
    other, _ = prepare(visit, actor=late, on=DAY)
    assert first.version == same.version != other.version


def test_who_is_not_in_the_team_takes_nothing_along(visit, bureau):
    outsider = factories.make_officer("outsider", bureau)
    with pytest.raises(Refused, match="您不是这次检查的执法人员"):
        prepare(visit, actor=outsider, on=DAY)


def test_without_the_permission_nothing_is_taken_along(visit, head):
    with pytest.raises(PermissionDenied):
        prepare(visit, actor=head, on=DAY)


@pytest.mark.parametrize("state", ["draft", "pending", "recorded", "cancelled"])
def test_only_between_approval_and_end(visit, late, state):
    type(visit).objects.filter(pk=visit.pk).update(state=state)
    before = OfflineBundle.objects.count()
    with pytest.raises(Refused, match="不能离线准备"):
        prepare(visit, actor=late, on=DAY)
    assert OfflineBundle.objects.count() == before
