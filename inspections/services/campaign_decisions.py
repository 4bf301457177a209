"""Decisions on a 专项检查（上级）: return, issue, extend, close, withdraw."""

from datetime import date

from archives_enforcement.notifications.services import tell
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workflow import Refused, act
from inspections.models import Campaign
from inspections.queries import campaigns as queries
from inspections.workflow import CAMPAIGN_FLOW


@act
def return_campaign(campaign: Campaign, *, actor, on: date, note: str) -> Campaign:
    """退回修改, with the reason the drafter needs."""
    _asked(note, "请写明退回的原因，便于起草人修改。")
    campaign = CAMPAIGN_FLOW.advance(campaign, "return_campaign", actor=actor, on=on, note=note)
    tell([campaign.drafted_by], f"{campaign}被退回：{note}", url=campaign.get_absolute_url())
    return campaign


@act
def issue_campaign(campaign: Campaign, *, actor, on: date) -> Campaign:
    """下达 by the head: the bureaux below see it from now on and are told."""
    campaign = CAMPAIGN_FLOW.advance(
        campaign,
        "issue",
        actor=actor,
        on=on,
        write=lambda row: {"issued_by": actor, "issued_on": on},
    )
    _tell_all(
        campaign,
        f"{campaign.cited}已{campaign.deciding}，请选定单位并于{cn_date(campaign.due_on)}前报送。",
    )
    return campaign


@act
def extend_campaign(campaign: Campaign, *, actor, on: date, due_on: date, note: str) -> Campaign:
    """延长报送期限, also once it has run out; who takes part is told, the first day is kept."""
    _asked(note, "请写明延长的理由；上级交办的，写明上级的文号或者通知。")

    def write(row):
        if due_on <= row.due_on:
            raise Refused({"due_on": f"新的截止日期应当晚于现在的{cn_date(row.due_on)}。"})
        if due_on < on:
            raise Refused({"due_on": "新的截止日期已经过去，请改为今天或者以后的日期。"})
        return {"due_on": due_on, "first_due_on": row.first_due_on or row.due_on}

    campaign = CAMPAIGN_FLOW.advance(
        campaign, "extend", actor=actor, on=on, note=note, write=write,
        details={"due_on": due_on.isoformat()},
    )  # fmt: skip
    _tell_all(campaign, f"{campaign}的报送期限延长至{cn_date(due_on)}：{note.strip()}")
    return campaign


@act
def close_campaign(campaign: Campaign, *, actor, on: date, note: str) -> Campaign:
    """结束, with a word on how it ended; tables that have not come are not taken any more."""
    return _end(campaign, "close", actor, on, note, "请写明结束的说明，如各机关报送的情况。")


@act
def withdraw_campaign(campaign: Campaign, *, actor, on: date, note: str) -> Campaign:
    """撤回, with the reason: no visit is arranged for it any more; those held stay as they are."""
    return _end(campaign, "withdraw", actor, on, note, "请写明撤回的原因，参加机关会看到。")


def _end(campaign: Campaign, step: str, actor, on: date, note: str, ask: str) -> Campaign:
    _asked(note, ask)
    ending = {"ended_on": on, "ending": note.strip()}
    campaign = CAMPAIGN_FLOW.advance(
        campaign, step, actor=actor, on=on, note=note, write=lambda row: ending
    )
    _tell_all(campaign, f"{campaign}{campaign.get_state_display()}：{note.strip()}")
    return campaign


def _asked(note: str, ask: str) -> None:
    if not note.strip():
        raise Refused({"note": ask})


def _tell_all(campaign: Campaign, text: str) -> None:
    for part in campaign.participants.select_related("bureau"):
        tell(queries.heads_and_planners(part.bureau), text, url=part.get_absolute_url())
