"""Acts on site, each guard with its lawful twin."""

from datetime import date, time

import pytest
from django.core.exceptions import PermissionDenied

from archives_enforcement.accounts.models import Party
from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.files.models import StoredFile
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Refused
from inspections.models import Checklist, Finding, ItemResult, LookBackResult
from inspections.services import concluding, recording
from tests import factories
from tests.inspections import on_site
from tests.inspections.on_site import DAY, PNG
from tests.sharing import own

OTHER = PNG + b"1"


@pytest.fixture
def visit(unit, head, officer, second_officer):
    return on_site.approved(unit, head, officer, second_officer)


@pytest.fixture(scope="module")
def at_work(cast):
    visit = on_site.approved(cast.unit, cast.head, cast.officer, cast.second_officer)
    return on_site.begin(visit, cast.officer)


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


def recorded(visit):
    return {row.item.code: (row.result, row.facts) for row in visit.results.select_related("item")}


def test_the_visit_begins_with_day_time_and_place(visit, officer):
    visit = recording.start(visit, actor=officer, on=DAY, arrived_at=time(14, 5), place="示例路9号")
    assert (visit.state, visit.inspected_on, visit.arrived_at, visit.place) == (
        "on_site", DAY, time(14, 5), "示例路9号",
    )  # fmt: skip


def test_an_officer_outside_the_team_cannot_begin(visit, bureau):
    outsider = factories.make_officer("outsider", bureau, "backfiller")
    with pytest.raises(Refused, match="您不是这次检查的执法人员.*实施条例》第四十七条"):
        recording.start(visit, actor=outsider, on=DAY, arrived_at=None)


def test_without_the_permission_nobody_begins(visit, head):
    with pytest.raises(PermissionDenied):
        recording.start(visit, actor=head, on=DAY, arrived_at=None)


@pytest.mark.parametrize(
    ("code", "on"), [("general-2021", DAY), ("general-2024", date(2024, 2, 29))]
)
def test_a_checklist_of_another_time_cannot_be_used(unit, head, officer, second_officer, code, on):
    checklist = Checklist.objects.get(code=code)
    visit = on_site.approved(unit, head, officer, second_officer, on=on, checklist=checklist)
    with pytest.raises(Refused, match="不适用"):
        on_site.begin(visit, officer, on)


@pytest.mark.parametrize("on", [date(2024, 2, 29), date(2024, 3, 1)])
def test_the_checklist_of_the_day_is_used_up_to_its_last_day(
    unit, head, officer, second_officer, on
):
    visit = on_site.approved(unit, head, officer, second_officer, on=on)
    assert on_site.begin(visit, officer, on).state == "on_site"


def test_items_are_recorded_and_recorded_again(begun, officer, second_officer):
    fire = item_of(begun, "2-02").pk
    recording.record_items(begun, actor=officer, on=DAY, results={fire: ("conforms", "")})
    recording.record_items(
        begun, actor=second_officer, on=DAY, results={fire: ("fails", " 灭火器过期 ")}
    )
    (row,) = begun.results.all()
    assert (row.result, row.facts, row.recorded_by) == ("fails", "灭火器过期", second_officer)


def test_recording_leaves_a_trail_of_codes(begun, officer):
    fire = item_of(begun, "2-02").pk
    recording.record_items(begun, actor=officer, on=DAY, results={fire: ("fails", "")})
    entry = AuditEntry.objects.about(begun).first()
    assert (entry.label, entry.place, entry.details) == (
        "记录检查事项", "示例路2号", {"items": {"2-02": "fails"}},
    )  # fmt: skip


def test_an_item_for_other_kinds_of_units_is_refused(begun, officer):
    archives_only = item_of(begun, "2-10").pk
    with pytest.raises(Refused, match="不在这次检查的范围内"):
        recording.record_items(
            begun, actor=officer, on=DAY, results={archives_only: ("conforms", "")}
        )
    assert recorded(begun) == {}


