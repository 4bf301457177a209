"""What the issue and the delivery of a feedback letter bring about."""

from datetime import date

import pytest
from django.utils import timezone

from archives_enforcement.documents import services as documents
from archives_enforcement.documents.models import Document
from archives_enforcement.workdays import deadlines
from archives_enforcement.workdays.calendar import load
from archives_enforcement.workflow import Refused
from inspections.models import RectificationRule
from inspections.queries.visit_work import work_for_visits
from inspections.services import feedback, rectification, report_clock
from tests import factories
from tests.documents.delivering import scan
from tests.inspections import on_site, rectifying
from tests.inspections.on_site import DAY

LATER = date(2024, 9, 10)


def clocks(finding) -> list[str]:
    return [row.code for row in deadlines.for_subject(finding).order_by("code")]


def deliver(letter, reporter, on=LATER, **facts):
    documents.record_delivery(
        letter.deliveries.get(), actor=reporter, on=on, method="direct", received_by="档案员甲",
        **facts,
    )  # fmt: skip


def proved() -> dict:
    """What the delivery of a letter that orders needs besides."""
    return {"capacity": "mailroom", "files": [scan()]}


@pytest.mark.parametrize(("code", "orders"), [("2-02", True), ("1-01", False)])
def test_a_letter_that_orders_is_delivered_with_its_proof(
    make, unit, officer, head, reporter, code, orders
):
    letter = on_site.issue(on_site.draft(make(code), officer), officer, head, LATER)
    contact, today = factories.make_contact("contact", unit.party), timezone.localdate()
    if orders:
        with pytest.raises(Refused, match="签收人应当是.*第八十八条"):
            deliver(letter, reporter, files=[scan()])
        with pytest.raises(Refused, match="送达回证.*第六十一条"):
            deliver(letter, reporter, capacity="mailroom")
    documents.acknowledge(letter.deliveries.get(), actor=contact, on=today)
    assert letter.deliveries.get().delivered_on == (None if orders else today)
    if orders:
        deliver(letter, reporter, **proved())
        assert letter.deliveries.get().delivered_on == LATER


def test_a_draft_of_before_that_orders_without_remedies_is_not_issued(make, officer):
    """It was written when letters did not tell them; written anew it goes on."""
    visit = make("2-02")
    letter = on_site.draft(visit, officer)
    Document.objects.filter(pk=letter.pk).update(
        fields={**letter.fields, "problems": letter.fields["problems"][:-1]}
    )
    with pytest.raises(Refused, match="没有写明救济途径.*重新保存"):
        documents.submit(letter, actor=officer, on=DAY)
    overview = letter.fields["overview"]
    feedback.redraft_letter(visit, actor=officer, on=DAY, overview=overview, phone="1")
    assert documents.submit(letter, actor=officer, on=DAY).state == "submitted"


def test_the_signed_letter_tells_the_unit_and_meets_its_clock(visit, officer, head):
    letter = on_site.issue(on_site.draft(visit, officer), officer, head, LATER)
    visit.refresh_from_db()
    clock = deadlines.for_subject(visit).get(code="D-I06")
    assert (visit.state, clock.met_on, clock.met_note) == (
        "rectifying", LATER, f"已签发{letter.number}",
    )  # fmt: skip


def test_a_check_that_found_nothing_is_in_no_rectification(make, officer, head, reporter, client):
    visit = make()
    letter = on_site.issue(on_site.draft(visit, officer), officer, head, LATER)
    visit.refresh_from_db()
    assert (visit.state, visit.get_state_display()) == ("fed_back", "已反馈")
    client.force_login(officer)
    page = client.get(visit.get_absolute_url()).text
    assert "已反馈" in page and "整改中" not in page
    rectifying.make_record(visit, officer)
    with pytest.raises(Refused, match="还没有送达单位，不能办结"):
        rectification.close(visit, actor=officer, on=LATER)
    assert not [item for item in work_for_visits(officer, LATER) if "办结" in item.text]
    deliver(letter, reporter)
    assert [item for item in work_for_visits(officer, LATER) if "办结" in item.text]
    assert rectification.close(visit, actor=officer, on=LATER).state == "closed"


