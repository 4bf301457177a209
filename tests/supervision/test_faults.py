"""过错责任: nobody is held to account before he was heard, and nothing ends without handling."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from archives_enforcement.audit import trail
from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.documents.models import Document
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Refused
from supervision.models import FaultRecord
from supervision.queries import faults as queries
from supervision.queries.work import work_for_supervision
from supervision.services import complaints, faults, remedies
from tests import factories
from tests.inspections.rectifying import make_visit
from tests.supervision.papers import ON, later, scan

S = FaultRecord.State
OVER = later(8)  # a week with its weekend: the five working days he is given are past


@pytest.fixture
def lawyer(bureau):
    return factories.make_user("lawyer", "reviewer", "backfiller", bureau=bureau)


@pytest.fixture
def register(clerk, officer):
    def register(actor=clerk, **values):
        facts = {
            "officer": officer, "forms": [10], "facts": "逾期三十日没有反馈。", "origin": "other",
            "on": ON, "uploads": [scan()],
        }  # fmt: skip
        return faults.register(actor=actor, **{**facts, **values})

    return register


@pytest.fixture
def told(register, head, lawyer):
    def told(**values):
        row = faults.assign(register(**values), actor=head, on=ON, investigator=lawyer)
        return faults.tell(row, actor=lawyer, on=ON)

    return told


@pytest.fixture
def proposed(told, lawyer, officer):
    def proposed(harm="单位两次来访。", measures=("written",), **values):
        row = faults.state(told(**values), actor=officer, on=ON, text="当时在外检查。")
        said = {"findings": "属实。", "opinion": "申辩部分采纳。", "measures": measures}
        return faults.propose(row, actor=lawyer, on=ON, harm=harm, **said)

    return proposed


def decide(row, head, *measures, on=ON):
    return faults.decide(row, actor=head, on=on, measures=measures, reasons="情节较轻。")


def test_it_is_told_heard_decided_carried_out_and_closed(proposed, head, clerk, lawyer, reviewer):
    row = decide(proposed(), head, "written", "warning")
    own, proposal = row.handlings.all()
    with pytest.raises(Refused, match="还没有落实"):
        faults.close(row, actor=clerk, on=ON)
    with pytest.raises(Refused, match="由本机关落实"):
        faults.send(own, actor=clerk, on=ON, competent="区委办公室", number="1号")
    faults.settle(own, actor=clerk, on=ON, result="已交书面检查。", uploads=[scan()])
    with pytest.raises(Refused, match="任免机关或者监察机关决定，本机关只能建议"):
        faults.settle(proposal, actor=clerk, on=ON, result="已警告。")
    faults.send(proposal, actor=clerk, on=ON, competent="区委办公室", number="示责究〔2026〕1号")
    with pytest.raises(Refused, match="还没有落实"):
        faults.close(row, actor=clerk, on=ON)
    faults.settle(proposal, actor=clerk, on=later(3), result="决定给予警告。")
    assert faults.close(row, actor=clerk, on=later(3)).state == S.CLOSED


def test_nothing_is_proposed_before_he_was_heard_or_his_term_is_over(told, lawyer, officer):
    row = told()
    said = {"findings": "属实。", "harm": "有。", "opinion": "追究。", "measures": ["written"]}
    with pytest.raises(Refused, match="不能提出处理意见"):
        faults.propose(row, actor=lawyer, on=ON, **said)
    with pytest.raises(Refused, match="期满没有陈述的才能往下办"):
        faults.go_on(row, actor=lawyer, on=later(1))
    row = faults.go_on(row, actor=lawyer, on=OVER)
    row = faults.propose(row, actor=lawyer, on=OVER, **said)
    row = faults.state(row, actor=officer, on=OVER, text="迟到的申辩。")
    assert row.state == S.HEARD  # what he says before the decision is heard all the same


def test_only_he_speaks_for_himself_and_a_paper_is_entered_with_its_scan(told, clerk, head):
    row = told()
    with pytest.raises(Refused, match="本人"):
        faults.state(row, actor=clerk, on=ON, text="代说。")
    with pytest.raises(Refused, match="签字的原件"):
        faults.enter_statement(row, actor=clerk, on=ON, text="书面陈述。", uploads=[])
    row = faults.enter_statement(row, actor=clerk, on=ON, text="书面陈述。", uploads=[scan()])
    assert (row.state, row.stated_by) == (S.HEARD, clerk)
    assert not deadlines.for_subject(row).get().is_open


def test_he_sees_his_own_once_told_and_nobody_else_s(register, head, lawyer, officer, client):
    row = faults.assign(register(), actor=head, on=ON, investigator=lawyer)
    other = register(officer=factories.make_user("other", "officer", bureau=head.bureau))
    page = reverse("supervision:own-fault-detail", args=[row.pk])
    client.force_login(officer)
    assert client.get(page).status_code == 404
    assert list(FaultRecord.objects.visible_to(officer)) == []
    faults.tell(row, actor=lawyer, on=ON)
    shown = client.get(page).text
    assert "逾期三十日没有反馈" in shown
    assert client.get(reverse("supervision:own-fault-detail", args=[other.pk])).status_code == 404
    assert client.get(row.get_absolute_url()).status_code == 403
    items = work_for_supervision(officer, ON)
    assert [item.url for item in items] == [queries.own_page(row)]


def test_who_keeps_the_register_does_not_see_what_is_kept_of_himself(register, lawyer, client):
    row = register(officer=lawyer)
    client.force_login(lawyer)
    assert client.get(row.get_absolute_url()).status_code == 404
    assert not FaultRecord.objects.visible_to(lawyer).exists()


def test_neither_he_nor_who_handled_the_matter_investigates_it(
    register, head, lawyer, unit, officer, second_officer
):
    for person in (officer, second_officer):
        factories.give(person, "investigate_fault")
    officer, second = (type(row).objects.get(pk=row.pk) for row in (officer, second_officer))
    row = register(inspection=make_visit(unit, second))
    for person, why in ((officer, "不能调查"), (second, "参加过这次检查")):
        with pytest.raises(Refused, match=why):
            faults.assign(row, actor=head, on=ON, investigator=person)
    row = faults.assign(row, actor=head, on=ON, investigator=lawyer)
    with pytest.raises(Refused, match="由调查人办理"):
        factories.give(head, "investigate_fault")
        faults.tell(row, actor=type(head).objects.get(pk=head.pk), on=ON)


def test_without_harm_nobody_is_held_to_account_but_it_may_end_by_saying_so(proposed, head):
    row = proposed(harm="", measures=())
    with pytest.raises(Refused, match="危害后果或者不良影响"):
        decide(row, head, "written")
    with pytest.raises(Refused, match="请选择不予追究的情形"):
        faults.exempt(row, actor=head, on=ON, ground="", reasons="轻微。")
    with pytest.raises(Refused, match="请写明不予追究的理由"):
        faults.exempt(row, actor=head, on=ON, ground="no_harm", reasons=" ")
    row = faults.exempt(row, actor=head, on=ON, ground="no_harm", reasons="没有造成后果。")
    assert row.state == S.EXEMPT


def test_a_share_of_a_compensation_needs_one_that_was_paid(proposed, clerk, head):
    remedy = remedies.register(
        actor=clerk, on=ON, kind="compensation", simple=False, applicant="甲公司", body="本局",
        number="", received_on=ON, claims="赔偿。", case=None, inspection=None,
    )  # fmt: skip
    row = proposed(source=remedy, origin="remedy")
    with pytest.raises(Refused, match="行政赔偿"):
        decide(row, head, "pay_part")
    remedies.conclude(
        remedy, actor=clerk, on=ON, outcome="paid", decision="赔偿。", decision_number="",
        amount=500,
    )  # fmt: skip
    with pytest.raises(Refused, match="只能选一种"):
        decide(row, head, "pay_part", "pay_all")
    assert decide(row, head, "pay_part").state == S.DECIDED


def test_a_decision_names_a_measure_and_is_not_the_investigator_s(proposed, head, lawyer):
    row = proposed()
    with pytest.raises(Refused, match="请选择一种或者几种"):
        decide(row, head)
    factories.give(lawyer, "decide_fault")
    with pytest.raises(Refused, match="调查人不能决定"):
        decide(row, type(lawyer).objects.get(pk=lawyer.pk), "written")
    with pytest.raises(PermissionDenied):
        decide(row, factories.make_user("d", "deputy_head", bureau=head.bureau), "written")


def test_a_form_and_another_person_are_asked_for(register, clerk, other_bureau):
    with pytest.raises(Refused, match="过错情形"):
        register(forms=[])
    with pytest.raises(Refused, match="由其他人员登记"):
        register(officer=clerk)
    with pytest.raises(Refused, match="本机关人员"):
        register(officer=factories.make_user("far", "officer", bureau=other_bureau))


def test_what_is_about_the_head_goes_to_who_has_the_power(register, clerk, head, lawyer):
    row = register(officer=head)
    with pytest.raises(FaultRecord.DoesNotExist):
        faults.assign(row, actor=head, on=ON, investigator=lawyer)
    row = faults.refer(row, actor=clerk, on=ON, competent="示例区纪委监委", reasons="涉及负责人。")
    assert row.state == S.REFERRED


def test_the_paper_of_a_decision_is_for_who_keeps_the_register(proposed, head, clerk, officer):
    row = decide(proposed(), head, "written", "suspend")
    paper = faults.draft_paper(row, actor=clerk, on=ON)
    assert "建议发证的司法行政部门暂扣行政执法证件" in paper.fields["decision"]
    assert Document.objects.visible_to(head).filter(pk=paper.pk).exists()
    assert not Document.objects.visible_to(officer).filter(pk=paper.pk).exists()
    assert AuditEntry.objects.visible_to(clerk).about(row).exists()
    assert not AuditEntry.objects.visible_to(officer).about(row).exists()
    with pytest.raises(Refused, match="已经有一份文书"):
        faults.draft_paper(row, actor=clerk, on=ON)


def test_a_complaint_found_true_leads_to_it_with_what_it_knows(
    clerk, head, lawyer, officer, client
):
    complaint = complaints.register(
        actor=clerk, on=ON, received_on=ON, kind="report", source="person", complainant="反映人甲",
        contact="000", text="拖延。", against=[officer], inspection=None, case=None,
    )  # fmt: skip
    complaints.assign(complaint, actor=head, on=ON, investigator=lawyer)
    complaints.find(
        complaint, actor=lawyer, on=ON, outcome="true", findings="确有拖延。", handling="追究。"
    )
    client.force_login(clerk)
    url = queries.entry_of(complaint, "complaint")
    assert url in client.get(complaint.get_absolute_url()).text.replace("&amp;", "&")
    form = client.get(url).context["form"]
    assert (form["officer"].value(), form["facts"].value()) == (officer.pk, "确有拖延。")
    data = {"officer": officer.pk, "forms": [10], "facts": "确有拖延。", "on": ON.isoformat()}
    assert client.post(url, data).status_code == 302
    row = FaultRecord.objects.get()
    assert (row.source, row.origin) == (complaint, "complaint")
    assert row.get_absolute_url() in client.get(complaint.get_absolute_url()).text
    faults.tell(faults.assign(row, actor=head, on=ON, investigator=lawyer), actor=lawyer, on=ON)
    client.force_login(officer)
    assert complaint.get_absolute_url() not in client.get(queries.own_page(row)).text


def test_a_form_without_archives_basis_is_flagged(register, clerk, client):
    row = register(forms=[18, 10])
    client.force_login(clerk)
    assert "档案法律没有规定这项职权" in client.get(row.get_absolute_url()).text
    book = client.get(reverse("supervision:fault-export"))
    assert book.status_code == 200


def test_a_lamp_that_was_passed_over_leads_to_it_with_its_form_and_fact(
    bureau, unit, officer, client
):
    visit = make_visit(unit, officer)
    lit = {"lamps": [{"code": "L1002", "fact": "超过本机关期限，还没有反馈意见"}]}
    trail.record(visit, "issue", "签发意见书", actor=officer, on=ON, details=lit)
    entry = AuditEntry.objects.about(visit).first()
    deputy = factories.make_user("deputy", "deputy_head", bureau=bureau)
    client.force_login(deputy)
    url = queries.entry_of(entry, "lamp")
    sheet = client.get(reverse("supervision:lamp-sheet"), {"month": f"{ON:%Y-%m}"})
    assert url in sheet.text
    form = client.get(url).context["form"]
    asked = [form[name].value() for name in ("officer", "forms", "inspection")]
    assert asked == [officer.pk, [10], visit.pk]
    data = {"officer": officer.pk, "forms": [10], "facts": form["facts"].value()}
    page = client.post(url, data, follow=True)
    assert "签发意见书" in page.text
    assert FaultRecord.objects.get().origin == FaultRecord.Origin.LAMP


def test_the_register_is_narrowed_to_one_form_cited_alone_or_among_others(register, client, clerk):
    one, both, other = (register(forms=forms) for forms in ([1], [11, 1], [11, 21]))
    client.force_login(clerk)
    found = client.get(reverse("supervision:fault-list") + "?form_of=1").context["object_list"]
    assert set(found) == {one, both}
    found = client.get(reverse("supervision:fault-list") + "?form_of=11").context["object_list"]
    assert set(found) == {both, other}
