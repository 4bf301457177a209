"""How far a 专项检查（上级） has come: what each bureau has sent, and what happens next."""

from datetime import date
from typing import NamedTuple

from django.db.models import Prefetch

from archives_enforcement.navigation import Step
from archives_enforcement.templatetags.formats import cn_date, cn_day
from inspections.models import Campaign, Participant, ReportBack
from inspections.queries import returns

S, P = Campaign.State, Participant.State


class Standing(NamedTuple):
    """One bureau's line in the table over all of them."""

    participant: Participant
    table: ReportBack | None  # what it sent, while that stands
    late: str
    urged: str

    def value(self, key: str) -> int | None:
        """A figure of the table; None as long as there is none."""
        if self.table is None:
            return None
        return next((row["value"] for row in self.table.figures if row["key"] == key), None)


def standing(campaign: Campaign, today: date) -> list[Standing]:
    """Every bureau of the campaign with what it has sent."""
    tables = Prefetch("tables", ReportBack.objects.order_by("pk"), to_attr="sent_tables")
    rows = campaign.participants.select_related("bureau").prefetch_related(tables)
    return [_standing(row, campaign, today) for row in rows.order_by("bureau__code", "pk")]


def _standing(row: Participant, campaign: Campaign, today: date) -> Standing:
    counts = row.state not in Participant.WAITING and row.sent_tables
    table = row.sent_tables[-1] if counts else None
    urged = f"催报 {row.urged_times} 次，最近{cn_day(row.urged_on)}" if row.urged_times else ""
    return Standing(row, table, late_words(row, campaign, table, today), urged)


def late_words(row: Participant, campaign: Campaign, table: ReportBack | None, today: date) -> str:
    if table is not None:
        return "逾期报送" if table.sent_on > campaign.due_on else ""
    waits = row.state in Participant.WAITING and campaign.state == S.ISSUED
    return "逾期未报" if waits and today > campaign.due_on else ""


def next_step(campaign: Campaign, rows: list[Standing]) -> str:
    """What happens next, in one sentence."""
    waiting = sum(row.participant.state in Participant.WAITING for row in rows)
    sentences = {
        S.DRAFT: f"核对清单、期间和报送内容，再提交机关负责人{campaign.deciding}。",
        S.SUBMITTED: f"等待机关负责人{campaign.deciding}；其间不能修改。",
        S.ISSUED: f"还有 {waiting} 个机关没有报送，截止{cn_day(campaign.due_on)}。"
        if waiting
        else "各机关已全部报送，审阅后可以结束。",
        S.CLOSED: f"{cn_date(campaign.ended_on)}结束。{campaign.ending}",
        S.WITHDRAWN: f"{cn_date(campaign.ended_on)}撤回。{campaign.ending}",
        S.DISCARDED: "草稿已放弃。",
    }
    return sentences[campaign.state]


def reason_of_return(campaign: Campaign, user) -> str:
    """Why a draft came back; empty for a draft nobody has returned."""
    return returns.reason_of_return(campaign, user, "return_campaign")


def steps(campaign: Campaign) -> list[Step]:
    """起草, 下达, 检查和报送, 结束."""
    order = (S.DRAFT, S.SUBMITTED, S.ISSUED, S.CLOSED)
    reached = order.index(campaign.state) if campaign.state in order else -1
    if campaign.state == S.CLOSED:
        reached = len(order)
    notes = (
        "", cn_day(campaign.issued_on), f"至{cn_day(campaign.due_on)}", cn_day(campaign.ended_on),
    )  # fmt: skip
    labels = ("起草", campaign.deciding, "检查和报送", "结束")
    return [
        Step(label, "done" if place < reached else "now" if place == reached else "", note)
        for place, (label, note) in enumerate(zip(labels, notes, strict=True))
    ]


ABOVE_NEXT = {
    P.SENT: "审阅报送表，接收或者退回重报。",
    P.ACCEPTED: "报送表已接收。",
}


def part_next_step(participant: Participant, open_words: str, *, ours: bool) -> str:
    """What happens next, to the bureau that reports (`ours`) or to the one that waits for it."""
    campaign = participant.campaign
    if campaign.state != S.ISSUED:
        return f"专项检查{campaign.get_state_display()}。{campaign.ending}"
    due = f"{cn_date(campaign.due_on)}前报送"
    if not ours:
        waits = participant.state in Participant.WAITING
        return f"等待{participant.bureau}于{due}。" if waits else ABOVE_NEXT[participant.state]
    sentences = {
        P.OPEN: f"选定单位、安排检查，填写报送表，{due}。",
        P.SUBMITTED: f"等待机关负责人签发报送表，{due}。",
        P.SENT: "已报送，等待上级审阅。" if not campaign.is_entered else "已签发，请导出送上级。",
        P.ACCEPTED: "上级已接收报送表。",
    }
    more = f"还差：{open_words}。" if open_words and participant.state == P.OPEN else ""
    return sentences[participant.state] + more
