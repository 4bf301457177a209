"""Reads of tips: what a code tells its holder, what may be a duplicate, whose turn it is."""

from datetime import date, timedelta
from typing import NamedTuple

from django.contrib.contenttypes.models import ContentType

from archives_enforcement.accounts import capabilities
from archives_enforcement.documents import verification
from archives_enforcement.navigation import Step
from archives_enforcement.templatetags.formats import cn_date, cn_day
from inspections import similarity
from inspections.models import Tip
from inspections.queries import tip_clocks
from inspections.queries.reporters import reporter_of
from inspections.tip_guards import HANDLING

S = Tip.State
SIGNS = verification.TYPED  # of 5 bits each: 80 bits, at ten tries a minute out of reach
WITHIN = timedelta(days=180)  # how far apart two tips on one matter may have come
SAME_NAME, LIKE, VERY_LIKE = 0.7, 0.25, 0.6  # shares of pairs of signs; a person decides
PROPOSED = 5
WORDS = {
    S.RECEIVED: "已经收到，正在审核。",
    S.ACCEPTED: "已经受理，正在办理。",
    S.REFUSED: "不予受理。",
    S.PASSED_ON: "不属于本机关职权，已经移送有权处理的部门。",
    S.ANSWERED: "已经办结。",
}


class Told(NamedTuple):
    """All that the holder of a query code learns."""

    received_on: date
    words: str
    answer: str
    answered_on: date | None


def new_code() -> str:
    return verification.new_code()[:SIGNS]


def digest(code: str) -> str:
    return capabilities.digest("tip", code)


def by_code(code: str) -> Told | None:
    """What became of the tip with this code; None for any other, whatever is wrong with it."""
    given = verification.signs(code)
    tip = Tip.objects.filter(digest=digest(given)).first()
    if tip is None or len(given) != SIGNS:
        return None
    main = tip.main or tip
    words = WORDS[main.state] + tip_clocks.promised(main)
    if main != tip:
        words = f"与反映同一事项的其他来件一并办理：{words}"
    return Told(tip.received_on, words, main.answer, main.answered_on)


def why_not_told(tip: Tip, way: str) -> str | None:
    """Whether the reporter can be told in this way."""
    kept = reporter_of(tip)
    reachable = kept is not None and kept.is_reachable
    if way not in Tip.Way.values:
        return "请选择告知方式。"
    if way == Tip.Way.PAGE and not tip.digest:
        return "这件来件没有查询码，请选择其他告知方式。"
    if way == Tip.Way.NONE and (reachable or tip.digest or tip.source in Tip.FROM_A_BODY):
        return f"反映人留有联系方式、查询码，或者是机关、单位的，应当告知。依据：{HANDLING}。"
    if way == Tip.Way.CALL and tip.source in (Tip.Source.WEB, Tip.Source.CALL) and not reachable:
        return "反映人没有留下联系方式，不能电话告知。"
    return None


class Likeness(NamedTuple):
    """A tip that may tell the same."""

    tip: Tip
    why: str


def candidates(tip: Tip, user) -> list[Likeness]:
    """What may be the same matter told before or since, the most alike first."""
    near = (tip.received_on - WITHIN, tip.received_on + WITHIN)
    rows = Tip.objects.visible_to(user).filter(
        bureau=tip.bureau_id, about=tip.about, received_on__range=near
    )
    rows = rows.exclude(pk=tip.pk).exclude(state=S.MERGED).order_by("-pk")[:200]
    found = [(row, *_shares(tip, row)) for row in rows]
    found = [
        (row, name, text)
        for row, name, text in found
        if text >= VERY_LIKE or (name >= SAME_NAME and text >= LIKE)
    ]
    found.sort(key=lambda one: one[1] + one[2], reverse=True)
    return [Likeness(row, _why(name, text)) for row, name, text in found[:PROPOSED]]


def _shares(tip: Tip, other: Tip) -> tuple[float, float]:
    name = similarity.share(tip.concerning, other.concerning)
    return name, similarity.share(tip.text, other.text)


def _why(name: float, text: float) -> str:
    same = "涉及的单位相同，" if name >= SAME_NAME else ""
    return f"{same}内容相近（{round(text * 100)}%）"


def next_step(tip: Tip) -> str:
    """What is to be done now, and by whom."""
    if tip.state == S.RECEIVED:
        wanted = "指定他人调查" if tip.about == Tip.About.ENFORCEMENT else "指定承办人"
        return f"请综合人员审核：受理的{wanted}，不属于本机关的移送，重复的并入。"
    if tip.state == S.ACCEPTED and tip.lead is not None:
        day = tip_clocks.answer_due(tip)
        until = f"在{cn_date(day)}前" if day else ""
        return f"由{tip.handler}核查线索，办结以后{until}答复反映人。"
    if tip.state == S.ACCEPTED:
        return "按对执法的投诉调查，查结以后答复反映人。"
    if tip.state == S.MERGED:
        return f"已并入{tip.main or tip.merged_into}，一并办理和答复。"
    return f"{tip.get_state_display()}，没有要办的事。"


def steps(tip: Tip) -> list[Step]:
    """收到, 审核, 办理, 答复."""
    place = {S.RECEIVED: 1, S.ACCEPTED: 2}.get(tip.state, 4)
    notes = (cn_day(tip.received_on), cn_day(tip.triaged_on), "", cn_day(tip.answered_on))
    return [
        Step(label, "done" if at < place else "now" if at == place else "", note)
        for at, (label, note) in enumerate(
            zip(("收到", "审核", "办理", "答复"), notes, strict=True)
        )
    ]


def from_whom(tip: Tip) -> str:
    """Where it came from, in words."""
    return f"{tip.get_source_display()}（{tip.body}）" if tip.body else tip.get_source_display()


def behind(lead, user) -> Tip | None:
    """The tip a lead was made from, for who may open it."""
    if not user.has_perm("inspections.view_tip"):
        return None
    return Tip.objects.visible_to(user).filter(lead=lead).first()


def closed_clocks(clocks, user) -> set[int]:
    """Keys of those clocks that run on a tip which `user` may not open."""
    kind = ContentType.objects.get_for_model(Tip)
    on_tips = {clock.pk: clock.object_id for clock in clocks if clock.content_type_id == kind.pk}
    if not on_tips:
        return set()
    shown = Tip.objects.visible_to(user).filter(pk__in=on_tips.values())
    read = set(shown.values_list("pk", flat=True))
    return {clock for clock, tip in on_tips.items() if tip not in read}


def as_lead_text(tip: Tip) -> str:
    """What is proposed to stand in the lead; a person takes out what tells who reported."""
    facts = (("时间", tip.happened), ("地点", tip.place), ("涉及", tip.concerning))
    known = "；".join(f"{label}：{fact}" for label, fact in facts if fact)
    return f"{tip.text}\n（{known}；{cn_date(tip.received_on)}收到）"
