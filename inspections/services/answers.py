"""单位的回复: what the unit reports goes to review; what it asks for or objects to is decided.

A request leaves the problem where it is: 异议不停止整改, and so does asking for time. Whoever sends
his answer while another one came in loses nothing: both are kept, one is taken.
"""

from datetime import date
from typing import NamedTuple

from archives_enforcement.audit import trail
from archives_enforcement.files import checks
from archives_enforcement.files.services import attach
from archives_enforcement.notifications.services import tell
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Refused, act, check_date, check_permission, lock
from inspections.models import Finding, Inspection, Reply
from inspections.queries.rectification import AWAITS_UNIT
from inspections.services import report_clock
from inspections.services.spot_fixes import AFTER, BEFORE
from inspections.workflow import FINDING_FLOW

REVIEW_CLOCK = "D-I09"  # how long the bureau may take over an answer
ATTACHED = "整改回复附件"


class Said(NamedTuple):
    """An answer in the unit's words.

    `until` is the day asked for when it needs more time, `share` how many percent are done of a
    part, `owner` who answers for it at the unit, `before` and `after` the pair of photos. `seen`
    is the key of the newest answer its writer had before him (0: there was none).
    """

    kind: str
    text: str
    until: date | None = None
    share: int | None = None
    owner: str = ""
    files: tuple = ()
    before: object = None
    after: object = None
    seen: int | None = None

    @property
    def is_request(self) -> bool:
        return self.kind in Reply.REQUESTS


@act
def reply(finding: Finding, *, actor, on: date, **said) -> Finding:
    """回复整改 by the unit itself, as `Said`; starts the bureau's time to answer (D-I09).

    Raises Refused when the problem does not wait for the unit, something is missing or a file is
    not acceptable. An answer written while another came in is kept beside it (`was_set_aside`).
    """
    said = Said(**said)
    return _answer(finding, "ask" if said.is_request else "reply", actor, on, said)


@act
def enter_reply(finding: Finding, *, actor, on: date, **said) -> Finding:
    """代录: staff enter what the unit handed in on paper; its scan is required."""
    said = Said(**said)
    if not said.files:
        raise Refused("代录必须附单位书面回复的扫描件或照片，请选择文件后再提交。")
    step = "enter_request" if said.is_request else "enter_reply"
    return _answer(finding, step, actor, on, said)


def _answer(finding, step: str, actor, on: date, said: Said) -> Finding:
    finding = lock(finding, actor)
    if said.seen is not None and (newer := _newer(finding, said, actor)):
        return _set_aside(finding, newer, step, actor, on, said)
    finding = FINDING_FLOW.advance(
        finding,
        step,
        actor=actor,
        on=on,
        write=lambda row: _keep(row, step, actor, on, said),
        details={"kind": said.kind},
        on_behalf_of=_behalf(finding, step),
    )
    report_clock.follow(finding.inspection, on=on)
    _tell_team(finding, actor, "提出了请求，请答复" if said.is_request else "回复了，请复核")
    return finding


def _behalf(finding, step: str) -> str:
    return finding.inspection.party.name if step.startswith("enter") else ""


def _newer(finding, said: Said, actor) -> Reply | None:
    """The answer that came in while this one was written; None when there is none."""
    newest = finding.replies.exclude(outcome=Reply.Outcome.ASIDE).order_by("-pk").first()
    if newest is None or newest.pk == said.seen:
        return None
    if (newest.replied_by, newest.kind, newest.text) == (actor, said.kind, said.text.strip()):
        raise Refused("这份回复刚才已经提交，不用再交一次。请刷新页面查看。")
    return newest


def _set_aside(finding, newer: Reply, step: str, actor, on: date, said: Said) -> Finding:
    """Keep the answer of him who came second; where the unit may still answer, ask him to look."""
    if finding.state in AWAITS_UNIT:
        raise Refused(
            f"您填写的时候，{newer.replied_by}提交了“{newer.get_kind_display()}”（见下面以前的回复）。"
            "您填的内容还在，请看过以后再提交；照片和材料需要重新选择。"
        )
    taken = FINDING_FLOW.transitions[step]
    check_permission(actor, taken.permission, taken.label)
    backfilled = check_date(actor, on)
    _write(finding, step, actor, on, said, outcome=Reply.Outcome.ASIDE)
    _tell_team(finding, actor, "同时交来另一份回复，列在问题页面")
    trail.record(
        finding,
        "set_aside",
        "同时提交的回复存入",
        actor=actor,
        on=on,
        backfilled=backfilled,
        details={"kind": said.kind, "beside": newer.pk},
        on_behalf_of=_behalf(finding, step),
    )
    return finding