def test_the_same_item_is_recorded_at_an_archives(bureau, head, officer, second_officer):
    unit = factories.make_unit(bureau, "示例档案馆", Party.Kind.ARCHIVES)
    visit = on_site.begin(on_site.approved(unit, head, officer, second_officer), officer)
    item = item_of(visit, "2-10").pk
    recording.record_items(visit, actor=officer, on=DAY, results={item: ("conforms", "")})
    assert recorded(visit) == {"2-10": ("conforms", "")}


def test_an_unknown_result_is_refused(begun, officer):
    with pytest.raises(Refused, match="只能从列出的几种里选"):
        recording.record_items(
            begun, actor=officer, on=DAY, results={item_of(begun, "2-02").pk: ("好", "")}
        )


def test_someone_outside_the_team_records_nothing(begun, bureau):
    outsider = factories.make_officer("outsider", bureau, "backfiller")
    with pytest.raises(Refused, match="您不是这次检查的执法人员"):
        recording.record_items(begun, actor=outsider, on=DAY, results={})


def test_an_assistant_of_the_team_records_nothing(begun, bureau):
    helper = factories.make_officer("helper", bureau, "backfiller")
    begun.team.create(user=helper, part="assistant")
    with pytest.raises(Refused, match="您不是这次检查的执法人员"):
        recording.record_facts(begun, actor=helper, on=DAY, **on_site.FACTS)


def test_before_the_visit_begins_nothing_is_recorded(visit, officer):
    with pytest.raises(Refused, match="现在的状态是“已批准”"):
        recording.record_items(visit, actor=officer, on=DAY, results={})


def test_nothing_is_recorded_for_a_day_before_the_visit(begun, officer):
    with pytest.raises(Refused, match="不能早于检查日期"):
        recording.record_facts(begun, actor=officer, on=date(2024, 9, 4), **on_site.FACTS)


def test_photos_are_kept_with_the_result(begun, officer):
    fire = item_of(begun, "2-02").pk
    recording.record_items(
        begun, actor=officer, on=DAY, results={fire: ("fails", "")},
        photos={fire: [on_site.picture("东墙.png"), on_site.picture("柜架.png", OTHER)]},
    )  # fmt: skip
    row = begun.results.get()
    kept = StoredFile.objects.filter(object_id=row.pk, purpose="现场照片").order_by("pk")
    assert [(file.name, file.subject, file.shown_to_party) for file in kept] == [
        ("东墙.png", row, False), ("柜架.png", row, False),
    ]  # fmt: skip


def test_a_photo_sent_again_is_kept_once(begun, officer):
    fire = item_of(begun, "2-02").pk
    for results in ({fire: ("fails", "")}, {}):
        photos = {fire: [on_site.picture("东墙.png")]}
        recording.record_items(begun, actor=officer, on=DAY, results=results, photos=photos)
    assert StoredFile.objects.get().name == "东墙.png"


def test_one_bad_photo_keeps_nothing(begun, officer):
    fire = item_of(begun, "2-02").pk
    with pytest.raises(Refused, match="不是可以接收的格式"):
        recording.record_items(
            begun, actor=officer, on=DAY, results={fire: ("fails", "灭火器过期")},
            photos={fire: [on_site.picture(), on_site.picture("a.exe", b"MZ")]},
        )  # fmt: skip
    assert (recorded(begun), StoredFile.objects.count()) == ({}, 0)


def test_a_photo_needs_a_result(begun, officer):
    fire = item_of(begun, "2-02").pk
    with pytest.raises(Refused, match="2-02 还没有选择检查结果"):
        recording.record_items(
            begun, actor=officer, on=DAY, results={}, photos={fire: [on_site.picture()]}
        )


def test_recording_all_items_takes_as_many_queries_as_one(
    begun, officer, django_assert_max_num_queries
):
    with django_assert_max_num_queries(21):
        recording.record_items(begun, actor=officer, on=DAY, results=on_site.results(begun))
    assert begun.results.count() == 66


