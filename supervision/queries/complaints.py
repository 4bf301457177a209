"""Reads of complaints about enforcement."""

from django.db.models import Q

from archives_enforcement.accounts.models import User
from archives_enforcement.navigation import Step
from archives_enforcement.templatetags.formats import cn_day
from supervision.models import Complaint

S = Complaint.State
NEXT = {
    S.RECEIVED: "等待机关负责人指定调查人。",
    S.FOUND: "已经查结，请答复反映人并登记日期。",
    S.REFERRED: "已转有权机关并告知反映人。",
    S.ANSWERED: "已答复。",
}


def next_step(complaint: Complaint) -> str:
    if complaint.state == S.ASSIGNED:
        return f"由{complaint.investigator}调查，查结后登记结果。"
    return NEXT[complaint.state]


def steps(complaint: Complaint) -> list[Step]:
    order = (S.RECEIVED, S.ASSIGNED, S.FOUND)
    here = order.index(complaint.state) if complaint.state in order else len(order)
    days = (complaint.assigned_on, complaint.found_on, complaint.answered_on)
    return [
        Step(label, "done" if place < here else "now" if place == here else "", cn_day(day))
        for place, (label, day) in enumerate(zip(("指定", "调查", "答复"), days, strict=True))
    ]


def staff(bureau):
    """Everybody of the bureau who may be complained of."""
    return User.objects.filter(bureau=bureau, is_active=True).order_by("name", "pk")


def investigators(bureau):
    """Who may look into a complaint by his post."""
    holds = Q(groups__permissions__codename="investigate_complaint")
    return staff(bureau).filter(holds).distinct()
