"""检查结果公示: from the letter that ends a check to the public, one by one."""

import json
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from archives_enforcement.accounts.models import Party, User
from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.documents import services as documents
from archives_enforcement.workdays import deadlines, limits
from archives_enforcement.workflow import Refused
from inspections.models import Finding, Inspection, Plan, PlanItem
from publicity.models import Notice, ResultRule
from publicity.queries import results
from publicity.queries.notices import decisions_to_publish, work_for_publicity
from publicity.services import corrections, notices, withholdings
from publicity.services import results as rules
from tests import casting, factories
from tests.archiving.filing import make_scan
from tests.inspections import holding, on_site
from tests.inspections.on_site import DAY
from tests.sharing import own

cast, bureau, unit = casting.cast, casting.bureau, casting.unit
head, clerk = casting.head, casting.clerk
officer, second_officer = casting.officer, casting.second_officer

FAILS, SECRET = "2-02", "三号库房东墙渗水"
LIST = "publicity:public-result-list"
CREDIT = {"credit_class": "none", "credit_reason": results.NO_CREDIT}


@pytest.fixture(scope="module")
def recorded_once(cast):
    """A finished visit at which one item failed."""
    visit = on_site.approved(cast.unit, cast.head, cast.officer, cast.second_officer)
    on_site.begin(visit, cast.officer)
    return on_site.finish(visit, cast.officer, FAILS, facts=SECRET)


class Way:
    """Brings the result of one check to the public; publishing happens today."""

    def __init__(self, visit, clerk, head, officer):
        self.visit, self.clerk, self.head, self.officer = visit, clerk, head, officer
        self.today = timezone.localdate()
        self.desk = {"actor": clerk, "on": self.today}

    def letter(self, *, deliver=True, capacity="mailroom"):
        paper = on_site.issue(on_site.draft(self.visit, self.officer), self.officer, self.head)
        if deliver:
            documents.record_delivery(
                paper.deliveries.get(), actor=self.clerk, on=DAY, method="direct",
                received_by="单位档案员", capacity=capacity, files=[make_scan()],
            )  # fmt: skip
        self.visit.refresh_from_db()
        return paper

    def approve(self, paper, **words):
        notice = notices.create(paper, **self.desk, **CREDIT, **words)
        boss = {"actor": self.head, "on": self.today}
        notice = notices.review_secrecy(notice, **boss, note="不涉密。", redacted=True)
        return notices.approve(notice, **boss)

    def publish(self, paper=None, **words):
        return notices.publish(self.approve(paper or self.letter(), **words), **self.desk)


@pytest.fixture
def way(recorded_once, clerk, head, officer):
    return Way(own(recorded_once), clerk, head, officer)


def test_a_letter_is_proposed_with_its_clock_and_ends_in_public(way, client):
    User.objects.filter(pk=way.officer.pk).update(name="执法某甲")
    paper = way.letter()
    clock = deadlines.for_subject(paper).get(code=results.CLOCK)
    assert clock.due_on == limits.compute(results.CLOCK, DAY).due_on
    assert (clock.consequence, "本系统建议" in clock.name) == ("remind", True)
    [item] = work_for_publicity(way.clerk, way.today)
    assert (item.due, item.button) == (clock.due_on, "去拟稿")
    notice = way.publish(paper)
    clock.refresh_from_db()
    assert clock.met_on == way.today
    listed = client.get(reverse(LIST)).text
    page = client.get(reverse("publicity:public-detail", args=[notice.pk])).text
    for wanted in (way.visit.party.name, "日常检查", "发现问题1项", "整改中"):
        assert wanted in listed
    for wanted in (paper.number, "证-officer", "第四十二条", "正在整改1项"):
        assert wanted in page
    assert SECRET not in listed + page
    assert "执法某甲" not in page
    assert way.visit.party.name not in client.get(reverse("publicity:public-list")).text


