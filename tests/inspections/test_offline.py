"""Acts that come from a device, each guard with its lawful twin."""

import base64
import uuid
from datetime import time, timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.files import store
from archives_enforcement.files.models import StoredFile
from archives_enforcement.workflow import Refused
from inspections import offline
from inspections.forms.concluding import PNG_URL
from inspections.models import Lead, OfflineAct, OfflineBundle
from inspections.queries import offline as queries
from inspections.services import concluding, recording, steps
from inspections.services.offline import prepare
from tests import factories
from tests.inspections import on_site
from tests.inspections.on_site import DAY

MORNING = "2024-09-05T09:00:00+08:00"
NOON = "2024-09-05T12:00:00+08:00"
NEXT_MORNING = "2024-09-06T08:30:00+08:00"
FOUR_DAYS_LATER = "2024-09-09T12:00:00+08:00"
START = {"arrived_at": "14:05", "place": "示例路9号"}
ARCHIVIST = {"name": "周某", "title": "馆员", "role": "archivist"}
FACTS = on_site.FACTS | {"people": [ARCHIVIST], "powers": [], "summary": "", "left_at": ""}
REFUSAL = {
    "outcome": "refused",
    "reason": "负责人不在场",
    "witness": "区档案馆馆员",
    "confirm": True,
}


def moment(text):
    return timezone.datetime.fromisoformat(text)


@pytest.fixture
def clock():
    """Noon of the day of the visit, to be moved on."""
    with time_machine.travel(moment(MORNING), tick=False) as traveller:
        yield traveller


@pytest.fixture
def late(bureau):
    """An officer who has no right to enter an act late."""
    return factories.make_officer("no_backfill", bureau)


@pytest.fixture
def visit(clock, unit, head, officer, late):
    return on_site.approved(unit, head, officer, late)


@pytest.fixture
def bundle(visit, late, clock):
    found, _ = prepare(visit, actor=late, on=DAY)
    clock.move_to(moment(NOON))
    return found


@pytest.fixture
def begun(bundle):
    begin(bundle)
    return bundle


def do(bundle, kind, data, *, at=NOON, actor=None, seen="", file=None, sha256="", number=None):
    sent = offline.Sent(number or uuid.uuid4(), kind, moment(at), seen, data, file, sha256)
    return offline.receive(bundle, actor=actor or bundle.user, sent=sent)


def step(bundle, kind, at="14:06", **more):
    seen = more.pop("seen", "")
    return do(bundle, "step", {"step": kind, "at": at} | more, seen=seen)


def begin(bundle):
    """The arrival and the two steps without which nothing is recorded."""
    do(bundle, "start", START)
    for kind in ("inform", "show"):
        step(bundle, kind)


def item(bundle, code="2-02"):
    return bundle.inspection.checklist.items.get(code=code)


def answer(bundle, result, facts="", code="2-02", **more):
    data = {"key": str(item(bundle, code).pk), "result": result, "facts": facts}
    return do(bundle, "item", data, **more)


def recorded(bundle):
    rows = bundle.inspection.results.select_related("item")
    return {row.item.code: (row.result, row.facts) for row in rows}


def fill(bundle):
    """Everything but the end, as a device sends it."""
    for key, (result, facts) in on_site.results(bundle.inspection, "2-02").items():
        do(bundle, "item", {"key": str(key), "result": result, "facts": facts})
    bundle.inspection.refresh_from_db()
    do(bundle, "facts", FACTS, seen=queries.facts_seen(bundle.inspection))
    bundle.inspection.refresh_from_db()


def signed(bundle):
    visit = bundle.inspection
    return {"answers": queries.answers(visit), "facts": queries.facts_of(visit)}


# What is taken along


def test_an_officer_takes_along_what_he_may_see_and_it_is_noted(visit, late):
    bundle, content = prepare(visit, actor=late, on=DAY)
    assert content["unit"]["name"] == str(visit.unit)
    assert sum(len(area["rows"]) for area in content["areas"]) == len(on_site.results(visit))
    assert bundle.valid_until - bundle.issued_at == timedelta(days=3)
    entry = AuditEntry.objects.about(visit).first()
    assert (entry.label, entry.details["version"]) == ("离线准备", bundle.version)


