"""线上办理 of a lead that ended without a case: its registration and its settlement."""

from archives_enforcement.archiving import blocks
from archives_enforcement.archiving.registry import Online
from archives_enforcement.templatetags.formats import cn_date
from inspections.models import Lead
from inspections.record_sheets import tipped


def the_lead(lead: Lead) -> list:
    return [lead]


def settled(leads: list[Lead]) -> list[dict]:
    """What was found of a lead without a case, and what came of it."""
    [lead] = leads
    row = lead.settlement
    found = [
        blocks.fields(
            ("违法行为", known.violation.title),
            *known.said,
            ("查明的情况", known.grounds),
            ("认定人", f"{known.made_by}　{cn_date(known.made_on)}"),
            heading="认定的事实",
        )
        for known in lead.determinations.select_related("violation", "made_by").order_by("pk")
    ]
    return [
        blocks.fields(
            ("涉及的当事人", lead.party.name),
            ("核查结论", row.get_result_display()),
            ("提请", f"{row.proposed_by}　{cn_date(row.proposed_on)}"),
            ("批准办结", f"{row.approved_by}　{cn_date(row.approved_on)}"),
        ),
        blocks.text("核查情况", row.report),
        *found,
    ]


# fmt: off
SETTLED = Online("线索核查和办结", ("settle",), the_lead, settled,
                 ("determine", "propose_settling", "send_back_settling"))
LEAD_TIPPED = Online("线索登记", ("register_lead",), the_lead, tipped)
# fmt: on
