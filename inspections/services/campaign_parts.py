"""Acts on one bureau's part in a 专项检查（上级）: units, table, sending; and what answers it."""

from collections.abc import Iterable, Mapping
from datetime import date

from django.utils import timezone

from archives_enforcement.audit import trail
from archives_enforcement.notifications.services import tell
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workflow import Act, Refused, act, check_date, check_permission, lock
from inspections import campaign_guards
from inspections.models import CampaignUnit, Participant, ReportBack
from inspections.queries import campaigns as queries
from inspections.queries.campaign_figures import figures_of
from inspections.workflow import PART_FLOW
from units.models import Unit

ANSWER, SEND = "inspections.answer_campaign", "inspections.send_campaign"
DIRECT = "inspections.draft_campaign"
LONGEST_ANSWER = 5000


def _ours(part: Participant, actor, on: date, label: str) -> Participant:
    """The part, locked, while the actor's bureau may still change it; Refused otherwise."""
    part = lock(part, actor)
    check_permission(actor, ANSWER, label)
    check_date(actor, on)
    now = Act(actor, on, ANSWER)
    for guard in (campaign_guards.by_our_own, campaign_guards.is_running):
        if why := guard(part, now):
            raise Refused(why)
    if part.state != Participant.State.OPEN:
        raise Refused(
            f"报送表的状态是“{part.get_state_display()}”，不能{label}。"
            "待签发的请机关负责人退回；已报送的请上级退回。"
        )
    return part


@act
def add_units(part: Participant, *, actor, on: date, units: Iterable[Unit]) -> list[CampaignUnit]:
    """选定单位 from the actor's own register; Refused for units of others or closed ones."""
    part = _ours(part, actor, on, "选定单位")
    chosen = {unit.pk for unit in units}
    if not chosen:
        raise Refused("还没有选择单位，请至少勾选一个单位。")
    found = list(queries.selectable_units(part, actor).filter(pk__in=chosen))
    if len(found) < len(chosen):
        kind = part.campaign.get_unit_kind_display()
        raise Refused(
            "所选单位中有的不在本机关名册上、已经撤销、已经选定"
            f"{f'，或者不是{kind}' if kind else ''}，请刷新页面后重新选择。"
        )
    rows = [CampaignUnit.objects.create(participant=part, unit=unit) for unit in found]
    _note(part, "take_units", "选定专项检查单位", actor, on, units=[str(row) for row in found])
    return rows


@act
def remove_unit(row: CampaignUnit, *, actor, on: date) -> Participant:
    """移除 a unit that was taken; Refused once a visit is arranged."""
    row = CampaignUnit.objects.visible_to(actor).select_related("unit__party").get(pk=row.pk)
    part = _ours(row.participant, actor, on, "移除单位")
    if queries.visits_of(part).filter(unit=row.unit_id).exists():
        raise Refused(f"{row.unit}已经安排检查，不能移除。确实不检查的，请先取消检查。")
    row.delete()
    _note(part, "drop_unit", "移除专项检查单位", actor, on, units=[str(row.unit)])
    return part


@act
def write_table(
    part: Participant, *, actor, on: date, answers: Mapping[str, str], shortfall: str = ""
) -> Participant:
    """填写报送表: the words to the questions of the campaign; figures are counted, not typed."""
    part = _ours(part, actor, on, "填写报送表")
    questions = part.campaign.questions
    if unknown := set(answers) - set(questions):
        raise Refused(f"报送表没有这些内容：{'、'.join(sorted(unknown))}。请刷新页面。")
    if long := next((row for row in answers if len(answers[row]) > LONGEST_ANSWER), None):
        raise Refused(f"“{long}”写得太长，不超过 {LONGEST_ANSWER} 个字。")
    part.answers = {row: answers.get(row, "").strip() for row in questions}
    part.shortfall, part.prepared_by = shortfall.strip(), actor
    part.save(update_fields=["answers", "shortfall", "prepared_by"])
    _note(part, "write_table", "填写报送表", actor, on)
    return part


def _note(part: Participant, action: str, label: str, actor, on: date, **details) -> None:
    late = on < trail.today()
    trail.record(part, action, label, actor=actor, on=on, backfilled=late, details=details)


@act
def submit_table(part: Participant, *, actor, on: date) -> Participant:
    """提交签发; whoever hands it in answers for it."""
    return PART_FLOW.advance(
        part, "submit_table", actor=actor, on=on, write=lambda row: {"prepared_by": actor}
    )


