"""线索: received, given its clock, settled when a case is filed or refused (档案法第四十六条)."""

from datetime import date

from archives_enforcement.accounts.models import Party
from archives_enforcement.audit import trail
from archives_enforcement.files.services import attach
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Refused, act, check_date, check_permission
from inspections.models import Lead
from inspections.workflow import LEAD_FLOW

FILING = "D-P04"  # how long until it is decided whether a case is filed (行政处罚法第五十四条)


@act
def register(
    *, actor, on: date, party: Party, source: str, text: str, received_on: date, files=()
) -> Lead:
    """登记线索: the limitation period (行政处罚法第三十六条) stops on the day it was received.

    Raises Refused for a party of another bureau, an empty text or a day to come.
    """
    check_permission(actor, "inspections.register_lead", "登记线索")
    backfilled = check_date(actor, on)
    if not Party.objects.visible_to(actor).filter(pk=party.pk).exists():
        raise Refused("只能登记涉及本机关管辖的当事人的线索，请重新选择当事人。")
    if not text.strip():
        raise Refused("请写明线索内容：什么时间、什么地点、什么人、做了什么。")
    if received_on > on:
        raise Refused(f"收到日期不能晚于登记日期（{cn_date(on)}）。")
    if Lead.objects.filter(party=party, received_on=received_on, text=text.strip()).exists():
        raise Refused("同一天收到的这条线索已经登记过，没有再登记。请在“线索”里查看。")
    lead = open_lead(
        party, actor=actor, on=on, source=source, text=text, received_on=received_on,
        backfilled=backfilled,
    )  # fmt: skip
    attach(lead, files, purpose="线索材料", actor=actor, bureau=lead.bureau, may_be_recording=True)
    return lead


def open_lead(
    party: Party, *, actor, on: date, source: str, text: str, received_on: date, backfilled=False
) -> Lead:
    """Write a lead that a checked act brings about, and start its clock."""
    lead = Lead.objects.create(
        bureau=party.bureau,
        party=party,
        source=source,
        text=text.strip(),
        received_on=received_on,
        registered_by=actor,
    )
    deadlines.start(lead, FILING, bureau=lead.bureau, on=received_on)
    trail.record(lead, "register_lead", "登记线索", actor=actor, on=on, backfilled=backfilled)
    return lead


@act
def settle(lead: Lead, outcome: str, *, actor, on: date, note: str = "") -> Lead:
    """Close a lead with the head's decision: `outcome` is the step file_case, drop or settle."""
    lead = LEAD_FLOW.advance(lead, outcome, actor=actor, on=on, note=note)
    deadlines.meet(lead, FILING, on=on, note=lead.get_state_display())
    return lead
