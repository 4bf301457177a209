"""Days that the issue of a paper sets running, and how they end on the paper itself."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, transaction
from django.urls import reverse

from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.documents import running, services
from archives_enforcement.documents.kinds import KINDS
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Refused
from tests import factories
from tests.documents import every_kind
from tests.documents.conftest import ON
from tests.documents.delivering import HANDED, deliver, hand_over, scan

LATER = ON + timedelta(days=5)
RECEIVED = date(2024, 7, 11)


@pytest.fixture
def issue(unit, officer, reviewer, head):
    def issue(kind, **facts):
        paper = every_kind.draft(kind, unit, officer, facts)
        return every_kind.bring_to_its_end(paper, officer, reviewer, head)

    return issue


def clocks(paper) -> dict[str, date]:
    return dict(deadlines.for_subject(paper).values_list("code", "due_on"))


def answer(paper, code, actor, on=LATER, note="复函〔2024〕3号", **values):
    facts = {"note": note, "files": [scan("复函.pdf")], **values}
    return services.register_answer(paper, code, actor=actor, on=on, **facts)


@pytest.mark.parametrize(
    ("kind", "codes"),
    [
        ("handling_proposal", {"D-I18"}),
        ("summary_decision", {"D-P17"}),
        ("case_transfer", {"D-P31"}),
    ],
)
def test_issue_starts_what_the_catalogue_says(issue, kind, codes):
    assert set(clocks(issue(kind))) == codes


def test_the_paper_may_name_the_days(issue):
    assert clocks(issue("handling_proposal"))["D-I18"] == date(2024, 8, 5)  # thirty, then Monday
    named = issue("handling_proposal", reply_due="自收到本建议书之日起十日内书面反馈")
    assert clocks(named)["D-I18"] == date(2024, 7, 15)  # a Sunday moves on


@pytest.mark.parametrize(
    ("kind", "field", "code", "unnamed"),
    [
        ("correction_order", "term", "D-I07", date(2024, 8, 12)),  # thirty, the last a Saturday
        ("inquiry_letter", "reply_due", "D-I20", date(2024, 7, 26)),
        ("report_reminder", "reply_due", "D-I20", date(2024, 7, 26)),
    ],
)
def test_delivery_starts_the_days_that_the_paper_gives_its_receiver(
    issue, officer, clerk, kind, field, code, unnamed
):
    def delivered(**facts):
        paper = issue(kind, **facts)
        assert clocks(paper) == {}
        deliver(paper, clerk, "direct", RECEIVED)
        return paper

    assert clocks(delivered()) == {code: unnamed}
    assert clocks(delivered(**{field: "2024年8月20日"})) == {code: date(2024, 8, 20)}
    paper = delivered(**{field: "自收到之日起十日内"})
    assert clocks(paper) == {code: date(2024, 7, 22)}  # a Sunday moves on
    in_workdays = delivered(**{field: "自收到之日起10个工作日内"})
    assert clocks(in_workdays) == {code: date(2024, 7, 25)}
    clock = deadlines.for_subject(in_workdays).get()
    assert (clock.length, clock.unit) == (10, "workday")
    assert "文书载明的期限为10个工作日。" in clock.explanation
    if kind == "inquiry_letter":
        return  # ended by its written answer
    answer(paper, code, officer, RECEIVED)
    assert deadlines.for_subject(paper).get().met_on == RECEIVED


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("自收到之日起15日内改正", (15, "")),
        ("二十日以内报告", (20, "")),
        ("2024年8月1日前完成", (28, "calendar_day")),
        ("自收到之日起10个工作日内", (10, "workday")),
        ("十五个工作日以内报告", (15, "workday")),
        ("5工作日内", (5, "workday")),
        ("七日内（工作日）", (7, "workday")),
        ("十日（工作日）内", (10, "workday")),
        ("2024年2月30日前", (None, "")),
        ("2024年6月1日前", (None, "")),
        ("0日内", (None, "")),
        ("0个工作日内", (None, "")),
        ("十百日内", (None, "")),
        ("每个工作日", (None, "")),
        ("及时", (None, "")),
    ],
)
def test_how_long_a_text_says(text, days):
    assert running.term(text, ON) == days


def test_a_reply_ends_the_days_with_who_registered_it(issue, officer):
    paper = issue("handling_proposal")
    answer(paper, "D-I18", officer)
    clock = deadlines.for_subject(paper).get()
    assert (clock.met_on, clock.met_note) == (LATER, "复函〔2024〕3号")
    with pytest.raises(Refused, match="没有在计算"):
        answer(paper, "D-I18", officer)


def test_a_reply_is_described_by_someone_who_may(issue, officer, bureau):
    paper = issue("handling_proposal")
    with pytest.raises(Refused, match="写明收到了什么"):
        answer(paper, "D-I18", officer, note=" ")
    with pytest.raises(PermissionDenied):
        answer(paper, "D-I18", factories.make_user("nobody", bureau=bureau))


def test_what_a_case_ends_itself_is_not_ended_here(rights_paper, officer):
    deadlines.start(rights_paper, "D-P13", bureau=rights_paper.bureau, on=ON)
    with pytest.raises(Refused, match="不在这里登记办结"):
        answer(rights_paper, "D-P13", officer)


@pytest.mark.parametrize(("penalty", "runs"), [("罚款人民币壹佰元", True), ("警告", False)])
def test_days_to_pay_run_where_there_is_something_to_pay(unit, officer, penalty, runs):
    paper = every_kind.draft("summary_decision", unit, officer, {"penalty": penalty})
    assert running.of_delivery(paper) == ("D-P13" if runs else "")


def test_a_paper_that_was_replaced_has_nothing_running(issue, officer, reviewer, head):
    paper = issue("handling_proposal")
    draft = services.draft_correction(paper, actor=officer, on=ON, note="写错")
    newer = every_kind.bring_to_its_end(draft, officer, reviewer, head)
    assert deadlines.for_subject(paper).get().cancelled_on == ON
    assert deadlines.for_subject(newer).get().is_open


def test_it_is_registered_on_the_page_of_the_paper(client, issue, officer):
    paper = issue("handling_proposal")
    page = reverse("documents:document-answer", args=[paper.pk])
    client.force_login(officer)
    assert page in client.get(paper.get_absolute_url()).text
    sent = {"code": "D-I18", "note": "复函", "on": LATER}
    refused = client.post(page, sent)
    assert refused.status_code == 422 and "书面答复的扫描件。依据" in refused.text
    assert client.post(page, sent | {"files": scan("复函.pdf")}).status_code == 302
    shown = client.get(paper.get_absolute_url()).text
    assert "办结：复函。" in shown and page not in shown and "复函.pdf" in shown
    assert "都已办结" in client.get(page).text


@pytest.mark.parametrize(
    ("kind", "code"), [("crime_referral", "D-P19"), ("case_transfer", "D-P31")]
)
def test_what_is_handed_over_is_listed_and_signed_for(issue, client, officer, kind, code):
    paper = issue(kind)
    for lacking, why in (
        ({"receiver": " "}, "写明接收机关、接收人和移交清单"),
        ({"listed": " "}, "写明接收机关、接收人和移交清单"),
        ({"files": ()}, "回执的扫描件"),
        ({"on": ON - timedelta(1)}, "不能早于文书签发"),
    ):
        with pytest.raises(Refused, match=why):
            hand_over(paper, officer, **{"on": LATER, "code": code, **lacking})
    page = reverse("documents:document-answer", args=[paper.pk])
    client.force_login(officer)
    assert "〔材料名称〕" in client.get(page).context["form"]["listed"].value()  # as the paper says
    hand_over(paper, officer, LATER, code)
    kept = paper.answers.get()
    assert (kept.answered_on, kept.recorded_by, kept.listed) == (LATER, officer, HANDED["listed"])
    assert "移送回执.pdf" in client.get(paper.get_absolute_url()).text
    entry = AuditEntry.objects.about(paper).get(action="answer")
    assert entry.details["receiver"] == HANDED["receiver"] and entry.details["sha256"]
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        paper.answers.update(receiver="别人")


def test_only_days_that_start_here_are_ended_here():
    for kind in KINDS.values():
        started = {*kind.on_issue, *filter(None, [kind.clock])}
        # by another answer, or a fine taken there
        later = {"D-P15", "D-P16", "D-P20", "D-P21", "D-P22"}
        assert set(kind.answered) <= started | later
