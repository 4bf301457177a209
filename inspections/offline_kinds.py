"""The kinds of acts a device may send: each names the form and the service of the pages."""

from collections.abc import Callable
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from archives_enforcement.files import store
from archives_enforcement.files.queries import files_of
from archives_enforcement.workflow import Refused
from inspections.forms.concluding import ConcludeForm
from inspections.forms.site import MOST_PEOPLE, FactsForm, StartForm, StepForm
from inspections.models import Inspection
from inspections.queries import offline as queries
from inspections.queries.recording import officers_of
from inspections.services import concluding, evidence, recording, site_facts, spot_fixes, steps


class Conflict(Exception):
    """Another person recorded the same meanwhile; `theirs` is what stands now."""

    def __init__(self, theirs: dict):
        super().__init__("同一内容已有他人记录")
        self.theirs = theirs


class Sent(NamedTuple):
    """One act as a device sends it."""

    uuid: UUID
    kind: str
    at: datetime  # by the device's clock
    seen: str  # what the device knew of the thing it changes (queries.seen)
    data: dict
    file: object = None  # an uploaded file
    sha256: str = ""  # of the file, worked out on the device


class Doing(NamedTuple):
    """What the handler of a kind is given."""

    inspection: Inspection
    actor: object
    on: date
    sent: Sent

    @property
    def who(self) -> dict:
        return {"actor": self.actor, "on": self.on}


Handler = Callable[[Doing], dict | None]


def _cleaned(form) -> dict:
    if not form.is_valid():
        raise Refused(" ".join(text for texts in form.errors.values() for text in texts))
    return form.cleaned_data


def _start(doing: Doing) -> None:
    visit = doing.inspection
    if visit.state == Inspection.State.ON_SITE:
        arrived = f"{visit.arrived_at:%H:%M}" if visit.arrived_at else ""
        theirs = {"arrived_at": arrived, "place": visit.place, "steps": queries.steps_of(visit)}
        raise Conflict(theirs)
    data = doing.sent.data | {"on": doing.on.isoformat()}
    cleaned = _cleaned(StartForm(data, actor=doing.actor))
    cleaned.pop("on", None)
    recording.start(visit, **doing.who, **cleaned)


def _step(doing: Doing) -> dict:
    """One of the seven steps; what the page noted of itself gives way to what stands already."""
    visit, sent = doing.inspection, doing.sent
    step, at = str(sent.data.get("step", "")), _cleaned(StepForm(sent.data))["at"]
    before = queries.step_taken(visit, step)
    same = before["at"] == f"{at:%H:%M}" or bool(before["at"] and sent.data.get("by_itself"))
    if before["seen"] not in ("", sent.seen) and not same:
        raise Conflict(before)  # a 阅核 that a change has undone is simply taken again
    if not same:
        steps.take(visit, **doing.who, step=step, at=at)
    return {"seen": queries.step_taken(visit, step)["seen"]}


def _answer_by(service, rows: str, key: str) -> Handler:
    """The handler of one answered row: `rows` leads to what is recorded, `key` names the row."""

    def handle(doing: Doing) -> dict:
        data, visit = doing.sent.data, doing.inspection
        number, facts = _number(data), str(data.get("facts", "")).strip()
        mine = (str(data.get("result", "")), facts)
        before = getattr(visit, rows).filter(**{key: number}).first()
        same = before is not None and (before.result, before.facts) == mine
        if queries.seen(before) != doing.sent.seen and not same:
            raise Conflict(queries.shown(before, doing.actor) if before else {"seen": ""})
        if not same:
            service(visit, **doing.who, results={number: mine})
        return {"seen": queries.seen(getattr(visit, rows).get(**{key: number}))}

    return handle


def _number(data: dict) -> int:
    key = str(data.get("key", ""))
    if not key.isascii() or not key.isdecimal() or len(key) > 18:
        raise Refused("没有写明是哪一项，没有保存。请刷新页面后重新记录。")
    return int(key)


def _photo(doing: Doing) -> None:
    if doing.sent.file is None:
        raise Refused("照片没有传来，没有保存。请再拍一次。")
    visit, photos = doing.inspection, {_number(doing.sent.data): [doing.sent.file]}
    record = recording.record_look_back if visit.is_look_back else recording.record_items
    record(visit, **doing.who, results={}, photos=photos, each=True)  # an act is done once


