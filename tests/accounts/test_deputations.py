"""代理（AB角）: who may stand in for whom, in which post, from which day to which."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext

from archives_enforcement.accounts import services
from archives_enforcement.accounts.models import User
from archives_enforcement.accounts.roles import DEPUTISED, ROLES
from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.notifications.models import Message
from archives_enforcement.workflow import Refused
from tests import factories
from tests.accounts.standing_in import FIRST, LAST, TODAY, fresh, name_deputy, qualify

SIGN = "documents.sign_document"


DAY = timedelta(days=1)


def at_noon(day: date) -> str:
    return f"{day.isoformat()} 12:00+08:00"


@pytest.fixture(autouse=True)
def monday(time_machine):
    time_machine.move_to(at_noon(TODAY), tick=False)


@pytest.fixture
def keeper(db):
    return factories.make_user("keeper", "administrator", is_staff=True)


# The days, both ends included.
@pytest.mark.parametrize(
    ("day", "may"),
    [(FIRST - DAY, False), (FIRST, True), (LAST, True), (LAST + DAY, False)],
)
def test_the_rights_of_the_post_last_from_the_first_to_the_last_day(
    head, clerk, time_machine, day, may
):
    name_deputy(head, clerk)
    time_machine.move_to(at_noon(day), tick=False)
    assert fresh(clerk).has_perm(SIGN) is may
    assert ("机关负责人（代head）" in fresh(clerk).role_names) is may
    assert fresh(head).has_perm(SIGN)


def test_rights_of_a_deputy_are_still_one_query(head, clerk, time_machine):
    name_deputy(head, clerk)
    time_machine.move_to(at_noon(FIRST))
    person = fresh(clerk)
    with CaptureQueriesContext(connection) as seen:
        assert person.has_perms(["documents.deliver_document", SIGN])
        assert person.rights.deputised[SIGN].words == "代理（AB角）：clerk代机关负责人head"
        assert "documents.deliver_document" not in person.rights.deputised
    assert len(seen) == 1


def test_a_deputation_gives_the_post_and_nothing_more(head, clerk, time_machine):
    before = fresh(clerk).get_all_permissions()
    name_deputy(head, clerk)
    time_machine.move_to(at_noon(FIRST))
    given = set(ROLES["head"].permissions) - {"accounts.name_deputy"}
    assert fresh(clerk).get_all_permissions() == before | given


def test_a_deputy_names_no_deputy(head, officer, clerk, time_machine):
    name_deputy(head, officer)
    time_machine.move_to(at_noon(FIRST))
    assert fresh(officer).has_perm(SIGN)
    with pytest.raises(PermissionDenied):
        name_deputy(head, clerk, actor=fresh(officer), on=FIRST)
    with pytest.raises(PermissionDenied):
        name_deputy(fresh(officer), clerk, on=FIRST)


@pytest.mark.parametrize("change", ["post", "account", "bureau"])
def test_rights_end_when_the_principal_leaves_his_post(
    head, clerk, other_bureau, time_machine, change
):
    name_deputy(head, clerk)
    time_machine.move_to(at_noon(FIRST))
    assert fresh(clerk).has_perm(SIGN)
    if change == "post":
        head.groups.clear()
    elif change == "account":
        User.objects.filter(pk=head.pk).update(is_active=False)
    else:
        User.objects.filter(pk=head.pk).update(bureau=other_bureau)
    assert not fresh(clerk).has_perm(SIGN)


def test_who_has_moved_to_another_bureau_no_longer_stands_in(
    head, clerk, other_bureau, time_machine
):
    name_deputy(head, clerk)
    time_machine.move_to(at_noon(FIRST))
    User.objects.filter(pk=clerk.pk).update(bureau=other_bureau)
    assert not fresh(clerk).has_perm(SIGN)


def test_an_ended_deputation_gives_no_right_from_that_moment(head, clerk, time_machine):
    row = name_deputy(head, clerk)
    time_machine.move_to(at_noon(FIRST))
    assert fresh(clerk).has_perm(SIGN)
    services.end_deputation(row, actor=head, on=FIRST, reason="提前返回")
    assert not fresh(clerk).has_perm(SIGN)
    with pytest.raises(Refused, match="提前结束，不用再办"):
        services.end_deputation(row, actor=head, on=FIRST, reason="提前返回")


def test_only_the_principal_or_an_administrator_ends_it(head, clerk, reviewer, keeper):
    row = name_deputy(head, clerk)
    for person in (clerk, reviewer):
        with pytest.raises(PermissionDenied):
            services.end_deputation(row, actor=person, on=TODAY, reason="不需要")
    with pytest.raises(Refused, match="写明提前结束的原因"):
        services.end_deputation(row, actor=head, on=TODAY, reason=" ")
    assert services.end_deputation(row, actor=keeper, on=TODAY, reason="返回").ended_on == TODAY


def test_both_are_told_and_the_trail_keeps_it(head, clerk, keeper):
    row = name_deputy(head, clerk)
    services.end_deputation(row, actor=head, on=TODAY, reason="提前返回")
    told = Message.objects.order_by("pk").values_list("recipient__username", "text")
    words = "clerk代机关负责人head，2026年3月9日至2026年3月13日"
    assert list(told) == [
        (who, f"{words}{end}")
        for end in ("。办理的事项会注明代理。", "，已提前结束。")
        for who in ("head", "clerk")
    ]
    entries = AuditEntry.objects.about(row).values_list("action", "note")
    assert list(entries) == [("end_deputation", "提前返回"), ("deputise", "出差")]
    assert set(AuditEntry.objects.values_list("bureau_code", flat=True)) == {row.bureau.code}


# Which posts.
@pytest.mark.parametrize("role", [code for code in ROLES if code not in DEPUTISED])
def test_a_personal_post_is_not_deputised(bureau, officer, role):
    holder = factories.make_user("holder", "head", role, bureau=bureau)
    with pytest.raises(Refused, match="第四十二条"):
        name_deputy(holder, officer, role)
    assert name_deputy(holder, officer, "head").pk


@pytest.mark.parametrize("role", DEPUTISED)
def test_a_post_is_deputised_by_its_holder_alone(bureau, officer, role):
    holder = factories.make_user("holder", role, bureau=bureau)
    qualify(officer)
    others = [code for code in DEPUTISED if code != role]
    for other in others:
        with pytest.raises(Refused, match="本人不是"):
            name_deputy(holder, officer, other)
    assert name_deputy(holder, officer, role).role.name == ROLES[role].label


@pytest.mark.parametrize(
    "lacking",
    [None, {"obtained_on": FIRST + timedelta(1)}, {"withdrawn_on": LAST}],
    ids=["none", "later", "withdrawn on the last day"],
)
def test_a_reviewer_is_replaced_by_the_qualified_alone(reviewer, clerk, lacking):
    """行政处罚法第五十八条第二款."""
    found = lacking and qualify(clerk, **lacking)
    with pytest.raises(Refused, match="法律职业资格.*第五十八条第二款"):
        name_deputy(reviewer, clerk, "reviewer")
    if found:
        found.obtained_on, found.withdrawn_on = FIRST, LAST + timedelta(1)
        found.save()
    else:
        qualify(clerk)
    row = name_deputy(reviewer, clerk, "reviewer")
    assert row.qualification == "法律职业资格证书 A2020（2026年3月9日取得）"


def test_an_administrator_needs_the_written_order(head, clerk, keeper):
    with pytest.raises(Refused, match="书面指定"):
        name_deputy(head, clerk, actor=keeper)
    row = name_deputy(head, clerk, actor=keeper, order="局长3月1日签批的《代理安排》")
    assert (row.made_by, row.principal) == (keeper, head)