def test_facts_of_the_visit_are_kept(begun, officer):
    facts = {**on_site.FACTS, "summary": "检查顺利。", "left_at": time(16, 40)}
    visit = recording.record_facts(begun, actor=officer, on=DAY, **facts)
    visit.refresh_from_db()
    assert {name: getattr(visit, name) for name in facts} == facts


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"methods": ["查封"]}, "检查方式只能从"),
        ({"left_at": time(0, 1)}, "离开时间不能早于到达时间"),
    ],
)
def test_impossible_facts_are_refused(begun, officer, changes, why):
    with pytest.raises(Refused, match=why):
        recording.record_facts(begun, actor=officer, on=DAY, **{**on_site.FACTS, **changes})


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"oral_feedback_to": "", "oral_feedback": ""}, "还没有记录现场口头反馈"),
    ],
)
def test_the_visit_does_not_end_without(begun, officer, changes, why):
    on_site.fill(begun, officer, **changes)
    concluding.sign(begun, actor=officer, on=DAY, **on_site.SIGNED)
    with pytest.raises(Refused, match=why):
        concluding.finish(begun, actor=officer, on=DAY)


def test_the_visit_does_not_end_with_an_item_missing(begun, officer):
    on_site.fill(begun, officer)
    begun.results.filter(item__code="4-12").delete()
    with pytest.raises(Refused, match="还有 1 项没有记录"):
        concluding.conclude(begun, actor=officer, on=DAY, signing=on_site.SIGNED)
    begun.refresh_from_db()
    assert begun.signed_by == ""


def test_the_visit_does_not_end_without_a_signature(begun, officer):
    on_site.fill(begun, officer)
    with pytest.raises(Refused, match="单位负责人还没有签字"):
        concluding.finish(begun, actor=officer, on=DAY)


def test_someone_outside_the_team_does_not_end_the_visit(begun, officer, bureau):
    on_site.fill(begun, officer)
    concluding.sign(begun, actor=officer, on=DAY, **on_site.SIGNED)
    outsider = factories.make_officer("outsider", bureau, "backfiller")
    with pytest.raises(Refused, match="您不是这次检查的执法人员"):
        concluding.finish(begun, actor=outsider, on=DAY)


def test_a_visit_does_not_end_before_it_began(begun, officer):
    on_site.fill(begun, officer)
    concluding.sign(begun, actor=officer, on=DAY, **on_site.SIGNED)
    with pytest.raises(Refused, match="不能早于检查日期"):
        concluding.finish(begun, actor=officer, on=date(2024, 9, 4))


def test_a_signed_visit_ends(begun, officer):
    on_site.fill(begun, officer)
    concluding.sign(begun, actor=officer, on=DAY, signature=on_site.picture(), **on_site.SIGNED)
    visit = concluding.finish(begun, actor=officer, on=DAY)
    assert (visit.state, visit.signed_by, visit.signature.name) == (
        "recorded", "单位负责人", "签名.png",
    )  # fmt: skip


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
        recording.record_facts(begun, actor=officer, on=DAY, **on_site.FACTS)


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
    recording.record_facts(look_back, actor=officer, on=DAY, **on_site.FACTS)
    visit = concluding.conclude(look_back, actor=officer, on=DAY, signing=on_site.SIGNED)
    first.refresh_from_db()
    second.refresh_from_db()
    assert (visit.state, first.state, second.state) == ("recorded", "accepted", "open")
    assert (visit.findings.count(), Finding.objects.count()) == (0, 2)
    assert [row.code for row in deadlines.for_subject(visit)] == ["D-I05"]


def test_a_look_back_does_not_end_with_a_finding_unseen(look_back, origin, officer):
    first = origin.findings.first()
    recording.record_look_back(look_back, actor=officer, on=DAY, results={first.pk: ("fixed", "")})
    recording.record_facts(look_back, actor=officer, on=DAY, **on_site.FACTS)
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