def test_a_result_is_searched_and_taken_away_as_open_data(way, client):
    way.publish()
    for query, found in (
        ({"right": "open"}, 1), ({"right": "done"}, 0), ({"kind": "special"}, 0),
        ({"year": 2024, "q": way.visit.party.name}, 1), ({"q": SECRET}, 0),
    ):  # fmt: skip
        assert len(client.get(reverse(LIST), query).context["object_list"]) == found, query
    answer = client.get(reverse("publicity:public-result-data-export"))
    [row] = json.loads(b"".join(answer) if answer.streaming else answer.content)["results"]
    assert (row["check_kind"], row["found"], row["fixed"]) == ("日常检查", 1, 0)
    assert client.get(reverse("publicity:public-result-export")).status_code == 200


def test_a_natural_person_is_not_named(way, client):
    Party.objects.filter(pk=way.visit.party.pk).update(name="甲乙丙", kind=Party.Kind.PERSON)
    way.visit = Inspection.objects.get(pk=way.visit.pk)
    notice = way.publish(way.letter(capacity="self"))
    assert notice.title == "甲某日常检查结果"
    assert "甲乙丙" not in client.get(notice.get_absolute_url().replace("notices", "public")).text
    with pytest.raises(Refused, match="自然人的姓名"):
        Notice.objects.filter(pk=notice.pk).update(state="approved", facts="甲乙丙已整改")
        notices.publish(Notice.objects.get(pk=notice.pk), **way.desk)


@pytest.mark.parametrize(
    ("whom", "asked"), [("all", True), ("enterprises", False), ("elsewhere", False)]
)
def test_the_rule_of_the_bureau_says_whose_results_are_public(way, whom, asked):
    ResultRule.objects.create(
        bureau=way.visit.bureau, valid_from=DAY, whom=whom, source="局务会议决定"
    )
    paper = way.letter()
    assert deadlines.for_subject(paper).filter(code=results.CLOCK).exists() == asked
    assert decisions_to_publish(way.clerk).filter(pk=paper.pk).exists() == asked
    assert (
        not deadlines.for_subject(paper)
        .exclude(name__contains="本机关的规则")
        .filter(code=results.CLOCK)
    )


def test_a_letter_that_was_out_before_the_clocks_were_told_apart_is_still_published(way):
    """Its clock of D-G02 goes on as it was, and ends with the publication."""
    paper = way.letter()
    deadlines.for_subject(paper).filter(code=results.CLOCK).update(code="D-G02")
    assert decisions_to_publish(way.clerk).filter(pk=paper.pk).exists()
    way.publish(paper)
    assert deadlines.for_subject(paper).get(code="D-G02").met_on == way.today


def test_the_rule_says_how_long_and_whether_with_certificates(way):
    ResultRule.objects.create(
        bureau=way.visit.bureau, valid_from=DAY, months=60, certificates=False, source="决定"
    )
    notice = way.publish()
    assert (notice.expires_on.year, notice.certificates) == (DAY.year + 5, "")


def test_a_rule_is_set_by_the_head_for_the_days_to_come(way):
    terms = {"whom": "all", "certificates": True, "months": None, "source": "局务会议决定"}
    tomorrow = way.today + timedelta(days=1)
    boss = {"actor": way.head, "on": way.today}
    with pytest.raises(Refused, match="最早从明天起"):
        rules.set_rule(**boss, valid_from=way.today, **terms)
    with pytest.raises(PermissionDenied):
        rules.set_rule(**way.desk, valid_from=tomorrow, **terms)
    assert rules.set_rule(**boss, valid_from=tomorrow, **terms).asks_for(way.visit.party)


def test_a_result_waits_until_the_unit_has_its_letter(way):
    notice = way.approve(way.letter(deliver=False))
    with pytest.raises(Refused, match="还没有送达被检查单位"):
        notices.publish(notice, **way.desk)


def test_a_result_is_no_credit_information(way):
    with pytest.raises(Refused, match="检查结果不是信用信息"):
        notices.create(way.letter(), **way.desk, credit_class="minor", credit_reason="试")