def test_delivery_gives_every_finding_its_last_day(make, officer, head, reporter):
    visit = make("1-01", "2-02")
    letter = on_site.issue(on_site.draft(visit, officer), officer, head, LATER)
    deliver(letter, reporter, **proved())
    # 30 working days over 中秋 and 国庆; the hazard has 30 calendar days.
    ordinary, hazard = visit.findings.order_by("position")
    assert (ordinary.due_on, clocks(ordinary)) == (date(2024, 10, 28), ["D-I08"])
    assert (hazard.due_on, clocks(hazard)) == (date(2024, 10, 10), ["D-I07", "D-I08"])
    assert clocks(letter) == ["D-G15", "D-I08"]


def test_a_corrected_letter_gives_its_days_anew_and_takes_no_granted_time(
    make, officer, head, reporter
):
    visit = make("1-01", "1-02")
    wrong = on_site.issue(on_site.draft(visit, officer), officer, head, DAY)
    deliver(wrong, reporter, on=DAY)
    granted, ordinary = visit.findings.order_by("position")
    report_clock.extend(granted, to=date(2024, 12, 2), reason="等待供货", on=LATER)
    type(granted).objects.filter(pk=granted.pk).update(due_on=date(2024, 12, 2))
    draft = documents.draft_correction(wrong, actor=officer, on=LATER, note="单位名称写错")
    letter = on_site.issue(draft, officer, head, LATER)
    deliver(letter, reporter)
    assert list(visit.findings.order_by("position").values_list("due_on", flat=True)) == [
        date(2024, 12, 2), date(2024, 10, 28),
    ]  # fmt: skip
    running = deadlines.for_subject(granted).get(cancelled_on=None)
    assert (running.due_on, "重新送达不缩短" in running.explanation) == (date(2024, 12, 2), True)


def test_without_findings_delivery_starts_no_clock_on_any(make, officer, head, reporter):
    visit = make()
    letter = on_site.issue(on_site.draft(visit, officer), officer, head, LATER)
    deliver(letter, reporter)
    assert visit.findings.count() == 0
    assert clocks(letter) == ["D-G15"]  # 公示; 本次检查不需要报告整改情况


def test_each_kind_of_problem_has_the_days_of_the_rule_of_the_visit(make, officer, head, reporter):
    visit = make("1-01", "2-02", "2-09")
    days = {"bureau": visit.bureau, "source": "局务会议", "days_c": 40}
    RectificationRule.objects.create(**days, valid_from=DAY, days_a=9, days_b=10)
    RectificationRule.objects.create(**days, valid_from=LATER, days_a=1, days_b=1)
    letter = on_site.issue(on_site.draft(visit, officer), officer, head, LATER)
    told = letter.fields["problems"]
    assert [line.endswith("整改期限：自收到本意见书之日起10个工作日内。") for line in told] == [
        line.startswith("整改要求") and "责令" not in line for line in told
    ]
    assert told[-2].endswith("请自收到本意见书之日起40个工作日内回复。")
    assert "逐项回复，并自收到本意见书之日起40个工作日内书面报告" in letter.fields["report_due"]
    deliver(letter, reporter, **proved())
    plain, hazard, advice = visit.findings.order_by("position")
    clock = deadlines.for_subject(plain).get()
    assert (plain.due_on, clock.due_on) == (date(2024, 9, 25), date(2024, 9, 25))
    assert "2024年9月5日起的本机关整改规则：B 类问题的期限为10个工作日" in clock.steps[0]
    assert (hazard.due_on, advice.due_on) == (date(2024, 10, 10), date(2024, 11, 11))
    assert deadlines.for_subject(letter).get(code="D-I08").due_on == advice.due_on
    deadlines.count_again(clock, load())
    assert "局务会议" in clock.steps[0]
