"""Campaigns brought to a state through the services, on fixed days of 2026."""

from datetime import date

from django.core.files.uploadedfile import SimpleUploadedFile

from inspections.models import Campaign
from inspections.services import campaign_decisions, campaign_parts, campaigns, publishing
from tests.inspections import arranging

ON = date(2026, 3, 2)
BEGINS, ENDS = date(2026, 3, 9), date(2026, 6, 30)
REPORTS_FROM, DUE = date(2026, 6, 1), date(2026, 7, 10)
VISIT = date(2026, 4, 9)  # a Thursday
QUESTIONS = ["主要做法", "存在问题"]
WORDS = {
    "name": "2026年档案安全专项检查",
    "reference": "示市档〔2026〕5号",
    "circular": "关于开展档案安全专项检查的通知",
    "begins_on": BEGINS,
    "ends_on": ENDS,
    "reports_from": REPORTS_FROM,
    "due_on": DUE,
    "selection": "named",
    "unit_kind": "",
    "unit_number": None,
    "questions": QUESTIONS,
}


def words(**values) -> dict:
    return {**WORDS, "checklist": arranging.checklist(), **values}


def scan(name="通知.pdf"):
    return SimpleUploadedFile(name, b"%PDF-1.7 circular")


def publish(clerk, checklist=None, on=ON):
    return publishing.publish_list(
        checklist or arranging.checklist(), actor=clerk, on=on, published_on=on, place="政府网站"
    )


def drafted(clerk, *bureaus, on=ON, **values) -> Campaign:
    return campaigns.draft_campaign(actor=clerk, on=on, bureaus=bureaus, **words(**values))


def submitted(clerk, *bureaus, on=ON, **values) -> Campaign:
    return campaigns.submit_campaign(drafted(clerk, *bureaus, on=on, **values), actor=clerk, on=on)


def issued(clerk, head, *bureaus, on=ON, **values) -> Campaign:
    return campaign_decisions.issue_campaign(
        submitted(clerk, *bureaus, on=on, **values), actor=head, on=on
    )


def entered(clerk, head, *, on=ON, **values) -> Campaign:
    """上级交办 that the bureau holds for itself, as far as its head has put it in force."""
    values = {"superior": "示例省档案局", **values}
    row = campaigns.enter_campaign(actor=clerk, on=on, files=[scan()], **words(**values))
    campaigns.submit_campaign(row, actor=clerk, on=on)
    return campaign_decisions.issue_campaign(row, actor=head, on=on)


def part_of(campaign, bureau):
    return campaign.participants.select_related("campaign", "bureau").get(bureau=bureau)


def take(part, clerk, *units, on=ON):
    return campaign_parts.add_units(part, actor=clerk, on=on, units=units)


def written(part, clerk, *, on=REPORTS_FROM, **values):
    answers = {row: f"{row}：已落实" for row in part.campaign.questions}
    return campaign_parts.write_table(part, actor=clerk, on=on, answers=answers, **values)


def handed_in(part, clerk, *, on=REPORTS_FROM):
    return campaign_parts.submit_table(written(part, clerk, on=on), actor=clerk, on=on)


def sent(part, clerk, head, *, on=REPORTS_FROM):
    return campaign_parts.send_table(handed_in(part, clerk, on=on), actor=head, on=on)