def test_earlier_problems_go_along_only_for_who_may_see_them(visit, late, officer):
    before = on_site.recorded(on_site.approved(visit.unit, officer, officer, late), officer, "2-02")
    assert [row["text"] for row in queries.content(visit, late)["findings"]] == [
        before.findings.get().text
    ]
    stranger = factories.make_user("stranger", bureau=visit.bureau)
    assert queries.content(visit, stranger)["findings"] == []


def test_the_version_follows_the_content(visit, late):
    first, _ = prepare(visit, actor=late, on=DAY)
    same, _ = prepare(visit, actor=late, on=DAY)
    visit.place = "示例路10号"
    visit.save()
    other, _ = prepare(visit, actor=late, on=DAY)
    assert first.version == same.version != other.version


def test_who_is_not_in_the_team_takes_nothing_along(visit, bureau):
    outsider = factories.make_officer("outsider", bureau)
    with pytest.raises(Refused, match="您不是这次检查的执法人员"):
        prepare(visit, actor=outsider, on=DAY)


def test_without_the_permission_nothing_is_taken_along(visit, head):
    with pytest.raises(PermissionDenied):
        prepare(visit, actor=head, on=DAY)


@pytest.mark.parametrize("state", ["draft", "pending", "recorded", "cancelled"])
def test_only_between_approval_and_end(visit, late, state):
    type(visit).objects.filter(pk=visit.pk).update(state=state)
    with pytest.raises(Refused, match="不能离线准备"):
        prepare(visit, actor=late, on=DAY)
    assert not OfflineBundle.objects.exists()


# Acts that come back


def test_a_whole_visit_comes_back_in_order(begun):
    fill(begun)
    picture = on_site.picture()
    data = {
        "outcome": "signed",
        "signed_by": "单位负责人",
        "confirm": True,
        "signed": signed(begun),
    }
    sha256 = store.digest(on_site.PNG)
    data["at"] = "16:20"
    do(begun, "conclude", data, file=picture, sha256=sha256)
    visit = begun.inspection
    visit.refresh_from_db()
    assert (visit.state, visit.inspected_on, visit.signature.sha256) == ("recorded", DAY, sha256)
    assert visit.findings.count() == 1
    assert (taken(begun)["review"], taken(begun)["sign"]) == ("16:20", "16:20")


def test_before_the_start_nothing_is_recorded(bundle):
    with pytest.raises(Refused, match="现在的状态是“已批准”"):
        answer(bundle, "conforms")
    begin(bundle)
    answer(bundle, "conforms")
    assert recorded(bundle) == {"2-02": ("conforms", "")}


def test_an_act_received_twice_is_done_once(begun):
    number = uuid.uuid4()
    first = answer(begun, "fails", "灭火器过期", number=number)
    count = AuditEntry.objects.count()
    answer(begun, "fails", "灭火器已换", seen=first["seen"])
    assert answer(begun, "fails", "灭火器过期", number=number) == first
    assert recorded(begun) == {"2-02": ("fails", "灭火器已换")}
    assert AuditEntry.objects.count() == count + 1
    assert OfflineAct.objects.filter(uuid=number).count() == 1


def test_what_was_refused_may_come_again(bundle):
    number = uuid.uuid4()
    with pytest.raises(Refused):
        answer(bundle, "conforms", number=number)
    begin(bundle)
    answer(bundle, "conforms", number=number)
    assert recorded(bundle) == {"2-02": ("conforms", "")}


def test_an_unknown_kind_is_refused(begun):
    with pytest.raises(Refused, match="不能离线进行"):
        do(begun, "cancel", {})
    assert not OfflineAct.objects.filter(kind="cancel").exists()


@pytest.mark.parametrize("key", ["", "x", "²", "9" * 30, None])
def test_an_item_that_is_none_is_refused(begun, key):
    with pytest.raises(Refused, match="没有写明是哪一项"):
        do(begun, "item", {"key": key, "result": "conforms", "facts": ""})


