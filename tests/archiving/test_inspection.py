"""The case file of a check: its own papers, those of its look-backs and talks, in one volume."""

import json
from collections import Counter
from datetime import timedelta

import pytest
from django.utils import timezone

from archives_enforcement.archiving import arranging, services, sheets
from archives_enforcement.archiving.arranging import REST
from archives_enforcement.archiving.models import CaseFile
from archives_enforcement.archiving.registry import INNER, MAIN
from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.documents import services as documents
from archives_enforcement.documents.kinds import KINDS
from archives_enforcement.jobs import queue
from archives_enforcement.workflow import Refused
from inspections.case_file import ROUTE
from inspections.models import Inspection, Interview
from inspections.services import answers, concluding, interviews, recording, rectification
from inspections.services.exhibits import take_in
from tests.archiving.filing import content_of, made, make_scan
from tests.archiving.test_archiving import text_of
from tests.documents.every_kind import two_of
from tests.inspections.arranging import make_approved
from tests.inspections.on_site import FACTS, SIGNED, begin
from tests.inspections.rectifying import answer, make_finding, make_look_back, make_visit

pytestmark = pytest.mark.django_db


def today():
    return timezone.localdate()


@pytest.fixture
def visit(unit, officer, second_officer):
    return make_visit(unit, officer, second_officer, state="closed", letter=None)


def found(visit):
    return arranging.arrange("inspection", visit)


def missing(visit):
    return [row.what for row in found(visit).missing]


def issue(visit, kind, officer, head):
    """A paper on a check or a talk."""
    who = {"actor": officer, "on": today()}
    facts = {name: f"〔{label}〕" for name, label in KINDS[kind].fields.items()}
    if KINDS[kind].two_officers:
        facts["officers"] = two_of(visit.bureau)
    paper = documents.draft(
        visit, kind, bureau=visit.bureau, party=visit.unit.party, title=KINDS[kind].label,
        fields=facts, **who,
    )  # fmt: skip
    if KINDS[kind].by_officers:
        return documents.complete(paper, **who)
    documents.submit(paper, **who)
    return documents.sign(paper, actor=head, on=today())


def test_a_kind_has_one_place_and_approvals_stay_inside():
    titles = Counter(row.title for row in (*ROUTE.places, *REST))
    papers = Counter(kind for row in ROUTE.places for kind in row.kinds)
    assert (max(titles.values()), max(papers.values())) == (1, 1)
    assert set(papers) <= set(KINDS)
    inside = {kind for row in ROUTE.places if row.part == INNER for kind in row.kinds}
    assert {"inspection_approval", "lead_report", "report_register"} <= inside


def test_what_happened_decides_what_is_missing(visit, officer, head):
    assert missing(visit) == ["现场检查笔录"]
    make_finding(visit, state="accepted")
    assert missing(visit) == ["现场检查笔录", "反馈意见书", "整改台账"]
    look_back = make_look_back(visit, officer, state="closed")
    Inspection.objects.filter(pk=look_back.pk).update(inspected_on=today())
    assert missing(visit)[-1] == "回头看记录"
    talk = Interview.objects.create(
        bureau=visit.bureau, unit=visit.unit, inspection=visit, kind="work", reason="未整改",
        scheduled_on=today(), scheduled_at="10:00", place="会议室", state="draft",
        drafted_by=officer,
    )  # fmt: skip
    Interview.objects.filter(pk=talk.pk).update(state="held")
    assert missing(visit)[-2:] == ["约谈通知书", "约谈记录"]
    Interview.objects.filter(pk=talk.pk).update(state="draft")
    issue(talk, "interview_notice", officer, head)
    Interview.objects.filter(pk=talk.pk).update(state="held")
    issue(talk, "interview_minutes", officer, head)
    issue(look_back, "review_opinion", officer, head)
    left = [row for row in found(visit).missing if row.document is None]
    assert [row.what for row in left] == ["现场检查笔录", "反馈意见书", "整改台账"]
    notice = next(row for row in found(visit).missing if row.document)
    assert notice.document.kind == "interview_notice" and notice.what.endswith("的送达")


def test_pictures_and_what_the_unit_sent_have_their_places(visit, officer, contact):
    take_in(visit, [make_scan("签名.png")], purpose="笔录签名", actor=officer)
    Inspection.objects.filter(pk=visit.pk).update(state="rectifying")
    reply = answer(make_finding(visit), contact, files=[make_scan("整改.png")])
    Inspection.objects.filter(pk=visit.pk).update(state="closed")
    visit.refresh_from_db()
    assert reply
    places = {line.name: (line.part, line.place, line.issuer) for line in found(visit).lines}
    assert "证据 1 号　日常检查笔录签名" in [line.title for line in found(visit).lines]
    assert places["签名.png"][:2] == (MAIN, "现场照片和签名")
    assert places["整改.png"] == (MAIN, "整改回复附件", visit.party.name)


