"""Acts on a 专项检查（上级） by whoever holds it: draft, enter, revise and hand in."""

from collections.abc import Iterable
from datetime import date

from archives_enforcement.accounts.models import Bureau
from archives_enforcement.audit import trail
from archives_enforcement.files.services import attach
from archives_enforcement.workflow import Refused, act, check_date, check_permission, lock
from inspections.models import Campaign, Participant
from inspections.workflow import CAMPAIGN_FLOW

DRAFT, ISSUE = "inspections.draft_campaign", "inspections.issue_campaign"
WORDS = (
    "name", "superior", "reference", "circular", "begins_on", "ends_on", "reports_from", "due_on",
    "checklist", "selection", "unit_kind", "unit_number", "questions",
)  # fmt: skip


MOST_QUESTIONS, LONGEST_QUESTION = 20, 100


@act
def draft_campaign(*, actor, on: date, bureaus: Iterable[Bureau], **words) -> Campaign:
    """起草 a campaign for bureaux below; `words` are the fields named in WORDS but `superior`.

    Raises Refused for a bureau that does not stand below the actor's.
    """
    check_permission(actor, DRAFT, "起草专项检查")
    words["superior"] = actor.bureau.name
    campaign = _begin(actor, on, Campaign.Origin.BELOW, words)
    _set_participants(campaign, bureaus)
    return _noted(campaign, "draft_campaign", "起草专项检查", actor, on)


@act
def enter_campaign(*, actor, on: date, files, **words) -> Campaign:
    """登记上级交办: the superior is no user here, so the bureau holds the campaign for itself.

    `superior` is its name; the circular's scan must come along, since the visits rest on it.
    """
    check_permission(actor, DRAFT, "登记上级交办的专项检查")
    if not files:
        raise Refused({"files": "请上传上级文件的扫描件：检查按它进行，也是不受频次上限的凭据。"})
    campaign = _begin(actor, on, Campaign.Origin.ENTERED, words)
    attach(campaign, files, purpose="上级文件", actor=actor, bureau=campaign.bureau)
    Participant.objects.create(campaign=campaign, bureau=campaign.bureau)
    return _noted(campaign, "enter_campaign", "登记上级交办的专项检查", actor, on)


def _begin(actor, on: date, origin: str, words: dict) -> Campaign:
    check_date(actor, on)
    campaign = Campaign(bureau=actor.bureau, origin=origin, drafted_by=actor)
    _write(campaign, words)
    campaign.save()
    return campaign


def _write(campaign: Campaign, words: dict) -> None:
    for name, value in words.items():
        if name not in WORDS:
            raise TypeError(name)
        setattr(campaign, name, value.strip() if isinstance(value, str) else value)
    campaign.questions = _questions(campaign.questions)
    _check_selection(campaign)
    _check_list(campaign)
    campaign.validate_constraints()


def _questions(rows: Iterable[str]) -> list[str]:
    """What is asked in words, each once, without empty lines."""
    found = list(dict.fromkeys(text for row in rows if (text := row.strip())))
    if len(found) > MOST_QUESTIONS:
        raise Refused(f"文字内容最多 {MOST_QUESTIONS} 项，现在有 {len(found)} 项，请合并。")
    if long := next((row for row in found if len(row) > LONGEST_QUESTION), None):
        raise Refused(f"“{long[:20]}…”太长，每项不超过 {LONGEST_QUESTION} 个字。")
    return found


def _check_selection(campaign: Campaign) -> None:
    if campaign.selection == Campaign.Selection.EVERY and not campaign.unit_kind:
        raise Refused({"unit_kind": "一类单位全部检查的，请选择单位性质。"})
    if campaign.selection == Campaign.Selection.NUMBER:
        if not campaign.unit_number:
            raise Refused({"unit_number": "请填写每个机关至少检查几个单位。"})
    else:
        campaign.unit_number = None


def _check_list(campaign: Campaign) -> None:
    rows = type(campaign.checklist).objects.adopted_for(campaign.bureau)
    if not rows.filter(pk=campaign.checklist_id).exists():
        raise Refused(
            f"“{campaign.checklist}”不是本机关已采用的清单，不能用于专项检查。"
            "请先采用，或者改选已采用的清单。"
        )


def _set_participants(campaign: Campaign, bureaus: Iterable[Bureau]) -> None:
    chosen = {bureau.pk: bureau for bureau in bureaus}
    if not chosen:
        raise Refused({"bureaus": "还没有选择参加机关，请至少勾选一个。"})
    if outside := [row.name for row in chosen.values() if not row.stands_below(campaign.bureau)]:
        raise Refused(
            f"{'、'.join(outside)}不是{campaign.bureau}的下级档案主管部门，不能列为参加机关。"
            "请从列出的下级机关中选择。"
        )
    campaign.participants.exclude(bureau__in=chosen).delete()
    known = set(campaign.participants.values_list("bureau", flat=True))
    Participant.objects.bulk_create(
        Participant(campaign=campaign, bureau=bureau)
        for key, bureau in chosen.items()
        if key not in known
    )


def _noted(campaign: Campaign, action: str, label: str, actor, on: date) -> Campaign:
    bureaus = [str(row.bureau) for row in campaign.participants.select_related("bureau")]
    trail.record(
        campaign, action, label, actor=actor, on=on, backfilled=on < trail.today(),
        details={"name": campaign.name, "reference": campaign.reference, "bureaus": bureaus},
    )  # fmt: skip
    return campaign


@act
def revise_campaign(
    campaign: Campaign, *, actor, on: date, bureaus: Iterable[Bureau] = (), files=(), **words
) -> Campaign:
    """修改 a draft; an entered one keeps its bureau and may get further scans."""
    campaign = lock(campaign, actor)
    check_permission(actor, DRAFT, "修改专项检查")
    if campaign.state != Campaign.State.DRAFT:
        raise Refused(
            f"专项检查的状态是“{campaign.get_state_display()}”，不能修改。"
            "待下达的请机关负责人先退回；已下达的请撤回后重新起草。"
        )
    check_date(actor, on)
    _write(campaign, words)
    campaign.save(update_fields=WORDS)
    if campaign.is_entered:
        attach(campaign, files, purpose="上级文件", actor=actor, bureau=campaign.bureau)
    else:
        _set_participants(campaign, bureaus)
    return _noted(campaign, "revise_campaign", "修改专项检查", actor, on)


@act
def submit_campaign(campaign: Campaign, *, actor, on: date) -> Campaign:
    return CAMPAIGN_FLOW.advance(campaign, "submit", actor=actor, on=on)


@act
def discard_campaign(campaign: Campaign, *, actor, on: date) -> Campaign:
    """放弃草稿: it stays in the trail and nowhere else."""
    return CAMPAIGN_FLOW.advance(campaign, "discard", actor=actor, on=on)