def test_the_forms_of_the_pages_hold_for_the_device(begun):
    with pytest.raises(Refused, match="请至少勾选一种检查方式"):
        do(begun, "facts", FACTS | {"methods": []}, seen=queries.facts_seen(begun.inspection))


# The seven steps


def taken(bundle):
    return {row.kind: f"{row.at:%H:%M}" for row in bundle.inspection.steps.all()}


def test_the_bundle_brings_the_steps_already_taken(begun, late):
    rows = {row["kind"]: row for row in queries.content(begun.inspection, late)["steps"]}
    assert (rows["show"]["at"], rows["show"]["by"]) == ("14:06", str(late))
    assert (rows["ask"]["at"], rows["ask"]["needs"]) == ("", ["inform", "show"])
    assert "sign" not in rows


def test_before_the_opening_steps_no_item_is_recorded(bundle):
    do(bundle, "start", START)
    step(bundle, "inform")
    with pytest.raises(Refused, match="还没有记下“亮证”"):
        answer(bundle, "conforms")
    step(bundle, "show")
    answer(bundle, "conforms")
    assert recorded(bundle) == {"2-02": ("conforms", "")}


def test_a_step_that_another_noted_is_not_overwritten(begun, officer):
    step(begun, "ask", "14:10")
    steps.take(begun.inspection, actor=officer, on=DAY, step="view", at=time(14, 20))
    with pytest.raises(offline.Conflict) as conflict:
        step(begun, "view", "14:30")
    theirs = conflict.value.theirs
    assert (theirs["at"], theirs["by"], taken(begun)["view"]) == ("14:20", str(officer), "14:20")
    step(begun, "view", "14:30", seen=theirs["seen"])
    assert taken(begun)["view"] == "14:30"


def test_what_the_page_noted_of_itself_gives_way(begun, officer):
    steps.take(begun.inspection, actor=officer, on=DAY, step="record", at=time(14, 20))
    step(begun, "record", "14:40", by_itself=True)
    assert taken(begun)["record"] == "14:20"
    with pytest.raises(offline.Conflict):
        step(begun, "record", "14:40")


@pytest.mark.parametrize("kind", ["sign", "", "x"])
def test_what_is_no_step_of_its_own_is_refused(begun, kind):
    with pytest.raises(Refused, match="这一步不能单独记录"):
        step(begun, kind, "14:30")
    assert set(taken(begun)) == {"inform", "show"}


def test_the_steps_have_the_time_of_the_device_and_not_of_the_sending(begun, clock):
    clock.move_to(moment(NEXT_MORNING))
    answer(begun, "conforms", at="2024-09-05T15:10:00+08:00")
    assert taken(begun)["record"] == "15:10"


# People and powers


def test_people_come_as_rows(begun):
    many = [ARCHIVIST | {"name": f"第{number}人"} for number in range(9)]
    do(begun, "facts", FACTS | {"people": many}, seen=queries.facts_seen(begun.inspection))
    assert queries.facts_of(begun.inspection)["people"] == many


@pytest.mark.parametrize("people", [None, "周某", ["周某"], [ARCHIVIST] * 13])
def test_what_are_no_rows_of_people_is_refused(begun, people):
    with pytest.raises(Refused, match="在场人员最多写 12 人"):
        do(begun, "facts", FACTS | {"people": people}, seen=queries.facts_seen(begun.inspection))
    assert not begun.inspection.people.exists()


def test_a_person_without_a_role_is_refused(begun):
    people = [ARCHIVIST | {"role": ""}]
    with pytest.raises(Refused, match="请选择身份"):
        do(begun, "facts", FACTS | {"people": people}, seen=queries.facts_seen(begun.inspection))


def test_powers_go_along_and_come_back_only_on_a_lead(begun, late):
    visit = begun.inspection
    assert queries.content(visit, late)["about"]["powers"] == []
    visit.lead = Lead.objects.create(
        bureau=visit.bureau, party=visit.unit.party, source="tip", text="反映库房漏水",
        received_on=DAY, registered_by=late,
    )  # fmt: skip
    type(visit).objects.filter(pk=visit.pk).update(lead=visit.lead)
    codes = [row["value"] for row in queries.content(visit, late)["about"]["powers"]]
    assert codes == ["enter", "consult", "ask", "copy"]
    do(begun, "facts", FACTS | {"powers": ["copy"]}, seen=queries.facts_seen(visit))
    visit.refresh_from_db()
    assert visit.powers == ["copy"]


