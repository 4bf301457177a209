"""What must not be, each with a lawful twin that differs in one fact.

One table: the fact that is wrong, the sentence with its article, and the same fact put right.
"""

from datetime import date, timedelta

import pytest

from archives_enforcement.accounts.models import Certificate, Party
from archives_enforcement.workflow import Refused
from inspections.models import ListPublication
from inspections.services import publishing, recording, teams, visits
from tests import factories
from tests.inspections import arranging
from tests.inspections.ruling import make_cap

TODAY = date(2026, 5, 6)
DAY = date(2026, 6, 4)  # a Thursday


@pytest.fixture(autouse=True)
def clock(time_machine):
    time_machine.move_to(TODAY)


class Case:
    """A check at an enterprise on which everything is in order; one fact is changed at a time."""

    def __init__(self, bureau, clerk, officer, second, head):
        self.clerk, self.officer, self.second, self.head = clerk, officer, second, head
        self.unit = factories.make_unit(bureau, "示例公司", Party.Kind.PRIVATE_ENTERPRISE)
        self.members, self.approves, self.reason = [officer, second], True, "防止补造材料"
        self.cap, self.exception, self.publishes = 0, {}, True

    def draft(self):
        return arranging.draft_visit(
            self.officer, self.unit, on=TODAY, scheduled_on=DAY, unannounced=self.reason,
            **self.exception,
        )  # fmt: skip

    def run(self):
        """Draft, team, approval, start: the whole way until somebody stands at the door."""
        if self.publishes:
            publishing.publish_list(
                arranging.checklist(), actor=self.clerk, on=TODAY, published_on=TODAY
            )
        if self.cap:
            make_cap(self.clerk, self.cap, on=TODAY)
            other = arranging.draft_visit(self.officer, self.unit, on=TODAY, scheduled_on=DAY)
            assert other.pk
        visit = self.draft()
        lead, *others = self.members
        teams.set_team(visit, actor=self.officer, on=TODAY, lead=lead, officers=others)
        visits.submit_inspection(visit, actor=self.officer, on=TODAY)
        if self.approves:
            visits.approve_inspection(visit, actor=self.head, on=TODAY)
        visit.refresh_from_db()
        return visit

    def expire(self, day):
        Certificate.objects.filter(user=self.second).update(valid_to=day)


@pytest.fixture
def case(bureau, clerk, officer, second_officer, head):
    return Case(bureau, clerk, officer, second_officer, head)


def one_officer(case):
    case.members = [case.officer]


def same_twice(case):
    case.members = [case.officer, case.officer]


def expired(case):
    case.expire(DAY - timedelta(1))


def expires_on_the_day(case):
    case.expire(DAY)


def unpublished(case):
    case.publishes = False


def capped(case):
    case.cap = 1


def below_the_cap(case):
    case.cap = 2


def asked_by_the_firm(case):
    case.cap, case.exception = 1, {"cap_exception": "request", "reason": "企业书面申请"}


def nothing(case):
    """Everything is in order."""


TABLE = [
    (one_officer, "不足两人.*《中华人民共和国档案法实施条例》第四十七条", nothing),
    (same_twice, "列了两次.*《中华人民共和国档案法实施条例》第四十七条", nothing),
    (expired, "没有有效的执法证件.*第四十七条", expires_on_the_day),
    (unpublished, "还没有公布.*国办发〔2024〕54号", nothing),
    (capped, "达到上限 1 次.*依据", below_the_cap),
    (capped, "达到上限 1 次.*依据", asked_by_the_firm),
]


@pytest.mark.parametrize(("wrong", "sentence", "right"), TABLE)
def test_what_is_wrong_is_refused_with_its_article(case, wrong, sentence, right):
    wrong(case)
    with pytest.raises(Refused, match=sentence):
        case.run()


@pytest.mark.parametrize(("wrong", "sentence", "right"), TABLE)
def test_its_lawful_twin_passes(case, wrong, sentence, right):
    right(case)
    assert case.run().state in ("pending", "approved")


