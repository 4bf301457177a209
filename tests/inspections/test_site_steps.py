"""The seven steps of a visit in their lawful order, and the powers used on it."""

from datetime import date, time

import pytest
from django.utils import timezone

from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.workflow import Refused
from inspections.models import Lead
from inspections.queries import site_record
from inspections.queries import steps as queries
from inspections.services import concluding, recording, steps
from tests import factories
from tests.inspections import on_site
from tests.inspections.on_site import BEFORE_REGULATION, DAY


@pytest.fixture
def visit(unit, head, officer, second_officer):
    return on_site.approved(unit, head, officer, second_officer)


@pytest.fixture
def arrived(visit, officer):
    return on_site.arrive(visit, officer)


@pytest.fixture
def take(officer):
    def act(visit, step, at=time(9, 0), on=DAY):
        return steps.take(visit, actor=officer, on=on, step=step, at=at)

    return act


def item(visit):
    return visit.checklist.items.get(code="2-02").pk


def test_a_step_is_kept_with_its_time_and_who_noted_it(arrived, take, officer):
    take(arrived, "inform", time(9, 2, 30))
    row = arrived.steps.get()
    assert (row.kind, row.at, row.noted_by) == ("inform", time(9, 2), officer)
    entry = AuditEntry.objects.about(arrived).first()
    assert (entry.label, entry.details) == ("告知", {"step": "inform", "at": "09:02"})


@pytest.mark.parametrize("step", ["ask", "view", "record"])
def test_nothing_is_asked_or_looked_at_before_the_unit_was_told(arrived, take, step):
    take(arrived, "show")
    with pytest.raises(Refused, match="还没有记下“告知”.*依据：本机关检查工作规范"):
        take(arrived, step)
    take(arrived, "inform")
    assert take(arrived, step).steps.filter(kind=step).exists()


@pytest.mark.parametrize("step", ["ask", "view", "record"])
def test_nor_before_the_certificates_were_shown(arrived, take, step):
    take(arrived, "inform")
    with pytest.raises(Refused, match="还没有记下“亮证”.*依据：.*实施条例》第四十七条"):
        take(arrived, step)
    take(arrived, "show")
    assert take(arrived, step).certificates_shown


def test_the_article_is_that_of_the_day(unit, head, officer, second_officer, take):
    visit = on_site.approved(unit, head, officer, second_officer, on=BEFORE_REGULATION)
    on_site.arrive(visit, officer, BEFORE_REGULATION)
    take(visit, "inform", on=BEFORE_REGULATION)
    with pytest.raises(Refused, match="行政处罚法》第五十五条"):
        take(visit, "ask", on=BEFORE_REGULATION)


def test_the_times_stand_in_the_same_order(arrived, take):
    take(arrived, "inform", time(9, 0))
    take(arrived, "show", time(9, 5))
    with pytest.raises(Refused, match="询问不能早于亮证（09:05）"):
        take(arrived, "ask", time(9, 4))
    take(arrived, "ask", time(9, 5))
    with pytest.raises(Refused, match="询问不能早于亮证（09:06）"):
        take(arrived, "show", time(9, 6))
    take(arrived, "show", time(9, 1))
    assert queries.times_of(arrived)["show"] == time(9, 1)


def test_no_step_is_older_than_the_arrival(arrived, take):
    with pytest.raises(Refused, match="不能早于到达时间（00:05）"):
        take(arrived, "inform", time(0, 4))
    assert take(arrived, "inform", time(0, 5)).steps.exists()


def test_reading_over_follows_the_record(arrived, take):
    take(arrived, "inform")
    take(arrived, "show")
    with pytest.raises(Refused, match="还没有记下“记录”，不能阅核"):
        take(arrived, "review")
    take(arrived, "record")
    assert take(arrived, "review").steps.filter(kind="review").exists()


def test_what_the_unit_corrects_as_it_reads_is_recorded(visit, take, officer):
    on_site.fill(on_site.begin(visit, officer), officer)
    take(visit, "record", time(10, 0))
    take(visit, "review", time(11, 0))
    told = {item(visit): ("fails", "两具灭火器过期")}
    recording.record_items(visit, actor=officer, on=DAY, results=told)
    row = visit.results.get(item=item(visit))
    assert (row.result, row.facts) == told[item(visit)]


@pytest.fixture
def read_over(unit, head, officer, second_officer):
    """A visit of today that the unit's head has read over."""
    today = timezone.localdate()
    visit = on_site.approved(unit, head, officer, second_officer, on=today)
    on_site.fill(on_site.begin(visit, officer, today), officer, on=today)
    steps.take(visit, actor=officer, on=today, step="review", at=visit.steps.get(kind="record").at)
    return visit


