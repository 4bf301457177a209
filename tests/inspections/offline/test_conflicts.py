"""What two officers recorded, and whose the device is."""

import base64

import pytest

from archives_enforcement.files import store
from archives_enforcement.workflow import Refused
from inspections import offline_kinds
from inspections.forms.concluding import PNG_URL
from inspections.models import OfflineBundle
from inspections.queries import offline as queries
from inspections.services import concluding, recording, site_facts
from tests.inspections import on_site
from tests.inspections.offline.sending import (
    FACTS,
    REFUSAL,
    START,
    answer,
    do,
    item,
    recorded,
    signed,
)
from tests.inspections.on_site import DAY


def test_what_another_recorded_meanwhile_is_not_overwritten(begun, officer):
    key = item(begun).pk
    recording.record_items(
        begun.inspection, actor=officer, on=DAY, results={key: ("conforms", "两具均在有效期")}
    )
    with pytest.raises(offline_kinds.Conflict) as conflict:
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
    site_facts.record_facts(begun.inspection, actor=officer, on=DAY, **on_site.FACTS)
    with pytest.raises(offline_kinds.Conflict) as conflict:
        do(begun, "facts", FACTS | {"met": "档案员"}, seen=known)
    assert conflict.value.theirs["met"] == on_site.FACTS["met"]
    do(begun, "facts", FACTS | {"met": "档案员"}, seen=conflict.value.theirs["seen"])
    begun.inspection.refresh_from_db()
    assert begun.inspection.met == "档案员"


def test_a_visit_that_another_began_is_not_begun_again(bundle, officer):
    on_site.begin(bundle.inspection, officer)
    bundle.inspection.refresh_from_db()
    with pytest.raises(offline_kinds.Conflict) as conflict:
        do(bundle, "start", START)
    theirs = conflict.value.theirs
    assert (theirs["arrived_at"], theirs["place"]) == ("00:05", "示例路2号")
    taken = {row["kind"]: row["at"] for row in theirs["steps"] if row["at"]}
    assert taken == {"inform": "00:06", "show": "00:06"}


def test_what_was_not_on_the_screen_is_not_signed(ready, officer):
    on_the_screen = signed(ready)
    key = item(ready, "2-06").pk
    recording.record_items(ready.inspection, actor=officer, on=DAY, results={key: ("fails", "")})
    with pytest.raises(Refused, match="与系统里的记录不一致"):
        do(ready, "conclude", REFUSAL | {"signed": on_the_screen})
    do(ready, "conclude", REFUSAL | {"signed": signed(ready)})
    ready.inspection.refresh_from_db()
    assert (ready.inspection.state, ready.inspection.witness) == ("recorded", "区档案馆馆员")


def test_the_officers_sign_on_the_device(ready, late):
    (member,) = ready.inspection.team.filter(user=late)
    drawn = PNG_URL + base64.b64encode(on_site.PNG).decode()
    data = REFUSAL | {"signed": signed(ready), f"officer-{member.pk}": drawn}
    do(ready, "conclude", data)
    member.refresh_from_db()
    assert store.get(member.signature.sha256) == on_site.PNG


def test_a_bundle_is_its_officers_alone(begun, officer):
    with pytest.raises(OfflineBundle.DoesNotExist):
        answer(begun, "conforms", actor=officer)


def test_who_left_the_team_sends_nothing(begun):
    begun.inspection.team.filter(user=begun.user).delete()
    with pytest.raises(Refused, match="您不是这次检查的执法人员"):
        answer(begun, "conforms")


def test_a_record_that_is_signed_takes_nothing_more(ready, officer):
    concluding.sign(ready.inspection, actor=officer, on=DAY, signed_by="单位负责人")
    with pytest.raises(Refused, match="已经签字"):
        answer(
            ready,
            "not_applicable",
            seen=queries.seen(ready.inspection.results.get(item=item(ready))),
        )