def test_the_progress_is_updated_from_the_record_when_all_is_put_right(way, client):
    notice = way.publish()
    assert work_for_publicity(way.clerk, way.today) == []
    Finding.objects.filter(inspection=way.visit).update(state="accepted", accepted_on=way.today)
    Inspection.objects.filter(pk=way.visit.pk).update(state="closed")
    [item] = work_for_publicity(way.clerk, way.today)
    client.force_login(way.clerk)
    assert "已全部整改" in client.get(item.url).text
    client.post(item.url)
    notice.refresh_from_db()
    assert (notice.put_right, notice.found) == ("已整改", 1)
    entry = AuditEntry.objects.about(notice).get(action="update_progress")
    assert "正在整改1项" in entry.details["before"]
    assert work_for_publicity(way.clerk, way.today) == []


def test_progress_is_only_of_results_that_are_public(way):
    notice = way.approve(way.letter())
    with pytest.raises(Refused, match="只有正在公示的检查结果"):
        notices.update_progress(notice, **way.desk)
    notice = notices.publish(notice, **way.desk)
    with pytest.raises(Refused, match="不能补录"):
        notices.update_progress(notice, actor=way.clerk, on=way.today - timedelta(days=1))


def test_a_problem_dropped_on_objection_no_longer_counts(way):
    finding = way.visit.findings.get()
    finding.replies.create(
        kind="objection", text="不属实", replied_on=DAY, replied_by=way.clerk, outcome="accepted"
    )
    Finding.objects.filter(pk=finding.pk).update(state="accepted")
    assert results.progress(way.visit)[:] == (0, 0, 1, 0)


def test_a_result_that_only_ended_with_its_unit_is_not_said_to_be_free_of_problems(way, client):
    """单位撤销终结: neither put right nor nothing to put right, on each page and in the filter."""
    paper = way.letter()
    Finding.objects.filter(inspection=way.visit).update(state="terminated")
    notice = notices.publish(way.approve(paper), **way.desk)
    assert (notice.put_right, notice.found, notice.ended) == ("单位已撤销，整改终结", 0, 1)
    named = {right: client.get(reverse(LIST), {"right": right}).text for right in ("none", "ended")}
    assert notice.party_name in named["ended"]
    assert notice.party_name not in named["none"].split("<tbody", 1)[-1]
    assert "整改终结" in named["ended"].split("<tbody", 1)[-1]


def corrected(way, paper):
    draft = documents.draft_correction(paper, actor=way.officer, on=DAY, note="单位名称有误")
    return on_site.issue(draft, way.officer, way.head)


def test_a_corrected_letter_is_published_anew_and_the_first_notice_withdrawn(way, client):
    notice = way.publish()
    second = corrected(way, notice.document)
    notice.refresh_from_db()
    assert second.number in notice.changed_ground
    assert deadlines.for_subject(second).filter(code=results.CLOCK, met_on=None).exists()
    clock = deadlines.for_subject(notice).get(code="D-G03")
    assert clock.name == results.WITHDRAWN_LIKE
    notices.withdraw(notice, **way.desk, reason="反馈意见书已更正。")
    page = client.get(reverse("publicity:public-detail", args=[notice.pk]))
    assert page.status_code == 410
    assert "反馈意见书已更正。" in page.text
    assert way.visit.party.name not in page.text
    assert "第四十八条" not in page.text
    assert "反馈意见书已更正。" in client.get(reverse(LIST)).text


def test_nothing_is_published_of_a_paper_that_was_replaced(way):
    notice = way.approve(way.letter())
    corrected(way, notice.document)
    with pytest.raises(Refused, match="另行拟稿"):
        notices.publish(notice, **way.desk)


def test_a_result_is_withdrawn_once_its_error_is_registered(way):
    notice = way.publish()
    with pytest.raises(Refused, match="请先登记检查结果变更"):
        notices.withdraw(notice, **way.desk, reason="有误")