def test_a_check_that_runs_and_a_look_back_are_not_filed(visit, officer):
    def compiled(record):
        return services.compile_file(
            "inspection", record, actor=officer, on=today(), condition="", retention="thirty",
            reasons=dict.fromkeys(missing(record), "另存"),
        )  # fmt: skip

    Inspection.objects.filter(pk=visit.pk).update(state="rectifying")
    with pytest.raises(Refused, match="办结以后才能立卷"):
        compiled(visit)
    look_back = make_look_back(visit, officer, state="closed")
    with pytest.raises(Refused, match="到原检查立卷"):
        compiled(look_back)


def test_a_closed_check_goes_into_the_archives(visit, officer, head, clerk):
    issue(visit, "inspection_approval", officer, head)
    issue(visit, "site_record", officer, head)
    queue.run_due()
    case_file = services.compile_file(
        "inspection", visit, actor=officer, on=today(), reasons={}, condition="",
        retention="permanent",
    )  # fmt: skip
    queue.run_due()
    case_file = services.archive(case_file, actor=clerk, on=today())
    for _ in range(2):
        queue.run_due()
    main, inner = (text_of(content_of(case_file, part)) for part in ("main", "inner"))
    for wanted in ("行政检查案卷", "检查日期", "永久", case_file.number, visit.party.name):
        assert wanted in main
    assert "行政检查审批表" in inner and "行政检查审批表" not in main
    assert made(case_file, "package").size > 0
    assert case_file.compiled_on == today() > visit.inspected_on + timedelta(days=1)


# 线上办理


def online(visit) -> dict:
    """The record sheets of the file as it stands now, by their place."""
    return {line.place: line for line in found(visit).lines if line.source == "record"}


def sheet_of(visit, place) -> str:
    """All that the sheet of a place would say, were the file compiled now."""
    arranged = found(visit)
    line = next(row for row in arranged.lines if row.place == place and row.source == "record")
    return json.dumps(sheets.frozen(line, arranged.trace_of(line)), ensure_ascii=False)


def rectifying(visit):
    Inspection.objects.filter(pk=visit.pk).update(state="rectifying")
    return Inspection.objects.get(pk=visit.pk)


def test_an_approval_done_online_stands_in_the_inner_volume(unit, officer, second_officer, head):
    visit = make_approved(officer, second_officer, head, unit)
    assert online(visit)["检查审批表"].part == INNER
    text = sheet_of(visit, "检查审批表")
    assert "待审批 → 已批准" in text and "批准，2024年8月20日" in text
    issue(visit, "inspection_approval", officer, head)
    assert "检查审批表" not in online(visit)


def test_a_look_back_without_a_paper_keeps_its_sheet_beside_the_paper_of_the_check(
    unit, officer, second_officer, head
):
    visit = make_approved(officer, second_officer, head, unit)
    second = make_approved(officer, second_officer, head, unit)
    Inspection.objects.filter(pk=second.pk).update(kind="look_back", origin=visit)
    issue(visit, "inspection_approval", officer, head)
    acts = AuditEntry.objects.about(second).filter(action__in=["submit", "approve"])
    assert {number for number, _ in online(visit)["检查审批表"].acts} == set(
        acts.values_list("sequence", flat=True)
    )


def test_replies_and_what_became_of_them_prove_the_ledger(visit, officer, contact):
    visit = rectifying(visit)
    first, second = make_finding(visit, 1), make_finding(visit, 2)
    answer(first, contact, text="已换新灭火器两具。")
    assert "整改台账" in missing(visit) and "整改台账" not in online(visit)
    rectification.return_reply(first, actor=officer, on=today(), note="看不清检验日期。")
    answer(first, contact, text="已补拍检验标签。")
    rectification.accept(first, actor=officer, on=today())
    rectification.verify_on_site(second, actor=officer, on=today(), note="现场已改好。")
    assert "整改台账" not in missing(visit)
    text = sheet_of(visit, "整改台账")
    for wanted in ("库房第 2 处问题", "已销号", "待复核 → 已退回", "看不清检验日期。",
                   "现场已改好。", "单位经办人"):  # fmt: skip
        assert wanted in text, wanted