def start(case, visit, day=DAY):
    return recording.start(visit, actor=case.officer, on=day, arrived_at=None)


def test_nobody_goes_without_approval(case, time_machine):
    case.approves = False
    visit = case.run()
    time_machine.move_to(DAY)
    with pytest.raises(Refused, match="还没有批准，不能开始.*国办发〔2024〕54号"):
        start(case, visit)
    visit.refresh_from_db()
    assert visit.state == "pending"


def test_with_approval_they_go(case, time_machine):
    visit = case.run()
    time_machine.move_to(DAY)
    assert start(case, visit).state == "on_site"


def test_a_certificate_that_ran_out_since_the_approval_stops_them(case, time_machine):
    visit = case.run()
    time_machine.move_to(DAY)
    case.expire(DAY - timedelta(1))
    with pytest.raises(Refused, match="不足两人.*《中华人民共和国档案法实施条例》第四十七条"):
        start(case, visit)
    case.expire(DAY)
    assert start(case, visit).state == "on_site"


def test_what_became_an_enterprise_meanwhile_is_checked_by_a_published_list(
    case, bureau, time_machine
):
    case.unit, case.publishes, case.approves = factories.make_unit(bureau), False, False
    visit = case.run()
    party = Party.objects.filter(pk=case.unit.party_id)
    kind = party.get().kind

    party.update(kind=Party.Kind.PRIVATE_ENTERPRISE)
    with pytest.raises(Refused, match="还没有公布.*国办发〔2024〕54号"):
        visits.approve_inspection(visit, actor=case.head, on=TODAY)
    party.update(kind=kind)
    visits.approve_inspection(visit, actor=case.head, on=TODAY)

    party.update(kind=Party.Kind.PRIVATE_ENTERPRISE)
    time_machine.move_to(DAY)
    with pytest.raises(Refused, match="还没有公布.*国办发〔2024〕54号"):
        start(case, visit)
    publishing.publish_list(arranging.checklist(), actor=case.clerk, on=DAY, published_on=DAY)
    assert start(case, visit).state == "on_site"


def test_an_unannounced_check_of_an_enterprise_says_why(case, time_machine):
    case.reason = ""
    visit = case.run()
    time_machine.move_to(DAY)
    with pytest.raises(Refused, match="不预先通知的理由.*54号"):
        start(case, visit)
    visit.unannounced = "防止补造材料"
    visit.save(update_fields=["unannounced"])
    assert start(case, visit).state == "on_site"


def test_what_is_no_enterprise_needs_no_publication(case, bureau, time_machine):
    case.unit, case.publishes = factories.make_unit(bureau), False
    visit = case.run()
    time_machine.move_to(DAY)
    assert start(case, visit).state == "on_site"


def test_a_list_published_by_another_bureau_does_not_help(case, other_bureau):
    case.publishes = False
    other = factories.make_user("elsewhere", "clerk", bureau=other_bureau)
    publishing.publish_list(arranging.checklist(), actor=other, on=TODAY, published_on=TODAY)
    with pytest.raises(Refused, match="还没有公布"):
        case.run()


def test_an_earlier_publication_names_its_place(case):
    asked = {"actor": case.clerk, "on": TODAY, "published_on": date(2025, 7, 1)}
    with pytest.raises(Refused, match="写明当时公布的地方"):
        publishing.publish_list(arranging.checklist(), **asked)
    row = publishing.publish_list(arranging.checklist(), **asked, place="区政府网站")
    assert row.published_on == date(2025, 7, 1)
    with pytest.raises(Refused, match="已经公布"):
        publishing.publish_list(arranging.checklist(), **asked, place="区政府网站")
    assert ListPublication.objects.count() == 1


def test_the_published_list_is_everybodys(case, client):
    row = publishing.publish_list(
        arranging.checklist(), actor=case.clerk, on=TODAY, published_on=TODAY
    )
    listed = client.get("/publicity/public/checklists/")
    assert str(row.checklist) in listed.text
    page = client.get(f"/publicity/public/checklists/{row.pk}/")
    assert row.checklist.items.first().text in page.text
