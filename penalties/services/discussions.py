"""集体讨论: who was there, what each one said, and the signed minutes (第五十七条第二款)."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from archives_enforcement.accounts.models import User
from archives_enforcement.audit import trail
from archives_enforcement.files.services import attach
from archives_enforcement.workflow import Refused, act, check_date, check_permission, lock
from penalties import no_penalty_guards
from penalties.models import Case, Discussion, Voice
from penalties.queries import discussions
from penalties.queries.law import PENALTY_LAW
from penalties.services.handling import check_state, stated

S = Case.State
DISCUSSED_IN = (S.PROPOSED, S.NOTIFIED, S.IN_REVIEW, S.REVIEWED)
WAIVED_IN = (S.INVESTIGATED, *DISCUSSED_IN)  # 不予处罚: as soon as the facts are established
MINUTES = f"讨论记录和结论（{PENALTY_LAW}第五十七条第二款）"
LEAST = 2  # a discussion of one is none
ARTICLE = f"依据：{PENALTY_LAW}第五十七条第二款"
RULE = f"{ARTICLE}，本机关集体讨论制度（过半数）。"  # the law names no quorum


class Said(NamedTuple):
    """One member: name, post, whether he agrees to the proposal, his words, his account if any."""

    name: str
    post: str
    agrees: bool
    opinion: str
    person: User | None = None


@act
def record(
    case: Case,
    *,
    actor,
    on: date,
    held_on: date,
    expected: int,
    members: Sequence[Said],
    record: str,
    files,
    no_penalty: bool = False,
) -> Discussion:
    """登记集体讨论 of the present proposal by the heads, with the scan of the signed minutes.

    `no_penalty`: they spoke of 不予处罚, where the law leaves that to them. `expected` is how
    many belong to the collective. Carried by more than half of those present; who investigated
    or reviewed the case reports to it and has no voice.
    """
    case = lock(case, actor)
    check_permission(actor, "penalties.decide_case", "登记集体讨论")
    check_state(case, WAIVED_IN if no_penalty else DISCUSSED_IN, "登记集体讨论")
    backfilled = check_date(actor, on)
    _check_matter(case, no_penalty, held_on, on)
    members = [_known(case, row) for row in members]
    _check_members(case, members, expected)
    if not files:
        raise Refused(f"请附上参加人员签名的讨论记录扫描件。{ARTICLE}，第四十七条。")
    agreed = sum(row.agrees for row in members)
    made = Discussion.objects.create(
        case=case, assessment=None if no_penalty else case.assessment,
        held_on=held_on, expected=expected,
        present="、".join(row.name for row in members), carried=agreed * 2 > len(members),
        record=stated(record, MINUTES), recorded_by=actor,
    )  # fmt: skip
    Voice.objects.bulk_create(Voice(discussion=made, **row._asdict()) for row in members)
    attach(made, files, purpose="集体讨论记录", actor=actor, bureau=case.bureau)
    details = {"expected": expected, "present": len(members), "agreed": agreed}
    trail.record(
        case, "discuss", "集体讨论", actor=actor, on=on, backfilled=backfilled, details=details
    )
    return made


def _check_matter(case: Case, no_penalty: bool, held_on: date, on: date) -> None:
    """There was something to speak of on the day: the proposal, or facts that let the act go."""
    if no_penalty and (why := no_penalty_guards.left_to_the_heads(case, on)):
        raise Refused(why)
    begun = case.investigated_on if no_penalty else case.assessment.made_on
    if not begun <= held_on <= on:
        after = "调查终结" if no_penalty else "拟处罚意见确定"
        raise Refused(f"讨论日期应当在{after}之后、今天以前。{ARTICLE}。")


def _check_members(case: Case, members: Sequence[Said], expected: int) -> None:
    names = [row.person or row.name for row in members]
    if len(names) < LEAST or len(set(names)) < len(names):
        raise Refused(f"请逐人写明参加讨论的负责人和各自的意见，至少两人，不能重复。{ARTICLE}。")
    if not len(names) * 2 > expected >= len(names):
        raise Refused(
            f"应到 {expected} 人，到会 {len(names)} 人，到会人数应当超过应到人数的一半，"
            f"不超过应到人数，请核对。{RULE}"
        )
    _check_voices(case, members)


def _known(case: Case, row: Said) -> Said:
    """The member with his account: chosen, or found by a name that only one has."""
    if row.person is not None:
        return row._replace(name=str(row.person))
    name = "".join(row.name.split())
    found = [it for it in User.objects.filter(bureau=case.bureau) if _bare(it) == name]
    if len(found) > 1:
        raise Refused(f"本机关有 {len(found)} 个“{name}”，请选择他的账号。{ARTICLE}。")
    return row._replace(person=found[0] if found else None)


def _bare(person: User) -> str:
    return "".join(str(person).split())


def _check_voices(case: Case, members: Sequence[Said]) -> None:
    """By account; who has none is known by his name alone."""
    barred = discussions.barred(case)
    names = {_bare(person): why for person, why in barred.items()}
    for row in members:
        why = barred.get(row.person) if row.person else names.get("".join(row.name.split()))
        if why:
            raise Refused(
                f"{row.name}{why}，可以汇报，不能作为讨论人员表决。{ARTICLE}，第四十三条、第五十八条。"
                if why != discussions.RECUSED
                else f"{row.name}{why}，不能参加本案的讨论。依据：{PENALTY_LAW}第四十三条。"
            )
