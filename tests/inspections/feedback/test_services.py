"""From findings to the letter, and what its issue and delivery bring about."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from archives_enforcement.accounts.models import Party
from archives_enforcement.documents import composing
from archives_enforcement.documents import services as documents
from archives_enforcement.workdays import deadlines
from archives_enforcement.workdays.calendar import load
from archives_enforcement.workdays.models import LocalTerm
from archives_enforcement.workflow import Refused
from inspections.models import Lead, RectificationRule
from inspections.queries import letters
from inspections.services import concluding, feedback, report_clock, reporting
from tests import factories
from tests.inspections import on_site
from tests.inspections.on_site import BEFORE_REGULATION, DAY
from tests.sharing import own

LATER = date(2024, 9, 10)


@pytest.fixture
def team(officer, second_officer):
    return officer, second_officer


@pytest.fixture
def make_other(unit, head, team):
    """A finished visit to another unit, on another day or for another reason."""

    def visit(*failing, unit=unit, on=DAY, **values):
        approved = on_site.approved(unit, head, *team, on=on, **values)
        return on_site.recorded(approved, team[0], *failing, on=on)

    return visit


@pytest.fixture(scope="module")
def begun(cast):
    visit = on_site.approved(cast.unit, cast.head, cast.officer, cast.second_officer)
    return on_site.begin(visit, cast.officer)


@pytest.fixture
def make(begun, officer):
    """The same visit, finished with the given failing items."""

    def finished(*failing, facts=""):
        return on_site.finish(own(begun), officer, *failing, facts=facts)

    return finished


@pytest.fixture(scope="module")
def ended(cast):
    """A finished visit at which one item failed."""
    visit = on_site.approved(cast.unit, cast.head, cast.officer, cast.second_officer)
    return on_site.recorded(visit, cast.officer, "1-01")


@pytest.fixture
def visit(ended, db):
    return own(ended)


@pytest.fixture
def reporter(bureau):
    return factories.make_user("reporter", "clerk", "backfiller", bureau=bureau)


def text_of(letter) -> list[str]:
    return [line for _, line in composing.paragraphs(letter.wording.text, letter.fields)]


def test_the_letter_says_when_nothing_was_found(make, officer):
    letter = on_site.draft(make(), officer)
    assert (letter.fields["problems"], letter.fields["report_due"]) == (
        ["检查中未发现需要整改的问题。"], "本次检查不需要报告整改情况。请继续做好档案工作。",
    )  # fmt: skip


def test_each_problem_stands_with_basis_task_and_term(make, officer):
    letter = on_site.draft(make("1-01", "2-05", facts="没有台账"), officer)
    assert letter.fields["problems"] == [
        "（一）责任制和管理制度",
        "1. 没有台账。依据：《中华人民共和国档案法》第十二条，"
        "《中华人民共和国档案法实施条例》第十八条。",
        "整改要求：印发档案工作责任制文件，逐级明确领导、管理和执行责任人。"
        "整改期限：自收到本意见书之日起30个工作日内。",
        "（二）库房、设施、设备",
        "2. 没有台账。依据：《中华人民共和国档案法实施条例》第二十二条第二款。",
        f"整改要求：{letter.subject.findings.get(position=2).requirement}"
        "整改期限：自收到本意见书之日起30个工作日内。",
    ]


def test_the_letter_names_unit_day_and_article(visit, officer, unit):
    letter = on_site.draft(visit, officer)
    assert letter.party == unit.party
    assert text_of(letter)[0] == (
        "依据《中华人民共和国档案法》第四十二条，我局于2024年9月5日对你单位档案工作进行了日常检查。"
        "现将检查情况和意见反馈如下。"
    )


def test_a_check_on_a_lead_rests_on_the_article_about_leads_too(make_other, bureau, unit, officer):
    lead = Lead.objects.create(
        bureau=bureau, party=unit.party, source="tip", text="反映漏水", received_on=DAY,
        registered_by=officer,
    )  # fmt: skip
    assert letters.basis(make_other(kind="case", lead=lead)) == (
        "《中华人民共和国档案法》第四十二条、第四十三条"
    )


@pytest.mark.parametrize(
    ("on", "cited", "unknown"),
    [
        (BEFORE_REGULATION, "《中华人民共和国档案法实施办法》", "实施条例"),
        (date(2024, 2, 29), "《中华人民共和国档案法实施办法》", "实施条例"),
        (date(2024, 3, 1), "《中华人民共和国档案法实施条例》", "实施办法"),
        (DAY, "《中华人民共和国档案法实施条例》", "实施办法"),
    ],
)
def test_the_letter_cites_the_law_of_the_day(make_other, officer, on, cited, unknown):
    letter = on_site.draft(make_other("2-02", "2-05", on=on), officer, on)
    whole = "".join(text_of(letter))
    assert (cited in whole, unknown in whole) == (True, False)


def test_no_letter_of_2024_cites_later_documents(make, officer):
    whole = "".join(text_of(on_site.draft(make("2-02", "4-22", "5-09"), officer)))
    assert [name for name in ("54号", "825号", "信用修复") if name in whole] == []


ORDER = (
    "整改要求：该问题属于档案安全隐患，依据《中华人民共和国档案法》第四十五条，"
    "责令你单位自收到本意见书之日起30日内整改完毕。"
)


def test_a_hazard_is_ordered_away(make, officer):
    letter = on_site.draft(make("2-02"), officer)
    *_, order, remedies = letter.fields["problems"]
    assert order.startswith(ORDER)
    assert remedies.startswith(
        "救济途径：不服责令整改（第1项）的，可以自收到本意见书之日起六十日内向"
    )
    assert letter.bureau.reconsideration_body in remedies and letter.bureau.court in remedies


@pytest.mark.parametrize("code", ["1-03", "1-09", "5-03", "2-05"])
def test_what_is_no_hazard_is_not_ordered(make, officer, code):
    """1-09 rests on an earlier order (档案法第四十八条第（八）项), the others on other duties."""
    letter = on_site.draft(make(code), officer)
    assert "第四十五条，责令" not in letter.fields["problems"][-1]
    assert "救济途径" not in str(letter.fields["problems"])


def test_what_rests_on_no_law_is_advice(make, officer):
    letter = on_site.draft(make("2-09"), officer)
    finding = letter.subject.findings.get()
    assert letter.fields["problems"][1:] == [
        f"1. {finding.text}（{finding.basis}）",
        f"改进建议：{finding.requirement}",
    ]


def test_a_bureau_that_set_its_own_term_writes_it(visit, officer, bureau):
    LocalTerm.objects.create(
        bureau=bureau, code="D-I08", length=20, unit="workday",
        effective_from=date(2024, 1, 1), source="本局制度",
    )  # fmt: skip
    letter = on_site.draft(visit, officer)
    assert letter.fields["problems"][-1].endswith("整改期限：自收到本意见书之日起20个工作日内。")


def codes_failing(visit, count):
    return [item.code for item in visit.checklist.items.all() if item.concerns(visit.party)][:count]


@pytest.mark.parametrize(("count", "attached"), [(12, 0), (13, 1)])
def test_many_problems_go_into_a_table(make, officer, unit, head, team, count, attached):
    pattern = on_site.approved(unit, head, *team)
    visit = make(*codes_failing(pattern, count))
    letter = on_site.draft(visit, officer)
    assert len(letter.fields["attachments"]) == attached
    assert [len(table["rows"]) for table in letter.fields["attachments"]] == [count] * attached


def test_only_one_letter_goes_out_for_a_visit(visit, officer):
    on_site.draft(visit, officer)
    with pytest.raises(Refused, match="一次检查只发一份"):
        on_site.draft(visit, officer)


def test_a_voided_draft_makes_room_for_another(visit, officer):
    documents.void(on_site.draft(visit, officer), actor=officer, on=DAY, note="写错单位")
    assert on_site.draft(visit, officer).state == "draft"


def test_a_look_back_gets_no_letter(visit, unit, head, team, officer):
    origin = visit
    type(origin).objects.filter(pk=origin.pk).update(state="rectifying")
    look_back = on_site.approved(unit, head, *team, kind="look_back", origin=origin, on=LATER)
    with pytest.raises(Refused, match="回头看不另发反馈意见书"):
        on_site.draft(look_back, officer, LATER)


def test_before_the_visit_ends_there_is_no_letter(unit, head, team, officer):
    visit = on_site.begin(on_site.approved(unit, head, *team), officer)
    with pytest.raises(Refused, match="检查还没有结束"):
        on_site.draft(visit, officer)


def test_a_letter_is_not_older_than_its_visit(visit, officer):
    with pytest.raises(Refused, match="不能早于检查日期"):
        on_site.draft(visit, officer, date(2024, 9, 4))


def test_only_those_who_draft_letters_draft_one(visit, reporter):
    with pytest.raises(PermissionDenied):
        on_site.draft(visit, reporter)


def test_a_draft_is_written_anew(visit, officer):
    letter = on_site.draft(visit, officer)
    feedback.redraft_letter(visit, actor=officer, on=DAY, overview="另一种说法。", phone="1")
    letter.refresh_from_db()
    assert (letter.fields["overview"], letter.fields["phone"]) == ("另一种说法。", "1")


def test_there_must_be_a_draft_to_write_anew(make, officer):
    with pytest.raises(Refused, match="还没有反馈意见书的草稿"):
        feedback.redraft_letter(make(), actor=officer, on=DAY, overview="", phone="")


def test_a_better_wording_reaches_the_draft(visit, officer):
    letter = on_site.draft(visit, officer)
    feedback.revise_finding(
        visit.findings.get(), actor=officer, on=DAY, text="没有责任制", requirement="发文明确"
    )
    letter.refresh_from_db()
    assert letter.fields["problems"][1].startswith("1. 没有责任制。")


def test_a_letter_handed_in_closes_the_wording(visit, officer):
    documents.submit(on_site.draft(visit, officer), actor=officer, on=DAY)
    with pytest.raises(Refused, match="问题的表述不能再改"):
        feedback.revise_finding(
            visit.findings.get(), actor=officer, on=DAY, text="甲", requirement="乙"
        )


def test_a_finding_keeps_words(visit, officer):
    with pytest.raises(Refused, match="问题和整改要求都要写明"):
        feedback.revise_finding(
            visit.findings.get(), actor=officer, on=DAY, text=" ", requirement="乙"
        )


def test_the_hall_says_how_to_put_it_right(visit, bureau):
    helper = factories.make_user("helper", "assistant", "backfiller", bureau=bureau)
    finding = feedback.give_guidance(
        visit.findings.get(), actor=helper, on=DAY, text="参照模板起草。"
    )
    assert (finding.guidance, finding.guidance_by) == ("参照模板起草。", helper)


def test_an_officer_gives_no_guidance(visit, officer):
    with pytest.raises(PermissionDenied):
        feedback.give_guidance(visit.findings.get(), actor=officer, on=DAY, text="改")


def test_guidance_for_a_finding_struck_off_is_refused(visit, bureau):
    helper = factories.make_user("helper", "assistant", "backfiller", bureau=bureau)
    finding = visit.findings.get()
    type(finding).objects.filter(pk=finding.pk).update(state="accepted")
    with pytest.raises(Refused, match="已经销号"):
        feedback.give_guidance(finding, actor=helper, on=DAY, text="改")


def test_the_signed_letter_tells_the_unit_and_meets_its_clock(visit, officer, head):
    letter = on_site.issue(on_site.draft(visit, officer), officer, head, LATER)
    visit.refresh_from_db()
    clock = deadlines.for_subject(visit).get(code="D-I06")
    assert (visit.state, clock.met_on, clock.met_note) == (
        "rectifying", LATER, f"已签发{letter.number}",
    )  # fmt: skip


def test_delivery_gives_every_finding_its_last_day(make, officer, head, reporter):
    visit = make("1-01", "2-02")
    letter = on_site.issue(on_site.draft(visit, officer), officer, head, LATER)
    deliver(letter, reporter)
    # 30 working days over 中秋 and 国庆; the hazard has 30 calendar days.
    ordinary, hazard = visit.findings.order_by("position")
    assert (ordinary.due_on, clocks(ordinary)) == (date(2024, 10, 28), ["D-I08"])
    assert (hazard.due_on, clocks(hazard)) == (date(2024, 10, 10), ["D-I07", "D-I08"])
    assert clocks(letter) == ["D-G15", "D-I08"]


def clocks(finding) -> list[str]:
    return [row.code for row in deadlines.for_subject(finding).order_by("code")]


def deliver(letter, reporter, on=LATER):
    documents.record_delivery(
        letter.deliveries.get(), actor=reporter, on=on, method="direct", received_by="档案员甲"
    )


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


def test_the_report_to_the_platform_meets_its_clock(make, reporter):
    visit = reporting.record_report(make(), actor=reporter, on=date(2024, 9, 6))
    clock = deadlines.for_subject(visit).get(code="D-I05")
    assert (visit.reported_on, clock.met_on) == (date(2024, 9, 6), date(2024, 9, 6))


def test_a_visit_is_reported_once(make, reporter):
    visit = reporting.record_report(make(), actor=reporter, on=DAY)
    with pytest.raises(Refused, match="已于2024年9月5日填报"):
        reporting.record_report(visit, actor=reporter, on=LATER)


def test_a_visit_is_not_reported_before_its_day(make, reporter):
    with pytest.raises(Refused, match="不能早于检查日期"):
        reporting.record_report(make(), actor=reporter, on=date(2024, 9, 4))


def test_a_visit_under_way_is_not_reported(unit, head, team, officer, reporter):
    visit = on_site.begin(on_site.approved(unit, head, *team), officer)
    with pytest.raises(Refused, match="检查还没有结束"):
        reporting.record_report(visit, actor=reporter, on=DAY)


def test_an_officer_does_not_report(make, officer):
    with pytest.raises(PermissionDenied):
        reporting.record_report(make(), actor=officer, on=DAY)


def test_the_overview_written_by_the_record_counts(make_other, bureau):
    unit = factories.make_unit(bureau, "示例局", Party.Kind.ORGAN)
    visit = make_other("1-01", "2-05", unit=unit)
    total = visit.results.count()
    assert feedback.default_overview(visit) == (
        "2024年9月5日，检查组采取听取汇报、核查现场的方式，"
        f"对照检查清单共检查{total}项，发现问题2项。"
    )


def test_what_the_officer_wrote_about_the_visit_comes_first(unit, head, team, officer):
    visit = on_site.begin(on_site.approved(unit, head, *team), officer)
    on_site.fill(visit, officer, summary="重点检查了库房。")
    visit = concluding.conclude(visit, actor=officer, on=DAY, signing=on_site.SIGNED)
    assert feedback.default_overview(visit) == "重点检查了库房。"


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
    deliver(letter, reporter)
    plain, hazard, advice = visit.findings.order_by("position")
    clock = deadlines.for_subject(plain).get()
    assert (plain.due_on, clock.due_on) == (date(2024, 9, 25), date(2024, 9, 25))
    assert "2024年9月5日起的本机关整改规则：B 类问题的期限为10个工作日" in clock.steps[0]
    assert (hazard.due_on, advice.due_on) == (date(2024, 10, 10), date(2024, 11, 11))
    assert deadlines.for_subject(letter).get(code="D-I08").due_on == advice.due_on
    deadlines.count_again(clock, load())
    assert "局务会议" in clock.steps[0]
