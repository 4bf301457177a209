"""Complaints about enforcement: answered after somebody else has looked into them."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.files.models import StoredFile
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Refused
from inspections.models import Tip
from inspections.queries import tips as tip_queries
from inspections.services import tips
from supervision.models import Complaint
from supervision.services import complaints
from tests import factories
from tests.inspections.rectifying import make_visit
from tests.supervision.papers import ON, later, scan

S = Complaint.State


@pytest.fixture
def lawyer(bureau):
    return factories.make_user("lawyer", "reviewer", "backfiller", bureau=bureau)


@pytest.fixture
def register(clerk, officer):
    def register(actor=clerk, **values):
        facts = {
            "kind": "report", "source": "person", "complainant": "反映人甲", "contact": "000",
            "text": "执法人员态度生硬。", "against": [officer], "inspection": None, "case": None,
            "received_on": ON, "on": ON, "uploads": [scan()],
        }  # fmt: skip
        return complaints.register(actor=actor, **{**facts, **values})

    return register


def found(complaint, head, lawyer, outcome="true", on=ON):
    complaints.assign(complaint, actor=head, on=on, investigator=lawyer)
    return complaints.find(
        complaint, actor=lawyer, on=on, outcome=outcome, findings="查明。", handling="批评教育。"
    )


def test_it_is_registered_given_away_found_and_answered_in_its_time(register, head, lawyer, clerk):
    complaint = register()
    clock = deadlines.for_subject(complaint).get()
    assert (clock.code, clock.is_open) == ("D-S06", True)
    found(complaint, head, lawyer, on=later(3))
    complaint = complaints.answer(
        complaint, actor=clerk, on=later(5), way="call", text="已调查并处理。"
    )
    clock.refresh_from_db()
    assert (complaint.state, clock.met_on) == (S.ANSWERED, later(5))


def test_whom_it_names_never_sees_it(register, officer, lawyer, client):
    factories.give(officer, "view_complaint")
    other = register(against=[], kind="advice")
    complaint = register()
    named = type(officer).objects.get(pk=officer.pk)
    assert list(Complaint.objects.visible_to(named)) == [other]
    client.force_login(named)
    page = reverse("supervision:complaint-detail", args=[complaint.pk])
    assert client.get(page).status_code == 404
    client.force_login(lawyer)
    assert client.get(page).status_code == 200


def test_who_complained_is_shown_to_those_who_answer_and_to_the_investigator_for_a_reason(
    register, head, bureau, clerk, client
):
    complaint = register()
    deputy = factories.make_user("deputy", "deputy_head", bureau=bureau)
    page = reverse("supervision:complaint-reporter", args=[complaint.pk])

    def shown(user, reason="电话核实反映的时间") -> bool:
        client.force_login(user)
        assert "反映人甲" not in client.get(complaint.get_absolute_url()).text
        return "反映人甲" in client.post(page, {"reason": reason}).text

    assert (shown(clerk, reason=""), shown(clerk), shown(deputy)) == (False, True, False)
    complaints.assign(complaint, actor=head, on=ON, investigator=deputy)
    assert (shown(deputy), shown(head)) == (True, False)
    entries = AuditEntry.objects.about(complaint).filter(action="see_reporter")
    assert [entry.actor for entry in entries] == [deputy, clerk]


def test_neither_words_nor_files_say_who_complained(register, head, lawyer, clerk):
    with pytest.raises(Refused, match="反映的内容里有反映人"):
        register(text="反映人甲说态度生硬。")
    assert register(source="body", text="反映人甲来函。")  # a body is named in its matter
    complaint = register(uploads=[scan("反映人甲投诉信.pdf")])
    assert StoredFile.objects.latest("pk").name == "材料1.pdf"
    found(complaint, head, lawyer)
    said = {"actor": clerk, "on": ON, "way": "call"}
    with pytest.raises(Refused, match="答复的内容里有反映人"):
        complaints.answer(complaint, text="反映人甲：已处理。", **said)
    assert complaints.answer(complaint, text="已处理。", **said).state == S.ANSWERED


def tip_about(officer) -> Tip:
    bureau = officer.bureau
    tips.send(
        bureau, on=ON, about="enforcement", concerning="检查人员", text="执法人员态度生硬。",
        contact="000", uploads=[],
    )  # fmt: skip
    return Tip.objects.get()


def test_what_came_by_the_public_page_is_taken_up_and_answered_by_its_code(
    officer, lawyer, head, clerk, monkeypatch
):
    monkeypatch.setattr(tip_queries, "new_code", lambda: "2345678923456789")
    tip = tip_about(officer)
    said = {"kind": "report", "source": "person", "inspection": None, "case": None}
    complaint = complaints.take_up(tip, actor=clerk, on=ON, text=tip.text, against=[head], **said)
    assert not Tip.objects.visible_to(head).exists()
    with pytest.raises(Refused, match="已受理"):
        complaints.take_up(tip, actor=clerk, on=ON, text="再来", against=[officer], **said)
    complaints.refer(
        complaint, actor=clerk, on=later(1), competent="示例区纪委监委", text="已转送。"
    )
    told = tip_queries.by_code("2345-6789-2345-6789")
    assert (told.answer, told.answered_on) == ("已转送。", later(1))


def test_neither_whom_it_names_nor_who_handled_it_looks_into_it(
    register, head, lawyer, unit, officer, second_officer
):
    for person in (officer, second_officer):
        factories.give(person, "investigate_complaint")
    officer, second = (type(row).objects.get(pk=row.pk) for row in (officer, second_officer))
    visit = make_visit(unit, second)
    complaint = register(inspection=visit)

    def assign(person):
        return complaints.assign(complaint, actor=head, on=ON, investigator=person)

    with pytest.raises(Refused, match="被反映的人员"):
        assign(officer)
    with pytest.raises(Refused, match="参加过这次检查"):
        assign(second)
    assert assign(lawyer).investigator == lawyer


def test_nor_who_goes_out_with_whom_it_names(register, head, unit, officer, second_officer):
    factories.give(second_officer, "investigate_complaint")
    second = type(second_officer).objects.get(pk=second_officer.pk)
    visit = make_visit(unit, officer)
    visit.team.create(user=second, part="officer")
    complaint = register()
    type(visit).objects.filter(pk=visit.pk).update(state="on_site")
    with pytest.raises(Refused, match="一起办理检查"):
        complaints.assign(complaint, actor=head, on=ON, investigator=second)
    type(visit).objects.filter(pk=visit.pk).update(state="closed")
    assert complaints.assign(complaint, actor=head, on=ON, investigator=second)


def test_only_its_investigator_says_what_was_found(register, head, lawyer, clerk):
    complaint = register()
    complaints.assign(complaint, actor=head, on=ON, investigator=lawyer)
    said = {"outcome": "untrue", "findings": "查明。", "handling": "说明情况。"}
    with pytest.raises(Refused, match="由调查人登记"):
        complaints.find(complaint, actor=clerk, on=ON, **said)
    assert complaints.find(complaint, actor=lawyer, on=ON, **said).state == S.FOUND


def test_a_suggestion_is_adopted_or_not_and_always_answered(register, head, lawyer, clerk):
    advice = register(
        kind="advice", source="congress", complainant="示例区人大", contact="", against=[]
    )
    complaints.assign(advice, actor=head, on=ON, investigator=lawyer)
    said = {"findings": "研究。", "handling": "修订制度。"}
    with pytest.raises(Refused, match="建议选是否采纳"):
        complaints.find(advice, actor=lawyer, on=ON, outcome="true", **said)
    complaints.find(advice, actor=lawyer, on=ON, outcome="adopted", **said)
    with pytest.raises(Refused, match="应当答复"):
        complaints.answer(advice, actor=clerk, on=ON, way="none", text="无法答复")
    assert complaints.answer(advice, actor=clerk, on=ON, way="letter", text="已采纳。").answered_on


def test_a_complaint_names_somebody_or_something(register):
    with pytest.raises(Refused, match="由谁回避"):
        register(against=[])


def test_what_is_about_the_head_goes_to_who_has_the_power(register, head, clerk):
    complaint = register(against=[head])
    with pytest.raises(Complaint.DoesNotExist):
        complaints.assign(complaint, actor=head, on=ON, investigator=clerk)
    complaint = complaints.refer(
        complaint, actor=clerk, on=ON, competent="示例区纪委监委", text="电话告知。"
    )
    assert complaint.state == S.REFERRED
    assert not deadlines.for_subject(complaint).get().is_open


def test_only_the_posts_for_it_act(register, head, lawyer, officer):
    with pytest.raises(PermissionDenied):
        register(actor=officer, against=[lawyer])
    with pytest.raises(PermissionDenied):
        complaints.assign(register(), actor=lawyer, on=ON, investigator=lawyer)