def test_a_result_is_withheld_by_decision_alone(way):
    paper = way.letter()
    facts = {"reasons": "检查对象属于涉密单位。", "redaction": "单位名称本身不能公开。"}
    row = withholdings.propose(paper, **way.desk, ground="state_secret", **facts)
    withholdings.decide(row, actor=way.head, on=way.today, note="同意。")
    assert deadlines.for_subject(paper).get(code=results.CLOCK).met_on == way.today
    assert not decisions_to_publish(way.clerk).exists()


def test_a_result_is_drafted_on_its_page(way, client):
    client.force_login(way.clerk)
    paper = way.letter()
    url = reverse("publicity:notice-create", args=[paper.pk])
    page = client.get(url)
    assert "证-officer" in page.text
    fields = page.context["form"].fields
    assert "outcome" not in fields
    typed = {name: page.context["form"].initial.get(name, "") for name in fields}
    client.post(url, typed | {"facts": "发现问题1项。", "on": way.today})
    notice = paper.notices.get()
    assert (notice.facts, notice.found, notice.check_kind) == ("发现问题1项。", 1, "daily")


def test_the_public_results_take_the_same_queries_however_many(way, client):
    def queries():
        with CaptureQueriesContext(connection) as seen:
            assert client.get(reverse(LIST)).status_code == 200
        return len(seen)

    notice = way.publish()
    one = queries()
    document = notice.document
    document.pk, document.state = None, "draft"
    document.number = document.serial = document.content = document.issued_on = None
    document.verification_code = "another"
    document.save(force_insert=True)
    notice.pk, notice.document = None, document
    notice.save(force_insert=True)
    assert queries() == one


def test_the_unit_finds_what_is_public_of_it_and_asks_for_a_correction(way, client):
    contact = factories.make_contact("contact", way.visit.party)
    notice = way.publish()
    client.force_login(contact)
    url = reverse("publicity:public-detail", args=[notice.pk])
    assert url in client.get(reverse("reports:portal")).text
    ask = reverse("publicity:correction-ask", args=[notice.pk])
    client.post(ask, {"request": "整改情况写得不对。"})
    row = notice.corrections.get()
    assert row.applicant == way.visit.party.name
    client.force_login(way.clerk)
    form = client.get(reverse("publicity:correction-propose", args=[row.pk])).context["form"]
    assert (form.fields["facts"].label, form.fields["outcome"].label) == ("检查结果", "整改情况")
    values = {name: getattr(notice, name) for name in notices.SUMMARY}
    row = corrections.propose(
        row, **way.desk, opinion="属实。", **(values | {"facts": "发现问题1项，已改。"})
    )
    corrections.decide(row, actor=way.head, on=way.today)
    page = client.get(url).text
    assert "更正：检查结果" in page
    assert "发现问题1项，已改。" in page


def test_a_draw_shows_what_came_of_it(way, client):
    for number in range(2):
        factories.make_unit(way.visit.bureau, f"示例单位{number}")
    draw = holding.published(way.clerk)
    plan = Plan.objects.create(
        bureau=way.visit.bureau, year=2024, title="计划", drafted_by=way.clerk
    )
    item = PlanItem.objects.create(
        plan=plan, unit=way.visit.unit, draw=draw, kind="daily", month=9,
        checklist=way.visit.checklist,
    )  # fmt: skip
    Inspection.objects.filter(pk=way.visit.pk).update(plan_item=item)
    notice = way.publish()
    address = reverse("publicity:public-detail", args=[notice.pk])
    page = reverse("publicity:public-draw-detail", args=[draw.pk])
    assert address in client.get(page).text
    Notice.objects.filter(pk=notice.pk).update(state="approved")
    assert address not in client.get(page).text


def test_another_bureau_reads_no_draft_of_it(way, client):
    stranger = factories.make_user(
        "stranger", "clerk", bureau=factories.make_bureau("外区档案局", "990999")
    )
    notice = way.approve(way.letter())
    client.force_login(stranger)
    assert client.get(notice.get_absolute_url()).status_code == 404
