"""Every kind of the catalogue: its text as it will be printed, its issue, and what refuses it."""

from pathlib import Path

import pytest

from archives_enforcement.documents import composing, services
from archives_enforcement.documents.kinds import KINDS
from archives_enforcement.documents.models import Document
from archives_enforcement.workflow import Refused
from tests.documents import every_kind
from tests.documents.conftest import ON

GOLDEN = Path(__file__).parent / "golden"


REVIEWED = [code for code, kind in KINDS.items() if kind.review]


SIGNED = [code for code, kind in KINDS.items() if not (kind.review or kind.by_officers)]


@pytest.mark.big_set
@pytest.mark.parametrize("code", KINDS)
def test_its_text_is_as_it_will_be_printed(code, unit, officer):
    paper = every_kind.draft(code, unit, officer)
    content = composing.content(paper, number="示10档〔2024〕1号", on=ON)
    assert every_kind.plain_text(content) == (GOLDEN / f"{code}.txt").read_text("utf-8")


@pytest.mark.big_set
@pytest.mark.parametrize("code", [code for code, kind in KINDS.items() if kind.about])
def test_it_is_issued_under_its_own_series(code, unit, officer, reviewer, head):
    paper = every_kind.draft(code, unit, officer)
    paper = every_kind.bring_to_its_end(paper, officer, reviewer, head)
    assert (paper.state, paper.number) == ("issued", f"示10档{KINDS[code].series}〔2024〕1号")
    assert paper.deliveries.count() == KINDS[code].outward


@pytest.mark.big_set
@pytest.mark.parametrize("code", KINDS)
def test_without_the_facts_it_must_state_it_is_not_issued(code, unit, officer):
    kind = KINDS[code]
    paper = every_kind.draft(code, unit, officer, facts=dict.fromkeys(kind.fields, ""))
    step = services.submit_review if kind.review else services.submit
    if kind.by_officers:
        step = services.complete
    with pytest.raises(Refused) as refusal:
        step(paper, actor=officer, on=ON)
    assert "、".join(kind.fields.values()) in refusal.value.message
    assert Document.objects.get(pk=paper.pk).state == "draft"


@pytest.mark.parametrize("code", REVIEWED)
def test_what_must_be_reviewed_does_not_go_straight_to_the_signer(code, unit, officer):
    paper = every_kind.draft(code, unit, officer)
    with pytest.raises(Refused, match="起草"):
        services.submit(paper, actor=officer, on=ON)


@pytest.mark.parametrize("code", SIGNED)
def test_what_must_be_signed_is_not_completed_by_its_drafter(code, unit, officer):
    paper = every_kind.draft(code, unit, officer)
    with pytest.raises(Refused, match="起草"):
        services.complete(paper, actor=officer, on=ON)


@pytest.mark.parametrize(
    ("code", "sealed"),
    [
        ("penalty_decision", True),
        ("summary_decision", True),  # handed to the party
        ("annual_tables", True),  # published
        ("questioning_record", False),  # holds by the signatures; nobody approved the seal
        ("filing_approval", False),
        ("legal_review_opinion", False),
        ("joint_meeting_minutes", False),  # GB/T 9704-2012 第10.3
    ],
)
def test_the_seal_stands_on_what_leaves_the_bureau_only(code, sealed, unit, officer):
    paper = every_kind.draft(code, unit, officer)
    content = composing.content(paper, number="示10档〔2024〕1号", on=ON)
    assert bool(content["seal"]) == sealed


@pytest.mark.parametrize(
    ("code", "typed", "printed"),
    [
        ("inspection_plan", "", "示例市示例区档案局"),
        ("inspection_plan", "示例区档案局办公室", "示例区档案局办公室"),
        ("joint_meeting_minutes", "", "示例市示例区档案局"),
        ("correction_order", "", ""),  # a letter to one body
    ],
)
def test_what_is_printed_for_many_says_by_whom_and_when(code, typed, printed, unit, officer):
    paper = every_kind.draft(code, unit, officer, facts={"printer": typed})
    content = composing.content(paper, number="示10档〔2024〕1号", on=ON)
    assert content["printer"] == printed
    assert content["printed_on"] == (ON.isoformat() if printed else "")
    assert composing.sheet(paper)["printed_on"] == ""


@pytest.mark.parametrize(
    ("code", "addressee"),
    [
        ("correction_order", "示例街道一"),
        ("court_answer", "〔人民法院〕"),
        ("penalty_decision", ""),  # the text begins with the party
        ("withdrawal_statement", ""),  # told to the public
    ],
)
def test_a_letter_is_addressed_unless_its_text_names_the_party(code, addressee, unit, officer):
    paper = every_kind.draft(code, unit, officer)
    assert composing.content(paper, number="示10档〔2024〕1号", on=ON)["to"] == addressee


@pytest.mark.parametrize(
    ("code", "signer"),
    [
        ("questioning_record", "被询问人"),
        ("hearing_record", "当事人"),
        ("statement_record", "当事人"),
        ("examination_record", "当事人"),
        ("coercion_record", "当事人"),
        ("filing_approval", None),
    ],
)
def test_who_is_heard_signs_every_page(code, signer, unit, officer):
    paper = every_kind.draft(code, unit, officer)
    assert composing.content(paper, number="", on=ON).get("each_page") == signer