@act
def return_table(part: Participant, *, actor, on: date, note: str) -> Participant:
    """The head returns it to whoever wrote it."""
    _asked(note, "请写明退回的原因，便于填报人修改。")
    part = _back(part, "return_table", actor, on, note)
    tell([part.prepared_by], f"{part.campaign}报送表被退回：{note}", url=part.get_absolute_url())
    return part


@act
def send_table(part: Participant, *, actor, on: date) -> Participant:
    """签发报送: figures are counted and frozen at this moment, whatever happens afterwards."""
    part = PART_FLOW.advance(
        part, "send", actor=actor, on=on, write=lambda row: _freeze(row, actor, on),
        details=lambda row: {"figures": queries.last_table(row).figures},
    )  # fmt: skip
    campaign = part.campaign
    if not campaign.is_entered:
        tell(
            queries.heads_and_planners(campaign.bureau),
            f"{part.bureau}报送了{campaign}的报送表，请审阅。",
            url=campaign.get_absolute_url(),
        )
    return part


def _freeze(part: Participant, actor, on: date) -> dict:
    ReportBack.objects.create(
        participant=part,
        figures=[figure.as_data() for figure in figures_of(part)],
        answers=part.answers,
        shortfall=part.shortfall,
        remark=queries.still_open(part),
        counted_at=timezone.now(),
        sent_on=on,
        sent_by=actor,
    )
    return {"returned": ""}


@act
def send_back(part: Participant, *, actor, on: date, note: str) -> Participant:
    """退回重报 by the one above; for an entered campaign the bureau notes what it was told.

    The table that was sent stays as it was; another follows.
    """
    _asked(note, "请写明退回的原因，便于参加机关改正后重报。")
    part = _back(part, "send_back", actor, on, note)
    return _answered(part, actor, on, "退回", note)


@act
def accept_table(part: Participant, *, actor, on: date) -> Participant:
    """接收 by the one above; nothing of the table changes any more."""
    part = PART_FLOW.advance(part, "accept", actor=actor, on=on)
    return _answered(part, actor, on, "接收", "")


def _back(part: Participant, step: str, actor, on: date, note: str) -> Participant:
    return PART_FLOW.advance(
        part, step, actor=actor, on=on, note=note, write=lambda row: {"returned": note.strip()}
    )


def _answered(part: Participant, actor, on: date, word: str, note: str) -> Participant:
    """Told below, and noted in the books of the one above too."""
    campaign = part.campaign
    if not campaign.is_entered:
        _note_above(part, f"{word}报送表", actor, on, note)
    said = f"{campaign.superior}{word}了{campaign}的报送表{f'：{note}' if note else '。'}"
    tell(queries.heads_and_planners(part.bureau), said, url=part.get_absolute_url())
    return part


def _note_above(part: Participant, label: str, actor, on: date, note: str) -> None:
    trail.record(
        part.campaign, "answer_table", label, actor=actor, on=on, note=note,
        backfilled=on < trail.today(), details={"bureau": str(part.bureau)},
    )  # fmt: skip


@act
def urge(part: Participant, *, actor, on: date, note: str = "") -> Participant:
    """催报: heads and planners of the bureau below are told; recorded, once a day at most."""
    part = lock(part, actor)
    check_permission(actor, DIRECT, "催报")
    check_date(actor, on)
    if why := why_not_urge(part, actor, on):
        raise Refused(why)
    part.urged_on, part.urged_times = on, part.urged_times + 1
    part.save(update_fields=["urged_on", "urged_times"])
    due = cn_date(part.campaign.due_on)
    text = f"催报：{part.campaign}的报送表应当于{due}前报送。{note.strip()}"
    tell(queries.heads_and_planners(part.bureau), text, url=part.get_absolute_url())
    _note_above(part, "催报", actor, on, note.strip())
    return part


def why_not_urge(part: Participant, actor, on: date) -> str | None:
    """Why the bureau need not be reminded now."""
    now = Act(actor, on, DIRECT)
    if part.campaign.is_entered:
        return "这是本机关登记的上级交办，没有下级机关可以催报。"
    for guard in (campaign_guards.by_the_one_above, campaign_guards.is_running):
        if why := guard(part, now):
            return why
    if part.state not in Participant.WAITING:
        return f"{part.bureau}已经报送，不用催报。"
    if part.urged_on == on:
        return "今天已经催报过，同一天只催报一次。"
    return None


def _asked(note: str, ask: str) -> None:
    if not note.strip():
        raise Refused({"note": ask})