def _withdraw(doing: Doing) -> None:
    """What was deleted on the device after it was sent; what never came is not missed.

    Of photos that are alike to the last byte one goes: the device deletes one at a time.
    """
    visit, sent = doing.inspection, doing.sent
    rows = visit.look_back_results if visit.is_look_back else visit.results
    key = {"finding" if visit.is_look_back else "item": _number(sent.data)}
    row = rows.filter(**key).first()
    sent_by_him = (
        files_of(row, doing.actor).filter(uploaded_by=doing.actor, purpose=recording.PHOTO)
        if row
        else ()
    )
    same = [file for file in sent_by_him if file.sha256 == sent.data.get("sha256")]
    for file in same[-1:]:
        evidence.withdraw(visit, **doing.who, file=file.pk, reason="拍摄人在离线设备上删除")


def _fix(doing: Doing) -> dict:
    """立行立改 with the photo of how it looks now; what it looked like the item's photo shows."""
    visit, sent = doing.inspection, doing.sent
    key, words = _number(sent.data), str(sent.data.get("words", "")).strip()
    if sent.file is None:
        raise Refused("整改后的照片没有传来，没有保存。请再拍一次。")
    before = queries.fix_shown(_result(visit, key))
    same = (before["words"], before["sha256"]) == (words, store.digest(sent.file.read()))
    sent.file.seek(0)
    if before["seen"] not in ("", sent.seen) and not same:
        raise Conflict(before)
    if not same:
        spot_fixes.fix_on_the_spot(visit, **doing.who, item=key, words=words, after=sent.file)
    return {"seen": queries.fix_shown(_result(visit, key))["seen"]}


def _result(visit: Inspection, item: int):
    return visit.results.select_related("spot_fix").filter(item=item).first()


def _facts(doing: Doing) -> dict:
    visit, sent = doing.inspection, doing.sent
    if queries.facts_seen(visit) != sent.seen:
        raise Conflict(queries.facts_of(visit) | {"seen": queries.facts_seen(visit)})
    form = FactsForm(sent.data | _people(sent.data.get("people")), visit=visit)
    _cleaned(form)
    site_facts.record_facts(visit, **doing.who, **form.facts)
    visit.refresh_from_db()
    return {"seen": queries.facts_seen(visit)}


def _people(rows) -> dict:
    """Rows of people as the fields of the form."""
    known = isinstance(rows, list) and all(isinstance(row, dict) for row in rows)
    if not known or len(rows) > MOST_PEOPLE:
        raise Refused(f"在场人员最多写 {MOST_PEOPLE} 人，没有保存。其他人写入“其他在场人员”。")
    return {
        f"{name}-{place}": row.get(name, "")
        for place, row in enumerate(rows)
        for name in queries.PERSON
    }


def _conclude(doing: Doing) -> None:
    """The end; only of the very record that the unit's head had before him on the device."""
    visit, sent = doing.inspection, doing.sent
    record = {
        "answers": queries.answers(visit),
        "facts": queries.facts_of(visit),
        "fixes": queries.fixes(visit),
    }
    signed = sent.data.get("signed")
    if not isinstance(signed, dict) or {"fixes": {}} | signed != record:
        raise Refused(
            "签字（拒签）时设备上的内容与系统里的记录不一致，没有保存。"
            "请先同步并处理两个版本不同的内容，再请单位负责人核对后签字。"
        )
    field = "photo" if sent.data.get("outcome") == ConcludeForm.REFUSED else "signature_file"
    files = {field: sent.file} if sent.file else {}
    signing = ConcludeForm(sent.data, files, officers=officers_of(visit), late=True)
    _cleaned(signing)
    concluding.conclude(visit, **doing.who, signing=signing.signing)


KINDS: dict[str, Handler] = {
    "start": _start,
    "step": _step,
    "item": _answer_by(recording.record_items, "results", "item"),
    "look_back": _answer_by(recording.record_look_back, "look_back_results", "finding"),
    "photo": _photo,
    "withdraw": _withdraw,
    "fix": _fix,
    "facts": _facts,
    "conclude": _conclude,
}
