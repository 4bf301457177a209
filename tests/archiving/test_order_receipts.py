"""Receipts in the order of a case file, and what stands there without them."""

from archives_enforcement.archiving.registry import INNER, MAIN
from archives_enforcement.documents import services as documents
from archives_enforcement.documents.kinds import KINDS, drafted_on
from archives_enforcement.files.services import attach
from archives_enforcement.jobs import queue
from penalties import file_order as order
from penalties.models import Evidence
from tests.archiving.filing import corrected, make_scan


def test_a_paper_that_was_not_delivered_is_missing_its_receipt(walk):
    walk.issue_notice(delivered=False)
    absent = [row for row in walk.arranged().missing if row.document]
    assert [row.document.kind for row in absent] == ["preservation_notice"]
    assert absent[0].what.endswith("的送达") and "第六十一条" in absent[0].basis


def test_a_corrected_paper_stays_with_its_receipt_and_says_what_replaced_it(walk):
    first = walk.issue_notice()
    newer = corrected(walk, first)
    found = walk.arranged()
    lines = [line for line in found.lines if "登记保存通知" in line.title]
    assert [(line.number, line.note) for line in lines] == [
        (first.number, f"已更正，由{newer.number}代替"),
        ("", ""),  # the receipt of the first
        (newer.number, ""),
    ]
    assert lines[1].title.endswith("送达证明（直接送达）")
    assert [row.document for row in found.missing if row.document] == [newer]


def test_what_was_corrected_before_it_was_delivered_asks_for_no_delivery(walk):
    newer = corrected(walk, walk.issue_notice(delivered=False))
    assert [row.document for row in walk.arranged().missing if row.document] == [newer]


def test_a_paper_that_was_made_void_stays_and_fills_no_place(walk):
    walk.discuss()
    paper = walk.issue("discussion_record")
    assert "集体讨论记录" not in walk.missing()
    documents.void_issued(paper, actor=walk.head, on=walk.day, note="内容有误")
    line = next(line for line in walk.arranged().lines if line.number == paper.number)
    assert (line.place, line.note) == ("集体讨论记录", "已作废")
    assert "集体讨论记录" in walk.missing()


def test_a_draft_that_was_made_void_never_comes_into_the_file(walk):
    who = {"actor": walk.officer, "on": walk.day}
    draft = documents.draft_about(
        "case", walk.fresh(), "withdrawal_statement", title="", fields={}, **who
    )
    before = walk.arranged()
    documents.void(draft, **who, note="不用了")
    after = walk.arranged()
    assert (before.lines, before.unissued) == (after.lines, [draft])
    assert after.unissued == []


def test_every_kind_that_can_be_drafted_on_a_case_comes_into_the_file(walk):
    """Nothing falls through: what no place names lies at the end, outward papers in 正卷."""
    named = {kind for row in order.PENALISED.places for kind in row.kinds}
    rest = sorted(set(drafted_on("case")) - named - {"delivery_receipt"})
    made = {kind for kind in rest if KINDS[kind].by_officers}
    for kind in made:
        walk.issue(kind)
    by_title = {line.title: line for line in walk.arranged().lines}
    for kind in made:
        outward = KINDS[kind].outward
        line = by_title[KINDS[kind].label]
        assert line.part == (MAIN if outward else INNER)
    assert made


def test_excluded_evidence_stays_inside(walk):
    evidence = walk.case.evidence.get()
    attach(evidence, [make_scan()], purpose="证据", actor=walk.officer, bureau=walk.bureau)

    def where():
        lines = walk.arranged().lines
        return next((line.part, line.place) for line in lines if line.title == str(evidence))

    assert where() == (MAIN, "书证、物证")
    Evidence.objects.update(excluded_on=walk.day)
    assert where() == (INNER, "已排除的证据")


def test_a_paper_whose_pdf_is_not_made_is_told(walk):
    paper = walk.issue("filing_approval")
    assert walk.arranged().unready == [paper]
    queue.run_due()
    assert walk.arranged().unready == []
