"""Acts on site, each guard with its lawful twin."""

from datetime import date, time

import pytest
from django.core.exceptions import PermissionDenied

from archives_enforcement.accounts.models import Party
from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.files.models import StoredFile
from archives_enforcement.workflow import Refused
from inspections.models import Checklist
from inspections.services import recording, site_facts
from tests import factories
from tests.inspections import on_site
from tests.inspections.on_site import DAY, PNG

OTHER = PNG + b"1"

ON = DAY


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
        site_facts.record_facts(begun, actor=helper, on=DAY, **on_site.FACTS)


def test_before_the_visit_begins_nothing_is_recorded(visit, officer):
    with pytest.raises(Refused, match="现在的状态是“已批准”"):
        recording.record_items(visit, actor=officer, on=DAY, results={})


def test_nothing_is_recorded_for_a_day_before_the_visit(begun, officer):
    with pytest.raises(Refused, match="不能早于检查日期"):
        site_facts.record_facts(begun, actor=officer, on=date(2024, 9, 4), **on_site.FACTS)


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
    with django_assert_max_num_queries(18):
        recording.record_items(begun, actor=officer, on=DAY, results=on_site.results(begun))
    assert begun.results.count() == 66