def test_the_sheet_of_replies_holds_the_text_of_each(visit, officer, clerk, contact):
    visit = rectifying(visit)
    answer(make_finding(visit, 1), contact, text="已换新灭火器两具。")
    answers.enter_reply(
        make_finding(visit, 2), actor=clerk, on=today(), kind="objection", text="我们有交接清单。",
        files=[make_scan()],
    )  # fmt: skip
    assert online(visit)["整改回复"].part == MAIN
    text = sheet_of(visit, "整改回复")
    for wanted in ("已换新灭火器两具。", "单位在线填写", "我们有交接清单。", "我们有不同意见",
                   f"代录：{visit.party.name}"):  # fmt: skip
        assert wanted in text, wanted


def test_the_sheet_of_replies_stands_beside_a_ledger_on_paper(visit, officer, contact, head):
    visit = rectifying(visit)
    finding = make_finding(visit)
    answer(finding, contact)
    rectification.accept(finding, actor=officer, on=today())
    issue(visit, "rectification_ledger", officer, head)
    assert "整改台账" not in online(visit) and "整改回复" in online(visit)


def test_a_look_back_that_was_recorded_online_needs_no_other_paper(visit, officer, second_officer):
    look_back = make_look_back(visit, officer, second_officer, state="approved")
    Inspection.objects.filter(pk=look_back.pk).update(
        approved_on=today(), scheduled_on=today(), inspected_on=None, unannounced="核查日常管理"
    )
    finding = make_finding(visit, state="returned")
    begin(look_back, officer, today())
    recording.record_look_back(
        look_back, actor=officer, on=today(), results={finding.pk: ("partly", "还差一具灭火器。")}
    )
    recording.record_facts(look_back, actor=officer, on=today(), **FACTS)
    assert "回头看记录" in missing(visit)
    concluding.conclude(look_back, actor=officer, on=today(), signing=SIGNED)
    assert "回头看记录" not in missing(visit)
    text = sheet_of(visit, "回头看记录")
    assert "部分整改" in text and "还差一具灭火器。" in text and "单位负责人" in text


def test_a_talk_that_was_recorded_online_needs_no_minutes_on_paper(visit, officer):
    talk = Interview.objects.create(
        bureau=visit.bureau, unit=visit.unit, inspection=visit, kind="work", reason="未整改",
        scheduled_on=today(), scheduled_at="10:00", place="会议室", state="notified",
        drafted_by=officer,
    )  # fmt: skip
    interviews.hold(
        talk, actor=officer, on=today(), present="分管负责人", minutes="听取说明。",
        commitments=[("月底前改好。", today())],
    )  # fmt: skip
    assert "约谈记录" not in missing(visit) and "约谈通知书" in missing(visit)
    assert "月底前改好。" in sheet_of(visit, "约谈记录")


def test_what_the_unit_signed_for_online_lies_behind_its_paper(visit, officer, head, contact):
    paper = issue(visit, "inquiry_letter", officer, head)
    documents.acknowledge(paper.deliveries.get(), actor=contact, on=today())
    lines = found(visit).lines
    place = next(n for n, line in enumerate(lines) if line.number == paper.number)
    behind = lines[place + 1]
    assert (behind.place, behind.source) == (lines[place].place, "record")
    assert behind.title == f"{paper.title}网上签收（线上办理记录）"
    traced = found(visit).trace_of(behind)
    assert str(contact) in json.dumps(sheets.content(traced, ""), ensure_ascii=False)


def test_the_order_asks_as_often_for_many_problems_as_for_few(
    visit, contact, django_assert_max_num_queries
):
    visit = rectifying(visit)

    def asked() -> int:
        with django_assert_max_num_queries(100) as seen:
            found(Inspection.objects.select_related("unit__party", "bureau").get(pk=visit.pk))
        return len(seen)

    answer(make_finding(visit, 1), contact)
    few = asked()
    for position in range(2, 6):
        answer(make_finding(visit, position), contact, text=f"已改好第{position}项")
    assert asked() == few


@pytest.mark.parametrize(
    ("problems", "words"), [(0, "没有发现问题"), (2, "发现问题 2 项，已全部销号")]
)
def test_the_cover_says_what_came_of_the_check(visit, problems, words):
    for position in range(1, problems + 1):
        make_finding(visit, position)
    contents = services.frozen(CaseFile(about="inspection", subject=visit, bureau=visit.bureau))
    assert contents["outcome"] == words


def test_proof_of_a_public_notice_is_dated_the_day_it_was_published(visit, officer, head, clerk):
    paper = issue(visit, "inquiry_letter", officer, head)
    documents.record_delivery(
        paper.deliveries.get(), actor=clerk, on=today(), method="notice", reason="联系不上",
        medium="示例日报", whereabouts_unknown=True, files=[make_scan("公告.png")],
    )  # fmt: skip
    [line] = [row for row in found(visit).lines if "送达证明（公告送达）" in row.title]
    assert line.made_on == today().isoformat()
