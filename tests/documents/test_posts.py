"""Who signs and who endorses: each kind by the post that the catalogue names."""

import pytest
from django.urls import reverse

from archives_enforcement.accounts.roles import holders
from archives_enforcement.documents import composing, form_wording, reference, services
from archives_enforcement.documents.kinds import KINDS
from archives_enforcement.documents.models import Document
from archives_enforcement.workflow import Refused
from reports.queries.paper_work import work_for_papers
from tests import factories
from tests.accounts.standing_in import fresh
from tests.documents import every_kind
from tests.documents.conftest import ON
from tests.documents.test_approvals import signature_lines

# What a 分管负责人 may sign too; everything else that is signed, the head of the bureau alone.
BY_HIS_DEPUTY = {
    "merged_checklist", "joint_meeting_minutes", "inspection_notice", "feedback_letter",
    "observer_certificate", "interview_notice", "inquiry_letter", "report_reminder",
    "self_notice", "reminder_letter", "warning_circular", "work_circular",
    "report_to_others", "acceptance_notice",
    "result_notice", "appraisal_commission", "assistance_letter", "public_delivery",
}  # fmt: skip


@pytest.fixture
def second_head(bureau):
    return factories.make_user("deputy_head", "deputy_head", "backfiller", bureau=bureau)


@pytest.fixture
def section_head(bureau):
    return factories.make_user("section_head", "section_head", "backfiller", bureau=bureau)


def test_the_catalogue_says_which_letters_a_deputy_head_signs():
    signed = {code for code, kind in KINDS.items() if kind.signer == "documents.sign_document"}
    assert signed == BY_HIS_DEPUTY
    assert not any(KINDS[code].affects_rights or KINDS[code].remedies for code in signed)
    assert holders("documents.sign_decision") == "机关负责人"
    assert KINDS["work_circular"].signed_by == "机关负责人、分管负责人签发"
    assert "执法人员" in KINDS["questioning_record"].signed_by


@pytest.mark.big_set
@pytest.mark.parametrize("code", [code for code, kind in KINDS.items() if not kind.by_officers])
def test_a_paper_is_signed_by_its_post_and_no_other(code, unit, officer, second_head, head):
    paper = every_kind.draft(code, unit, officer)
    if KINDS[code].two_officers:
        services.revise(paper, actor=officer, on=ON, fields={"officers": every_kind.two_of(
            paper.bureau)})  # fmt: skip
    Document.objects.filter(pk=paper.pk).update(state="submitted")
    if code not in BY_HIS_DEPUTY:
        for act, words in ((services.sign, {}), (services.return_draft, {"note": "改"})):
            with pytest.raises(Refused, match="由机关负责人签发，您的岗位不能办理"):
                act(paper, actor=second_head, on=ON, **words)
        second_head = head
    if KINDS[code].about:
        assert services.sign(paper, actor=second_head, on=ON).issued_by == second_head


@pytest.mark.parametrize(
    ("code", "posts"),
    [("inquiry_letter", "机关负责人、分管负责人签发"), ("demand_notice", "机关负责人签发")],
)
def test_who_drafted_it_is_told_every_post_that_may_sign_instead(code, posts, unit, head):
    paper = every_kind.draft(code, unit, head)
    Document.objects.filter(pk=paper.pk).update(state="submitted")
    with pytest.raises(Refused, match=f"不能签发自己起草的文书，请由其他人签发：{posts}。"):
        services.sign(paper, actor=head, on=ON)


def test_a_deputy_head_sees_what_he_may_sign(client, make_draft, unit, officer, second_head):
    letter = services.submit(make_draft(), actor=officer, on=ON)
    order = every_kind.draft("demand_notice", unit, officer)
    services.submit(order, actor=officer, on=ON)
    second_head = fresh(second_head)
    found = [item.url for item in work_for_papers(second_head, ON)]
    assert found == [letter.get_absolute_url()]
    client.force_login(second_head)
    listed = client.get(reverse("documents:batch-create")).text
    assert letter.title in listed and order.title not in listed
    assert "由机关负责人签发" in client.get(order.get_absolute_url()).text


