"""The order of a penalty case: each paper has one place, and what is missing is named."""

from collections import Counter

import pytest

from archives_enforcement.archiving.arranging import REST
from archives_enforcement.archiving.registry import ALWAYS, INNER, MAIN
from archives_enforcement.documents import services as documents
from archives_enforcement.documents.drafting import known_facts
from archives_enforcement.documents.kinds import KINDS
from penalties import file_order as order
from penalties.models import Case, Evidence

ROUTES = (
    order.PENALISED, order.NOT_PENALISED, order.ENDED, order.TRANSFERRED, order.NOT_FILED,
    order.ON_THE_SPOT,
)  # fmt: skip


INSIDE = {
    "preservation_approval", "instalment_approval", "disclosure_approval", "decision_approval",
    "discussion_record", "legal_review_opinion", "investigation_report", "discretion_sheet",
    "recusal_decision", "report_register", "lead_report", "acceptance_notice", "result_notice",
}  # fmt: skip


# What each way out cannot do without, whatever happened.
NEEDED = {
    "行政处罚": {"filing_approval", "penalty_decision", "prior_notice", "closing_report",
              "investigation_report", "decision_approval"},
    "不予行政处罚": {"filing_approval", "no_penalty_decision", "closing_report",
               "investigation_report"},
    "终止调查（撤销案件）": {"filing_approval", "closing_report"},
    "移送": {"filing_approval", "crime_referral", "closing_report", "investigation_report"},
    "不予立案": {"filing_approval"},
    "当场行政处罚": {"summary_decision", "closing_report"},
}  # fmt: skip


def part_of(route, kind):
    return next((row.part for row in route.places if kind in row.kinds), None)


@pytest.mark.parametrize("route", ROUTES, ids=lambda route: route.label)
def test_what_is_said_inside_the_bureau_never_lies_in_the_main_volume(route):
    assert {kind for kind in INSIDE if part_of(route, kind) == MAIN} == set()


@pytest.mark.parametrize("route", ROUTES, ids=lambda route: route.label)
def test_a_place_is_named_once_and_a_kind_has_one_place(route):
    titles = Counter(row.title for row in (*route.places, *REST))
    papers = Counter(kind for row in route.places for kind in row.kinds)
    materials = Counter(key for row in route.places for key in row.materials)
    assert [max(found.values()) for found in (titles, papers, materials)] == [1, 1, 1]
    assert set(papers) <= set(KINDS)


@pytest.mark.parametrize("route", ROUTES, ids=lambda route: route.label)
def test_what_each_way_out_cannot_do_without(route):
    needed = [row for row in route.places if row.needed == ALWAYS]
    assert {kind for row in needed for kind in row.kinds[:1]} == NEEDED[route.label]
    assert all(row.basis.startswith("《") for row in route.places if row.needed)


@pytest.mark.parametrize("route", ROUTES, ids=lambda route: route.label)
def test_every_kind_of_evidence_has_a_place(route):
    held = {key for row in route.places for key in row.materials}
    assert set(Evidence.Kind.values) | {"statement", "lead", "excluded"} <= held


def test_every_way_out_of_a_case_has_an_order():
    assert set(order.ROUTES) == set(Case.Outcome.values)


def test_the_decision_comes_first_with_its_receipt_then_the_other_papers(walk):
    lines = walk.arranged().lines
    assert [(line.place, line.title) for line in lines[:5]] == [
        ("立案审批表", "立案审批（线上办理记录）"),
        ("处罚决定书", "行政处罚决定书"),
        ("处罚决定书", "行政处罚决定书送达证明（直接送达）"),
        ("事先告知书", "行政处罚事先（听证）告知书"),
        ("事先告知书", "行政处罚事先（听证）告知书送达证明（直接送达）"),
    ]


def test_what_the_law_asks_for_is_missing_until_it_is_there(walk):
    walk.discuss()
    assert walk.missing() == ["缴款凭据", "集体讨论记录"]
    walk.issue("discussion_record")
    walk.add("缴款凭据")
    assert walk.missing() == []


def test_an_unsigned_paper_fills_no_place(walk):
    walk.discuss()
    facts = {name: f"〔{label}〕" for name, label in KINDS["discussion_record"].fields.items()}
    documents.draft_about(
        "case", walk.fresh(), "discussion_record", title="", fields=facts, actor=walk.officer,
        on=walk.day,
    )  # fmt: skip
    found = walk.arranged()
    assert "集体讨论记录" in [row.what for row in found.missing]
    assert [row.kind for row in found.unissued] == ["discussion_record"]


def test_review_and_discussion_lie_in_the_inner_volume(walk):
    for kind in ("legal_review_opinion", "discussion_record", "decision_approval"):
        walk.issue(kind)
    parts = {line.title: line.part for line in walk.arranged().lines}
    assert parts["法制审核意见书"] == parts["重大案件集体讨论记录"] == INNER
    assert parts["行政处罚决定书"] == MAIN


def test_a_receipt_lies_behind_the_paper_it_names(walk):
    delivery, who = walk.paper.deliveries.get(), {"actor": walk.officer, "on": walk.day}
    facts = known_facts("delivery", delivery, "delivery_receipt", walk.day) | {"place": "示例路2号"}
    receipt = documents.draft_about(
        "delivery", delivery, "delivery_receipt", title="", fields=facts, **who
    )
    documents.complete(receipt, **who)
    lines = walk.arranged().lines
    place = next(n for n, line in enumerate(lines) if line.title == "送达回证")
    assert {line.place for line in lines[1 : place + 1]} == {"处罚决定书"}