# Photos


def test_a_photo_arrives_byte_for_byte(begun):
    answer(begun, "fails")
    content = on_site.PNG + bytes(range(256))
    data = {"key": str(item(begun).pk), "name": "东墙.png"}
    file = on_site.picture("东墙.png", content)
    do(begun, "photo", data, file=file, sha256=store.digest(content))
    kept = StoredFile.objects.get(purpose="现场照片")
    assert (kept.name, store.get(kept.sha256)) == ("东墙.png", content)


def test_a_photo_that_changed_on_the_way_is_asked_for_again(begun):
    answer(begun, "fails")
    data = {"key": str(item(begun).pk), "name": "东墙.png"}
    with pytest.raises(offline.Resend):
        do(begun, "photo", data, file=on_site.picture(), sha256=store.digest(b"another"))
    assert not StoredFile.objects.exists()


def test_a_photo_without_its_file_is_refused(begun):
    answer(begun, "fails")
    with pytest.raises(Refused, match="照片没有传来"):
        do(begun, "photo", {"key": str(item(begun).pk)})


# Two officers


def test_what_another_recorded_meanwhile_is_not_overwritten(begun, officer):
    key = item(begun).pk
    recording.record_items(
        begun.inspection, actor=officer, on=DAY, results={key: ("conforms", "两具均在有效期")}
    )
    with pytest.raises(offline.Conflict) as conflict:
        answer(begun, "fails", "灭火器过期")
    theirs = conflict.value.theirs
    assert (theirs["result"], theirs["facts"], theirs["by"]) == (
        "conforms", "两具均在有效期", str(officer),
    )  # fmt: skip
    assert recorded(begun) == {"2-02": ("conforms", "两具均在有效期")}
    answer(begun, "fails", "灭火器过期", seen=theirs["seen"])
    assert recorded(begun) == {"2-02": ("fails", "灭火器过期")}


def test_the_same_answer_of_two_is_no_conflict(begun, officer):
    key = item(begun).pk
    recording.record_items(begun.inspection, actor=officer, on=DAY, results={key: ("fails", "旧")})
    answer(begun, "fails", "旧")
    assert begun.inspection.results.get().recorded_by == officer


def test_an_officer_changes_his_own_answer(begun):
    first = answer(begun, "fails", "灭火器过期")
    answer(begun, "conforms", "", seen=first["seen"])
    assert recorded(begun) == {"2-02": ("conforms", "")}


def test_facts_that_another_recorded_are_not_overwritten(begun, officer):
    known = queries.facts_seen(begun.inspection)
    recording.record_facts(begun.inspection, actor=officer, on=DAY, **on_site.FACTS)
    with pytest.raises(offline.Conflict) as conflict:
        do(begun, "facts", FACTS | {"met": "档案员"}, seen=known)
    assert conflict.value.theirs["met"] == on_site.FACTS["met"]
    do(begun, "facts", FACTS | {"met": "档案员"}, seen=conflict.value.theirs["seen"])
    begun.inspection.refresh_from_db()
    assert begun.inspection.met == "档案员"


def test_a_visit_that_another_began_is_not_begun_again(bundle, officer):
    on_site.begin(bundle.inspection, officer)
    bundle.inspection.refresh_from_db()
    with pytest.raises(offline.Conflict) as conflict:
        do(bundle, "start", START)
    theirs = conflict.value.theirs
    assert (theirs["arrived_at"], theirs["place"]) == ("00:05", "示例路2号")
    taken = {row["kind"]: row["at"] for row in theirs["steps"] if row["at"]}
    assert taken == {"inform": "00:06", "show": "00:06"}


