"""Archive numbers, and what an archived case file still lets happen."""

from io import BytesIO

import pytest
from django.db import DatabaseError, transaction
from pypdfium2 import PdfDocument

from archives_enforcement.archiving import arranging, package, services, volumes
from archives_enforcement.archiving.models import Bound, CaseFile
from archives_enforcement.audit import trail
from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.documents import services as documents
from archives_enforcement.documents.typesetting.errors import TypesettingError
from archives_enforcement.files import store
from archives_enforcement.files.models import StoredFile
from archives_enforcement.jobs import queue
from archives_enforcement.jobs.models import Job
from archives_enforcement.workdays.models import Deadline
from archives_enforcement.workflow import Refused
from tests.archiving.filing import REASON, content_of, made
from tests.penalties.case_facts import make_scan

S = CaseFile.State


def text_of(pdf):
    with PdfDocument(pdf) as document:
        return "".join(page.get_textpage().get_text_bounded() for page in document)


def test_archive_numbers_have_no_gap_and_the_clock_is_met(walk):
    [clock] = Deadline.objects.filter(code="D-P24")
    assert (clock.trigger_on, clock.is_open) == (walk.day, True)
    case_file = walk.archive()
    assert case_file.number == f"{walk.day.year}0001"
    assert services._take_number(walk.bureau, walk.day.year) == f"{walk.day.year}0002"
    clock.refresh_from_db()
    assert (clock.met_on, clock.met_note) == (walk.day, f"归档号 {case_file.number}")


@pytest.mark.parametrize(("retention", "clocks"), [("thirty", 1), ("permanent", 0)])
def test_a_file_kept_for_thirty_years_has_a_last_day(walk, retention, clocks):
    walk.archive(walk.bound(retention=retention))
    assert Deadline.objects.filter(code="D-P25").count() == clocks


def test_an_archived_file_takes_nothing_more(walk):
    case_file = walk.archive()
    for act in (walk.add, walk.compile):
        with pytest.raises(Refused, match="已归档"):
            act()
    with pytest.raises(Refused, match="已归档"):
        services.send_back(case_file, actor=walk.clerk, on=walk.day, note="重来")


def test_the_database_keeps_an_archived_file_and_what_was_made_of_it(walk):
    case_file = walk.archive()
    rows = CaseFile.objects.filter(pk=case_file.pk)
    for change in (
        lambda: rows.update(condition="改"),
        rows.delete,
        lambda: Bound.objects.update(size=1),
        Bound.objects.all().delete,
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()
    rows = CaseFile.objects.create(
        bureau=walk.bureau, about="case", subject=walk.bureau, title="整理中的案卷"
    )
    rows.title = "可以改"
    rows.save()


def test_material_goes_to_a_place_of_the_order(walk):
    with pytest.raises(Refused, match="选择材料的位置"):
        walk.add("没有这一处")
    with pytest.raises(Refused, match="选择要放入"):
        walk.add(files=[])
    walk.add("主体资格证明")
    lines = [line for line in walk.arranged().lines if line.source == "file"]
    assert "主体资格证明" in {line.place for line in lines} and all(line.sha256 for line in lines)


def test_the_volume_says_what_the_file_holds(walk):
    walk.issue("legal_review_opinion")
    queue.run_due()
    case_file = walk.archive(walk.bound(condition="交接清单有折痕"))
    text = text_of(content_of(case_file, "main"))
    for wanted in (
        "行政处罚案卷", "正卷", case_file.number, "30年", walk.paper.number, "卷内目录",
        "交接清单有折痕", f"缺缴款凭据：{REASON}。",
    ):  # fmt: skip
        assert wanted in text
    assert "法制审核意见书" not in text
    inner = text_of(content_of(case_file, "inner"))
    assert "法制审核意见书" in inner and "缺缴款凭据" not in inner


def test_page_numbers_of_the_contents_run_on(walk):
    case_file = walk.bound()
    spans = made(case_file, "main").pages
    flat = [number for span in spans for number in range(span[0], span[1] + 1)]
    assert flat == list(range(1, len(flat) + 1))
    assert len(spans) == len(case_file.lines("main"))


@pytest.mark.bound_anew
def test_equal_case_files_give_equal_bytes(walk):
    case_file = walk.archive()
    before = {row.part: row.sha256 for row in case_file.bound.filter(edition=2)}
    assert set(before) == {"main", "inner", "package"}
    again = volumes.make(volumes.plan(case_file, "main")).partition(b"\n")[2]
    assert store.digest(again) == before["main"]
    bound = {part: made(case_file, part) for part in case_file.parts}
    out = BytesIO()
    package.write(case_file, bound, out)
    assert store.digest(out.getvalue()) == before["package"]


@pytest.mark.bound_anew
def test_a_volume_that_cannot_be_set_says_why(walk, monkeypatch):
    def broken(plan, sheets):
        raise TypesettingError("缺字：㐀")

    monkeypatch.setattr("archives_enforcement.archiving.volumes._set", broken)
    walk.bound()
    [job] = Job.objects.filter(kind="bind_main_volume")
    assert job.state == Job.State.FAILED and "缺字：㐀" in job.reason


def test_a_picture_that_does_not_open_is_kept_and_explained(walk):
    walk.add("主体资格证明", files=[make_scan()])  # the head of a picture and no more
    case_file = walk.bound()
    assert None in made(case_file, "main").pages
    assert "电子件" in text_of(content_of(case_file, "main"))
    with pytest.raises(Refused, match="陈述.png打不开.*卷内情况说明"):
        walk.archive(case_file)
    services.send_back(case_file, actor=walk.clerk, on=walk.day, note="写明情况")
    assert walk.archive(walk.bound(condition="主体资格证明的照片打不开")).state == S.ARCHIVED


def test_what_is_not_what_it_was_is_never_archived(walk):
    case_file = walk.bound(condition="有说明也不行")
    StoredFile.objects.update(sm3="0" * 64)
    with pytest.raises(Refused, match="四性检测不通过，不能归档.*摘要不符"):
        walk.archive(case_file)


def test_every_act_stands_in_the_trail(walk):
    walk.add()
    services.send_back(walk.bound(), actor=walk.clerk, on=walk.day, note="重排")
    case_file = walk.archive()
    labels = (
        AuditEntry.objects.about(case_file).order_by("sequence").values_list("label", flat=True)
    )
    assert list(labels) == ["补充案卷材料", "立卷", "退回整理", "立卷", "归档"]
    assert trail.problems()[1] == []


def test_a_paper_that_was_corrected_after_compiling_sends_the_file_back(walk):
    paper = walk.issue_notice()
    queue.run_due()
    case_file = walk.bound()
    documents.void_issued(paper, actor=walk.head, on=walk.day, note="内容有误")
    with pytest.raises(Refused, match="有变动，请退回重新立卷"):
        services.archive(case_file, actor=walk.clerk, on=walk.day)


def test_one_compiling_arranges_the_file_once(walk, monkeypatch):
    made, whole = [], arranging.arrange
    monkeypatch.setattr(arranging, "arrange", lambda *given: made.append(given) or whole(*given))
    reasons = dict.fromkeys(walk.missing(), REASON)
    made.clear()
    walk.compile(reasons=reasons)
    assert len(made) == 1