def is_read(visit):
    return visit.steps.filter(kind="review").exists()


def same(visit):
    return {item(visit): ("conforms", "")}


CHANGES = {
    "an answer": lambda visit: (recording.record_items, {"results": {item(visit): ("fails", "")}}),
    "a photo": lambda visit: (
        recording.record_items,
        {"results": {}, "photos": {item(visit): [on_site.picture()]}},
    ),
    "what was said": lambda visit: (
        recording.record_facts, on_site.FACTS | {"oral_feedback": "另有一处"},
    ),
    "who was met": lambda visit: (
        recording.record_facts,
        on_site.FACTS | {"people": [{"name": "周某", "title": "馆员", "role": "archivist"}]},
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", CHANGES)
def test_what_changes_after_the_reading_is_read_again(read_over, officer, what):
    act, change = CHANGES[what](read_over)
    act(read_over, actor=officer, on=timezone.localdate(), **change)
    assert not is_read(read_over)
    entry = AuditEntry.objects.about(read_over).filter(action="review_again").get()
    assert entry.label == "阅核后有改动，须重新阅核"


@pytest.mark.parametrize(
    "unchanged",
    [
        lambda visit: (recording.record_items, {"results": same(visit)}),
        lambda visit: (recording.record_facts, on_site.FACTS | {"left_at": time(23, 59)}),
    ],
)
def test_what_stays_as_it_was_read_needs_no_second_reading(read_over, officer, unchanged):
    act, change = unchanged(read_over)
    act(read_over, actor=officer, on=timezone.localdate(), **change)
    assert is_read(read_over)


def test_the_signature_after_a_change_notes_the_new_reading(read_over, officer):
    today = timezone.localdate()
    recording.record_items(
        read_over, actor=officer, on=today, results={item(read_over): ("fails", "过期")}
    )
    concluding.conclude(
        read_over, actor=officer, on=today, signing={**on_site.SIGNED, "at": time(23, 58)}
    )
    assert read_over.steps.get(kind="review").at == time(23, 58)


def test_of_what_is_entered_late_the_order_says_nothing(visit, take, officer):
    on_site.fill(on_site.begin(visit, officer), officer)
    take(visit, "record", time(10, 0))
    take(visit, "review", time(11, 0))
    recording.record_items(visit, actor=officer, on=DAY, results={item(visit): ("fails", "")})
    assert is_read(visit)


def test_a_step_is_offered_once_those_before_it_are_taken(arrived, take, officer):
    def offered():
        return "".join(row.label for row in queries.strip(arrived) if row.url)

    assert offered() == "告知亮证"
    take(arrived, "inform")
    take(arrived, "show")
    assert offered() == "告知亮证询问查看记录"
    take(arrived, "record")
    assert offered() == "告知亮证询问查看记录阅核"


@pytest.mark.parametrize("step", ["sign", "sleep"])
def test_signing_is_no_step_of_its_own(arrived, take, step):
    with pytest.raises(Refused, match="不能单独记录"):
        take(arrived, step)


def test_whoever_is_not_on_the_team_notes_no_step(arrived, bureau):
    outsider = factories.make_officer("outsider", bureau, "backfiller")
    with pytest.raises(Refused, match="您不是这次检查的执法人员"):
        steps.take(arrived, actor=outsider, on=DAY, step="inform", at=time(9))


def test_no_item_is_recorded_before_the_opening(arrived, take, officer):
    answer = {"actor": officer, "on": DAY, "results": {item(arrived): ("conforms", "")}}
    take(arrived, "inform")
    with pytest.raises(Refused, match="还没有记下“亮证”，不能记录"):
        recording.record_items(arrived, **answer)
    take(arrived, "show")
    assert recording.record_items(arrived, **answer).results.count() == 1


def test_the_first_item_of_the_day_is_the_step_of_recording(unit, head, officer, second_officer):
    today = timezone.localdate()
    visit = on_site.approved(unit, head, officer, second_officer, on=today)
    on_site.begin(visit, officer, today)
    answer = {item(visit): ("conforms", "")}
    recording.record_items(visit, actor=officer, on=today, results=answer)
    assert visit.steps.get(kind="record").noted_by == officer


def test_what_is_entered_late_has_no_invented_time(arrived, take, officer):
    take(arrived, "inform")
    take(arrived, "show")
    recording.record_items(arrived, actor=officer, on=DAY, results={})
    assert not arrived.steps.filter(kind="record").exists()


def test_signing_closes_the_row_of_steps(visit, take, officer):
    on_site.fill(on_site.begin(visit, officer), officer)
    take(visit, "record", time(10, 0))
    concluding.conclude(
        visit, actor=officer, on=DAY, signing={**on_site.SIGNED, "at": time(11, 30)}
    )
    assert [(row.kind, row.at) for row in visit.steps.order_by("pk")][-2:] == [
        ("review", time(11, 30)), ("sign", time(11, 30)),
    ]  # fmt: skip


def test_the_visit_does_not_end_before_the_unit_was_told(visit, officer):
    on_site.fill(on_site.begin(visit, officer), officer)
    concluding.sign(visit, actor=officer, on=DAY, **on_site.SIGNED)
    visit.steps.filter(kind="inform").delete()
    with pytest.raises(Refused, match="还没有记录告知"):
        concluding.finish(visit, actor=officer, on=DAY)


def test_nor_before_the_certificates_were_recorded(visit, officer):
    on_site.fill(on_site.begin(visit, officer), officer)
    concluding.sign(visit, actor=officer, on=DAY, **on_site.SIGNED)
    type(visit).objects.filter(pk=visit.pk).update(certificates_shown=False)
    with pytest.raises(Refused, match="还没有记录出示执法证件.*实施条例》第四十七条"):
        concluding.finish(visit, actor=officer, on=DAY)


def test_a_signature_is_only_that_of_an_officer_of_the_team(visit, officer, bureau):
    on_site.fill(on_site.begin(visit, officer), officer)
    helper = visit.team.create(user=factories.make_officer("helper", bureau), part="assistant")
    signing = {**on_site.SIGNED, "officers": {helper.pk: on_site.picture()}}
    with pytest.raises(Refused, match="签名的不是这次检查的执法人员"):
        concluding.sign(visit, actor=officer, on=DAY, **signing)
    member = visit.team.get(user=officer)
    signing["officers"] = {member.pk: on_site.picture()}
    concluding.sign(visit, actor=officer, on=DAY, **signing)
    member.refresh_from_db()
    assert member.signature.name == "签名.png"


def test_steps_people_and_powers_stand_in_the_record(visit, take, officer):
    people = [{"name": "张三", "title": "主任", "role": "head"}]
    on_site.fill(on_site.begin(visit, officer), officer, met="", people=people)
    concluding.conclude(visit, actor=officer, on=DAY, signing=on_site.SIGNED)
    rows = dict(site_record.fields(visit)["blocks"][0]["rows"])
    assert rows["检查步骤"].startswith("告知 00:06")
    assert rows["在场人员"] == "张三（主任，单位负责人）"
    assert rows["行使的职权"] == "检查档案工作情况（《中华人民共和国档案法》第四十二条）"


def test_people_are_replaced_and_the_words_of_old_stay(visit, officer):
    begun = on_site.begin(visit, officer)
    people = [{"name": name, "title": "", "role": "other"} for name in ("甲", "乙")]
    for rows in (people, people[1:]):
        recording.record_facts(begun, actor=officer, on=DAY, **{**on_site.FACTS, "people": rows})
    begun.refresh_from_db()
    assert queries.people_in_words(begun) == "分管负责人、档案员、乙（其他人员）"


def test_the_powers_of_a_lead_need_a_lead(visit, unit, officer):
    begun = on_site.begin(visit, officer)
    facts = {**on_site.FACTS, "powers": ["enter", "copy"]}
    with pytest.raises(Refused, match="不是根据违法线索.*第四十三条"):
        recording.record_facts(begun, actor=officer, on=DAY, **facts)
    lead = Lead.objects.create(
        bureau=begun.bureau, party=unit.party, source="tip", text="反映库房漏水",
        received_on=date(2024, 9, 1), registered_by=officer,
    )  # fmt: skip
    type(begun).objects.filter(pk=begun.pk).update(lead=lead)
    begun = recording.record_facts(begun, actor=officer, on=DAY, **facts)
    assert "进入并检查有关库房、设施、设备（《中华人民共和国档案法》第四十三条）" in str(
        site_record.fields(begun)["blocks"][0]
    )


def test_an_invented_power_is_refused(visit, officer):
    begun = on_site.begin(visit, officer)
    with pytest.raises(Refused, match="行使的职权只能从列出的几种里选"):
        recording.record_facts(
            begun, actor=officer, on=DAY, **{**on_site.FACTS, "powers": ["seize"]}
        )
