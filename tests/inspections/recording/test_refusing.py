"""A signature refused, the end of the visit, and what becomes of it."""

from datetime import date

import pytest

from archives_enforcement.accounts.models import Party
from archives_enforcement.files.models import StoredFile
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Refused
from inspections.models import Finding, ItemResult, LookBackResult
from inspections.services import concluding, recording, site_facts
from tests import factories
from tests.inspections import on_site
from tests.inspections.on_site import DAY
from tests.sharing import own

ON = DAY


@pytest.fixture(scope="module")
def problems_open(cast):
    """An earlier visit whose two problems are still open."""
    team, day = (cast.officer, cast.second_officer), date(2024, 6, 6)
    first = on_site.approved(cast.unit, cast.head, *team, on=day)
    first = on_site.recorded(first, cast.officer, "2-02", "2-06", on=day)
    type(first).objects.filter(pk=first.pk).update(state="rectifying")
    return first


@pytest.fixture
def origin(problems_open, db):
    return own(problems_open)


@pytest.fixture
def look_back(unit, head, officer, second_officer, origin):
    visit = on_site.approved(unit, head, officer, second_officer, kind="look_back", origin=origin)
    return on_site.begin(visit, officer)


def item_of(visit, code):
    return visit.checklist.items.get(code=code)


@pytest.mark.parametrize(
    ("reason", "witness"), [("", "见证人甲"), ("对事实有不同意见", ""), (" ", " ")]
)
def test_a_refusal_needs_reason_and_witness(begun, officer, reason, witness):
    on_site.fill(begun, officer)
    with pytest.raises(Refused, match="请写明原因和见证人"):
        concluding.refuse(begun, actor=officer, on=DAY, reason=reason, witness=witness)


def test_a_witnessed_refusal_ends_the_visit(begun, officer):
    on_site.fill(begun, officer)
    signing = {
        "reason": "对事实有不同意见",
        "witness": "社区工作人员甲",
        "photo": on_site.picture(),
    }
    visit = concluding.conclude(begun, actor=officer, on=DAY, signing=signing)
    assert (visit.state, visit.signed_by, visit.refusal_reason, visit.witness) == (
        "recorded", "", "对事实有不同意见", "社区工作人员甲",
    )  # fmt: skip
    assert StoredFile.objects.get().purpose == "拒绝签字现场照片"


def test_a_signature_needs_a_name(begun, officer):
    with pytest.raises(Refused, match="签字人的姓名和职务"):
        concluding.sign(begun, actor=officer, on=DAY, signed_by=" ")


def test_after_the_signature_the_record_stands(begun, officer):
    on_site.fill(begun, officer)
    concluding.sign(begun, actor=officer, on=DAY, **on_site.SIGNED)
    with pytest.raises(Refused, match="笔录内容不能再改"):
        site_facts.record_facts(begun, actor=officer, on=DAY, **on_site.FACTS)


def test_what_fails_becomes_findings_in_the_order_of_the_checklist(begun, officer):
    on_site.fill(begun, officer, "4-12", "2-02")
    fire = item_of(begun, "2-02")
    recording.record_items(
        begun, actor=officer, on=DAY, results={fire.pk: ("fails", "灭火器2具过期")}
    )
    visit = concluding.conclude(begun, actor=officer, on=DAY, signing=on_site.SIGNED)
    transfer = item_of(begun, "4-12")
    found = visit.findings.order_by("position")
    assert [(row.position, row.text, row.requirement) for row in found] == [
        (1, "灭火器2具过期", fire.suggested_fix),
        (2, transfer.typical_problem, transfer.suggested_fix),
    ]
    assert [row.basis for row in found] == [
        item.basis_for(visit.party) for item in (fire, transfer)
    ]


@pytest.mark.parametrize(
    ("kind", "severity"), [(Party.Kind.ARCHIVES, "A"), (Party.Kind.ORGAN, "B")]
)
def test_a_finding_weighs_by_the_kind_of_unit(
    bureau, head, officer, second_officer, kind, severity
):
    unit = factories.make_unit(bureau, "示例单位", kind)
    visit = on_site.recorded(on_site.approved(unit, head, officer, second_officer), officer, "5-07")
    assert visit.findings.get().severity == severity


def test_the_clocks_of_report_and_letter_run_from_the_day_of_the_visit(begun, officer):
    on_site.fill(begun, officer)
    on_site_later = date(2024, 9, 6)
    visit = concluding.conclude(begun, actor=officer, on=on_site_later, signing=on_site.SIGNED)
    clocks = deadlines.for_subject(visit).order_by("code")
    assert [(row.code, row.trigger_on, row.due_on) for row in clocks] == [
        ("D-I05", DAY, date(2024, 9, 10)),
        ("D-I06", DAY, date(2024, 9, 20)),
    ]


def test_a_look_back_asks_the_open_findings(look_back, origin, officer):
    first, second = origin.findings.order_by("position")
    recording.record_look_back(
        look_back, actor=officer, on=DAY,
        results={first.pk: ("fixed", "灭火器已更换"), second.pk: ("not_fixed", "")},
    )  # fmt: skip
    site_facts.record_facts(look_back, actor=officer, on=DAY, **on_site.FACTS)
    visit = concluding.conclude(look_back, actor=officer, on=DAY, signing=on_site.SIGNED)
    first.refresh_from_db()
    second.refresh_from_db()
    assert (visit.state, first.state, second.state) == ("recorded", "accepted", "open")
    assert (visit.findings.count(), Finding.objects.count()) == (0, 2)
    assert [row.code for row in deadlines.for_subject(visit)] == ["D-I05"]


def test_a_look_back_does_not_end_with_a_finding_unseen(look_back, origin, officer):
    first = origin.findings.first()
    recording.record_look_back(look_back, actor=officer, on=DAY, results={first.pk: ("fixed", "")})
    site_facts.record_facts(look_back, actor=officer, on=DAY, **on_site.FACTS)
    with pytest.raises(Refused, match="还有 1 项没有记录"):
        concluding.conclude(look_back, actor=officer, on=DAY, signing=on_site.SIGNED)


def test_a_look_back_records_no_checklist_items(look_back, officer):
    with pytest.raises(Refused, match="回头看只核实原检查的问题"):
        recording.record_items(look_back, actor=officer, on=DAY, results={})
    assert ItemResult.objects.filter(inspection=look_back).count() == 0


def test_a_first_visit_records_no_look_back(begun, officer):
    with pytest.raises(Refused, match="只有回头看才核实"):
        recording.record_look_back(begun, actor=officer, on=DAY, results={})


def test_a_look_back_asks_nothing_about_other_visits(look_back, officer, bureau, head):
    other = factories.make_unit(bureau, "示例单位二")
    elsewhere = on_site.approved(other, head, officer, factories.make_officer("third", bureau))
    elsewhere = on_site.recorded(elsewhere, officer, "2-02")
    with pytest.raises(Refused, match="不在这次检查的范围内"):
        recording.record_look_back(
            look_back, actor=officer, on=DAY,
            results={elsewhere.findings.get().pk: ("fixed", "")},
        )  # fmt: skip
    assert LookBackResult.objects.count() == 0
