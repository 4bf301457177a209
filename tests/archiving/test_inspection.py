"""The case file of a check: its own papers, those of its look-backs and talks, in one volume."""

from collections import Counter
from datetime import timedelta

import pytest

from archives_enforcement.archiving import services
from archives_enforcement.archiving.arranging import REST
from archives_enforcement.archiving.models import CaseFile
from archives_enforcement.archiving.registry import INNER, MAIN
from archives_enforcement.documents import services as documents
from archives_enforcement.documents.kinds import KINDS
from archives_enforcement.jobs import queue
from archives_enforcement.workflow import Refused
from inspections.case_file import ROUTE
from inspections.models import Inspection, Interview
from inspections.services.exhibits import take_in
from tests.archiving.checks import found, issue, missing, rectifying, today
from tests.archiving.filing import content_of, made, make_scan
from tests.archiving.test_archiving import text_of
from tests.inspections.rectifying import answer, make_finding, make_look_back, make_visit

pytestmark = pytest.mark.django_db


@pytest.fixture
def visit(unit, officer, second_officer):
    return make_visit(unit, officer, second_officer, state="closed", letter=None)


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
