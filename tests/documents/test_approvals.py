"""Forms that are approved: who gave his opinion, on which day, and which lines wait for the pen."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from archives_enforcement.documents import composing, form_wording, reference, services
from archives_enforcement.documents.kinds import KINDS
from archives_enforcement.documents.models import Document, Wording
from archives_enforcement.documents.progress import steps_of
from archives_enforcement.templatetags.formats import cn_day
from archives_enforcement.workflow import Refused
from tests import factories
from tests.documents import every_kind
from tests.documents.conftest import ON

RECORDS = [code for code, kind in KINDS.items() if kind.by_officers]


def signature_lines(paper):
    blocks = composing.sheet(paper)["blocks"]
    lines = [line for block in blocks if block["kind"] == "signatures" for line in block["lines"]]
    return {line["label"]: (line.get("name", ""), line["note"]) for line in lines}


def test_an_approval_says_who_gave_it_and_when(unit, officer, reviewer, head):
    empty = ("", form_wording.DAY_TO_WRITE)
    paper = every_kind.draft("filing_approval", unit, officer)
    assert signature_lines(paper)["机关负责人："] == empty
    lines = signature_lines(every_kind.bring_to_its_end(paper, officer, reviewer, head))
    assert lines.pop("机关负责人：") == ("head（线上签发）", "2024年7月4日")
    assert lines.pop("承办人：") == ("officer（线上起草）", "2024年7月4日")
    assert lines == {"承办机构负责人（手写签字）：": empty}  # nobody holds the post here


def test_whoever_completes_a_record_is_not_printed_as_its_head(unit, officer, reviewer, head):
    text = f"{reference.read('file_note')}签字：机关负责人\n"
    Wording.objects.create(kind="file_note", version=2, effective_from=ON, text=text)
    paper = every_kind.draft("file_note", unit, officer)
    lines = signature_lines(every_kind.bring_to_its_end(paper, officer, reviewer, head))
    assert lines["机关负责人："] == ("", form_wording.DAY_TO_WRITE)


def test_printed_words_do_not_pass_for_what_was_said(unit, officer):
    paper = every_kind.draft(
        "questioning_record", unit, officer, facts={"answers": "问：？\n答：。"}
    )
    blocks = composing.content(paper, number="", on=ON)["blocks"]
    assert "问：？\n答：。" in [block.get("text") for block in blocks]


@pytest.mark.parametrize(
    ("code", "basis"),
    [
        ("questioning_record", "行政处罚法》第四十二条、第五十五条"),
        ("examination_record", "行政处罚法》第四十二条、第五十五条"),
        ("sampling_receipt", "行政处罚法》第四十二条、第五十五条"),
        ("coercion_record", "行政强制法》第十八条"),
        ("review_opinion", "本机关检查工作规范"),
        ("lead_report", "本机关检查工作规范"),
        ("statement_record", "行政处罚法》第四十二条、第四十五条"),
        ("summary_decision", "行政处罚法》第四十二条、第五十二条"),
        ("preservation_notice", "行政处罚法》第四十二条、第五十六条"),
        ("investigation_report", "行政处罚法》第四十二条、第五十七条"),
    ],
)
def test_two_officers_with_their_certificates_act(code, basis, unit, officer, bureau):
    onwards = services.complete if code in RECORDS else services.submit
    asking, writing, other = (
        factories.make_officer(name, bureau) for name in ("asking", "writing", "third")
    )
    writing.certificates.update(number="证1")
    other.certificates.update(number="证12")
    alone = every_kind.in_words(asking)
    out_of_force = factories.make_officer("out_of_force", bureau, valid_to=date(2023, 12, 31))
    for said in (
        alone,
        f"{alone}、{writing}",  # no number
        f"{alone}、{writing}（{asking.certificates.get().number}）",  # another's number
        f"{alone}、{writing}（证12）",  # begins like his own
        f"{alone}、{every_kind.in_words(out_of_force)}",
    ):
        paper = every_kind.draft(code, unit, officer, facts={"officers": said})
        with pytest.raises(Refused, match=f"两名以上执法人员.*{basis}"):
            onwards(paper, actor=officer, on=ON)
    said = f"{alone}、{every_kind.in_words(writing)}"
    paper = every_kind.draft(code, unit, officer, facts={"officers": said})
    assert onwards(paper, actor=officer, on=ON).state != "draft"


def test_who_was_asked_is_known_by_his_papers(unit, officer, bureau):
    facts = {"officers": every_kind.two_of(bureau), "identity": ""}
    paper = every_kind.draft("questioning_record", unit, officer, facts=facts)
    with pytest.raises(Refused, match="缺少身份证件种类和号码"):
        services.complete(paper, actor=officer, on=ON)


@pytest.fixture
def under_review(unit, officer):
    paper = every_kind.draft("correction_order", unit, officer)
    return services.submit_review(paper, actor=officer, on=ON)


def test_the_drafter_does_not_review_his_own_paper(under_review, bureau):
    both = factories.make_user("both", "officer", "reviewer", "backfiller", bureau=bureau)
    Document.objects.filter(pk=under_review.pk).update(drafted_by=both)
    with pytest.raises(Refused, match="起草人不能审核"):
        services.pass_review(under_review, actor=both, on=ON)


def test_the_reviewer_does_not_sign_what_he_reviewed(under_review, bureau, head):
    both = factories.make_user("both", "head", "reviewer", "backfiller", bureau=bureau)
    paper = services.pass_review(under_review, actor=both, on=ON)
    with pytest.raises(Refused, match="审核人不能签发"):
        services.sign(paper, actor=both, on=ON)
    assert services.sign(paper, actor=head, on=ON).state == "issued"


def test_a_reviewer_returns_it_with_his_words(under_review, reviewer, officer):
    with pytest.raises(Refused, match="审核意见"):
        services.return_review(under_review, actor=reviewer, on=ON, note=" ")
    paper = services.return_review(under_review, actor=reviewer, on=ON, note="期限太短")
    assert paper.state == "draft"
    assert services.submit_review(paper, actor=officer, on=ON).state == "in_review"


def test_a_paper_that_came_back_from_the_signer_is_not_shown_as_reviewed(
    under_review, reviewer, head
):
    def strip(paper):
        return [(step.label, step.state, step.note) for step in steps_of(paper, [])][:2]

    paper = services.pass_review(under_review, actor=reviewer, on=ON)
    assert strip(paper)[1] == ("审核", "done", cn_day(ON))
    paper = services.return_draft(paper, actor=head, on=ON, note="请改")
    assert strip(paper) == [("起草", "now", cn_day(paper.drafted_on)), ("审核", "", "")]


def test_only_a_reviewer_reviews(under_review, head):
    with pytest.raises(PermissionDenied):
        services.pass_review(under_review, actor=head, on=ON)


@pytest.mark.parametrize("code", RECORDS[:2])
def test_a_record_is_completed_and_voided_by_the_one_who_made_it(
    code, unit, officer, second_officer
):
    paper = every_kind.draft(code, unit, officer)
    for step, words in (("complete", {}), ("void", {"note": "写错"})):
        with pytest.raises(Refused, match="请由起草人办理"):
            getattr(services, step)(paper, actor=second_officer, on=ON, **words)
    with pytest.raises(Refused, match="请由起草人办理"):
        services.revise(paper, actor=second_officer, on=ON, fields={"place": "别处"})
    assert services.complete(paper, actor=officer, on=ON).state == "issued"