def _keep(finding, step: str, actor, on: date, said: Said) -> dict:
    _write(finding, step, actor, on, said)
    party, bureau = finding.inspection.party, finding.inspection.bureau
    deadlines.start(finding, REVIEW_CLOCK, bureau=bureau, party=party, on=on)
    if not said.is_request:
        withdraw_request(finding, on)
    return {"owner": said.owner.strip()} if said.owner.strip() else {}


def withdraw_request(finding, on: date) -> None:
    """Who reports needs no more time; an objection still asks for its answer."""
    if asked := finding.waiting.get(Reply.Kind.MORE_TIME):
        asked.outcome, asked.reviewed_on = Reply.Outcome.WITHDRAWN, on
        asked.save(update_fields=["outcome", "reviewed_on"])


def _write(finding, step: str, actor, on: date, said: Said, outcome: str = "") -> Reply:
    if why := _incomplete(finding, said, on):
        raise Refused(why)
    answer = Reply.objects.create(
        finding=finding,
        kind=said.kind,
        text=said.text.strip(),
        until=said.until if said.kind == Reply.Kind.MORE_TIME else None,
        share=said.share if said.kind == Reply.Kind.PARTLY else None,
        replied_on=on,
        replied_by=actor,
        on_behalf=step.startswith("enter"),
        outcome=outcome,
    )
    pair = [(BEFORE, said.before), (AFTER, said.after)]
    for purpose, uploads in [
        *((name, [photo]) for name, photo in pair if photo),
        (ATTACHED, said.files),
    ]:
        attach(
            answer,
            uploads,
            purpose=purpose,
            actor=actor,
            bureau=finding.inspection.bureau,
            party=finding.inspection.party,
            shown_to_party=True,
        )
    return answer


def _incomplete(finding, said: Said, on: date) -> str | None:
    if said.kind not in Reply.Kind.values:
        return "请选择回复的种类：已经改好、改好了一部分、需要多一些时间，或者有不同意见。"
    if not said.text.strip():
        return "请写明情况：做了什么、哪天做好的，或者为什么需要时间、为什么不同意。"
    if not all(checks.shows_the_scene(photo) for photo in (said.before, said.after) if photo):
        return (
            "整改前、整改后应当是照片，没有提交。请拍照或者选 JPG、PNG 图片；其他文件放在材料里。"
        )
    if said.kind == Reply.Kind.PARTLY:
        return _wrong_share(finding, said.share)
    return _wrong_day(finding, said.until, on) if said.kind == Reply.Kind.MORE_TIME else None


def _wrong_share(finding, share: int | None) -> str | None:
    if share is None or not 1 <= share <= 99:
        return "改好了一部分的，请填写完成了百分之几（1 到 99）；全部做完的请选“已经改好”。"
    if share <= finding.progress:
        return f"局里已经认可完成 {finding.progress}%，请填写更高的比例。"
    return None


def _wrong_day(finding, until: date | None, on: date) -> str | None:
    if until is None:
        return "需要多一些时间的，请填写希望延到哪一天。"
    if until <= max(on, finding.due_on or on):
        return f"希望延到的日期应当晚于今天和现在的整改期限（{cn_date(finding.due_on or on)}）。"
    return None


def team_of(inspection: Inspection, *, without=None) -> list:
    """Who carries the visit on, in the place of those who went there."""
    members = inspection.team.select_related("user", "carried_by")
    people = [member.carried_by or member.user for member in members]
    return [person for person in people if person != without]


def _tell_team(finding, actor, what: str) -> None:
    inspection = finding.inspection
    text = f"{inspection.party}对第 {finding.position} 项问题{what}。"
    tell(team_of(inspection, without=actor), text, url=finding.get_absolute_url())