def test_the_page_of_kinds_shows_who_signs(client, unit, officer):
    client.force_login(officer)
    page = client.get(reverse("documents:draft-pick", args=["unit", unit.pk])).text
    assert "机关负责人、分管负责人签发" in page


def test_a_kind_is_endorsed_where_its_form_has_the_line():
    lined = {code for code in KINDS if "承办机构负责人" in reference.read(code)}
    endorsed = {code for code, kind in KINDS.items() if kind.endorsed}
    assert endorsed == {code for code in lined if not KINDS[code].by_officers}
    assert {"investigation_report", "lead_report"} <= endorsed
    assert all("机关负责人" in reference.read(code).splitlines()[-1] for code in endorsed)


def test_the_head_of_the_office_endorses_before_the_head_signs(
    client, unit, officer, reviewer, section_head, head
):
    paper = every_kind.draft("filing_approval", unit, officer)
    client.force_login(officer)
    page = client.get(reverse("documents:document-submit-review", args=[paper.pk])).text
    assert "提交以后由承办机构负责人审核，再由机关负责人签发" in page
    with pytest.raises(Refused):
        services.submit(paper, actor=officer, on=ON)
    services.hand_in(paper, actor=officer, on=ON)
    for act, words in ((services.pass_review, {}), (services.return_review, {"note": "改"})):
        with pytest.raises(Refused, match="由承办机构负责人审核"):
            act(paper, actor=reviewer, on=ON, **words)
    services.pass_review(paper, actor=section_head, on=ON, note="拟同意立案。")
    paper = services.sign(paper, actor=head, on=ON, note="同意立案。")
    assert signature_lines(paper) == {
        "承办人：": ("officer（线上起草）", "2024年7月4日"),
        "承办机构负责人：": ("section_head（线上审核）", "2024年7月4日"),
        "机关负责人：": ("head（线上签发）", "2024年7月4日"),
    }
    rows = [row for block in composing.sheet(paper)["blocks"] for row in block.get("rows", ())]
    assert rows[-2:] == [
        ["承办机构负责人意见", "拟同意立案。"],
        ["机关负责人意见", "同意立案。"],
    ]


def test_officers_and_others_still_sign_by_hand(unit, officer, reviewer, section_head, head):
    paper = every_kind.draft("investigation_report", unit, officer)
    services.revise(
        paper, actor=officer, on=ON, fields={"officers": every_kind.two_of(paper.bureau)}
    )
    services.hand_in(paper, actor=officer, on=ON)
    services.pass_review(paper, actor=section_head, on=ON)
    lines = signature_lines(services.sign(paper, actor=head, on=ON))
    assert lines["执法人员："] == ("", form_wording.DAY_TO_WRITE)
    assert lines["承办机构负责人："][0] == "section_head（线上审核）"


def test_who_endorsed_does_not_sign(unit, officer, section_head):
    factories.give(section_head, "sign_document", "sign_decision")
    paper = every_kind.draft("closing_report", unit, officer)
    services.hand_in(paper, actor=officer, on=ON)
    services.pass_review(paper, actor=fresh(section_head), on=ON)
    with pytest.raises(Refused, match="审核人不能签发"):
        services.sign(paper, actor=fresh(section_head), on=ON)


def test_a_head_of_the_office_who_drafts_leaves_his_line_to_the_pen(unit, section_head, head):
    factories.give(section_head, "draft_document")
    drafter = fresh(section_head)
    paper = every_kind.draft("closing_report", unit, drafter)
    services.hand_in(paper, actor=drafter, on=ON)
    assert "承办机构负责人（手写签字）：" in signature_lines(
        services.sign(paper, actor=head, on=ON)
    )
