"""专项检查（上级）: the city asks, the live bureau has taken its units and has still to answer."""

from datetime import date, timedelta

from archives_enforcement.accounts.models import Bureau
from inspections.services import campaign_decisions, campaign_parts, campaigns, publishing
from reports.demo import visits
from reports.demo.people import SignIns
from units.models import Unit


def play(sign_ins: SignIns, city: Bureau, clerk, units: list[Unit], today: date) -> None:
    """`clerk` is the planner of the bureau below, `units` are those it takes."""
    planner = sign_ins.add("990100_clerk", ("clerk",), name="市局综合人员", bureau=city)
    head = sign_ins.add("990100_head", ("head",), name="市局机关负责人", bureau=city)
    checklist = visits.checklist_on(today)
    publishing.publish_list(checklist, actor=planner, on=today, published_on=today)
    campaign = campaigns.draft_campaign(
        actor=planner,
        on=today,
        bureaus=[clerk.bureau],
        name=f"{today.year}年档案安全专项检查",
        reference=f"示例档〔{today.year}〕8号",
        circular="关于开展档案安全专项检查的通知",
        begins_on=today,
        ends_on=today + timedelta(days=60),
        reports_from=today,
        due_on=today + timedelta(days=75),
        checklist=checklist,
        selection="number",
        unit_number=len(units),
        questions=["主要做法和成效", "存在的主要问题", "意见建议"],
    )
    campaigns.submit_campaign(campaign, actor=planner, on=today)
    campaign_decisions.issue_campaign(campaign, actor=head, on=today)
    part = campaign.participants.select_related("campaign", "bureau").get()
    campaign_parts.add_units(part, actor=clerk, on=today, units=units)
