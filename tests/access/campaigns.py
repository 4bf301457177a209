"""专项检查（上级）: one that each bureau entered itself, and those of the bureau above."""

from datetime import date, timedelta

from django.utils import timezone

from inspections.services import campaign_decisions, campaign_parts
from inspections.services import campaigns as services
from tests.access.sides import Side
from tests.inspections import campaigning


def _days() -> dict:
    today = timezone.localdate()
    return {
        "begins_on": today - timedelta(days=10),
        "ends_on": today + timedelta(days=60),
        "reports_from": today,
        "due_on": today + timedelta(days=70),
    }


def entered(side: Side) -> dict:
    """A draft of what a superior outside asked."""
    row = services.enter_campaign(
        actor=side.team.desk, on=timezone.localdate(), files=[campaigning.scan()],
        **campaigning.words(name=side.mark("campaign"), superior="示例部委", **_days()),
    )  # fmt: skip
    return {"campaign_entered": row}


def from_above(above: Side, side: Side, checklist) -> dict:
    """The campaigns of the bureau above, and the part of the bureau below in those it issued."""
    desk, chief, on = above.team.desk, above.team.chief, timezone.localdate()

    def draft(mark: str, word: str):
        facts = {"name": above.mark(mark) + word, "checklist": checklist, **_days()}
        return campaigning.drafted(desk, side.bureau, on=on, **facts)

    def issue(word: str):
        row = services.submit_campaign(draft("campaign", word), actor=desk, on=on)
        return campaigning.part_of(
            campaign_decisions.issue_campaign(row, actor=chief, on=on), side.bureau
        )

    waiting = draft("campaigndraft", "二")
    parts = {word: issue(word) for word in "甲乙丙丁"}
    (row,) = campaigning.take(parts["甲"], side.team.desk, side.unit, on=on)
    _write(side, parts["甲"], "campaigndraft", on)
    return {
        "list_above": checklist,
        "campaign_draft": draft("campaigndraft", "一"),
        "campaign_submitted": services.submit_campaign(waiting, actor=desk, on=on),
        "campaign_issued": parts["甲"].campaign,
        "campaign_unit": row,
        "part_open": parts["甲"],
        "part_submitted": _handed_in(side, parts["乙"], "campaigndraft", on),
        "part_sent": campaign_parts.send_table(
            _handed_in(side, parts["丙"], "campaigntable", on), actor=side.team.chief, on=on
        ),
        "campaign_sent": parts["丙"].campaign,
        "part_returned": _returned(side, parts["丁"], desk, on),
    }


def _write(side: Side, part, mark: str, on: date):
    answers = {question: side.mark(mark) for question in part.campaign.questions}
    return campaign_parts.write_table(part, actor=side.team.desk, on=on, answers=answers)


def _returned(side: Side, part, desk, on: date):
    table = _handed_in(side, part, "campaigntable", on)
    table = campaign_parts.send_table(table, actor=side.team.chief, on=on)
    return campaign_parts.send_back(table, actor=desk, on=on, note="补充")


def _handed_in(side: Side, part, mark: str, on: date):
    campaigning.take(part, side.team.desk, side.unit, on=on)
    _write(side, part, mark, on)
    return campaign_parts.submit_table(part, actor=side.team.desk, on=on)