def test_what_was_not_on_the_screen_is_not_signed(begun, officer):
    fill(begun)
    on_the_screen = signed(begun)
    key = item(begun, "2-06").pk
    recording.record_items(begun.inspection, actor=officer, on=DAY, results={key: ("fails", "")})
    with pytest.raises(Refused, match="与系统里的记录不一致"):
        do(begun, "conclude", REFUSAL | {"signed": on_the_screen})
    do(begun, "conclude", REFUSAL | {"signed": signed(begun)})
    begun.inspection.refresh_from_db()
    assert (begun.inspection.state, begun.inspection.witness) == ("recorded", "区档案馆馆员")


def test_the_officers_sign_on_the_device(begun, late):
    fill(begun)
    (member,) = begun.inspection.team.filter(user=late)
    drawn = PNG_URL + base64.b64encode(on_site.PNG).decode()
    data = REFUSAL | {"signed": signed(begun), f"officer-{member.pk}": drawn}
    do(begun, "conclude", data)
    member.refresh_from_db()
    assert store.get(member.signature.sha256) == on_site.PNG


# Whose it is


def test_a_bundle_is_its_officers_alone(begun, officer):
    with pytest.raises(OfflineBundle.DoesNotExist):
        answer(begun, "conforms", actor=officer)


def test_who_left_the_team_sends_nothing(begun):
    begun.inspection.team.filter(user=begun.user).delete()
    with pytest.raises(Refused, match="您不是这次检查的执法人员"):
        answer(begun, "conforms")


def test_a_record_that_is_signed_takes_nothing_more(begun, officer):
    fill(begun)
    concluding.sign(begun.inspection, actor=officer, on=DAY, signed_by="单位负责人")
    with pytest.raises(Refused, match="已经签字"):
        answer(
            begun,
            "not_applicable",
            seen=queries.seen(begun.inspection.results.get(item=item(begun))),
        )


# Which day counts


def test_after_midnight_the_day_of_the_visit_counts_and_both_times_are_noted(bundle, clock):
    clock.move_to(moment(NEXT_MORNING))
    do(bundle, "start", START)
    bundle.inspection.refresh_from_db()
    assert bundle.inspection.inspected_on == DAY
    entry = AuditEntry.objects.about(bundle.inspection).first()
    assert (entry.on, entry.backfilled, entry.note) == (
        DAY, False, "离线办理，设备时间2024年9月5日 12:00，2024年9月6日 08:30收到",
    )  # fmt: skip
    act = bundle.acts.get()
    assert (act.acted_at, act.received_at) == (moment(NOON), moment(NEXT_MORNING))


def test_the_same_officer_cannot_name_that_day_on_the_pages(visit, late, clock):
    clock.move_to(moment(NEXT_MORNING))
    with pytest.raises(Refused, match="没有补录权限"):
        on_site.begin(visit, late, DAY)


@pytest.mark.parametrize("at", ["2024-09-05T08:50:00+08:00", "2024-09-07T12:00:00+08:00"])
def test_a_time_outside_the_two_moments_of_the_server_dates_nothing(bundle, clock, at):
    clock.move_to(moment(NEXT_MORNING))
    do(bundle, "start", START, at=at)
    entry = AuditEntry.objects.about(bundle.inspection).first()
    assert entry.on == moment(NEXT_MORNING).date()
    assert "不可信" in entry.note


def test_clocks_that_differ_a_little_do_no_harm(bundle, clock):
    clock.move_to(moment("2024-09-05T23:58:00+08:00"))
    do(bundle, "start", START, at="2024-09-06T00:01:00+08:00")
    assert AuditEntry.objects.about(bundle.inspection).first().on == DAY


def test_after_its_time_a_bundle_dates_nothing_without_the_right_to_enter_late(bundle, clock):
    clock.move_to(moment(FOUR_DAYS_LATER))
    with pytest.raises(Refused, match="没有补录权限"):
        do(bundle, "start", START)


def test_after_its_time_who_may_enter_late_does_and_it_is_marked(visit, officer, clock):
    bundle, _ = prepare(visit, actor=officer, on=DAY)
    clock.move_to(moment(FOUR_DAYS_LATER))
    do(bundle, "start", START)
    entry = AuditEntry.objects.about(visit).first()
    assert (entry.on, entry.backfilled) == (DAY, True)
