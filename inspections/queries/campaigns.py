"""Reads of 专项检查（上级）: who takes part, which units are taken, what of them is still open."""

from datetime import date
from typing import NamedTuple

from django.db.models import Count, Q

from archives_enforcement.accounts.models import Bureau, Party, User
from archives_enforcement.accounts.roles import ROLES
from inspections.models import (
    Campaign,
    CampaignUnit,
    Checklist,
    Inspection,
    ListPublication,
    Participant,
    ReportBack,
)
from inspections.queries.recording import AFTERWARDS
from units.models import Unit

S, P = Campaign.State, Participant.State
TOLD = ("head", "clerk")  # who hears of a campaign
BASIS = "《中华人民共和国档案法》第四十二条；组织方式和报送按上级文件（工作要求）"
KINDS = [choice for choice in Party.Kind.choices if choice[0] != Party.Kind.PERSON]


def below(bureau: Bureau):
    """The bureaux that stand below this one, at whatever depth."""
    rows = Bureau.objects.filter(path__startswith=bureau.path).exclude(pk=bureau.pk)
    return rows.order_by("code")


def heads_and_planners(bureau: Bureau):
    posts = [ROLES[code].label for code in TOLD]
    return User.objects.filter(bureau=bureau, is_active=True, groups__name__in=posts).distinct()


def listed(rows):
    """Campaigns as the list shows them, the newest on top."""
    rows = rows.exclude(state=S.DISCARDED).select_related("bureau")
    return rows.annotate(
        parts=Count("participants", distinct=True),
        sent=Count(
            "participants",
            filter=Q(participants__state__in=[P.SENT, P.ACCEPTED]),
            distinct=True,
        ),
    ).order_by("-begins_on", "-pk")


def is_public(checklist: Checklist, bureau, on: date) -> bool:
    rows = ListPublication.objects.filter(bureau=bureau, checklist=checklist)
    return rows.known_on(on).exists()


def running_for(bureau):
    """Issued campaigns in which that bureau takes part."""
    rows = Campaign.objects.filter(state=S.ISSUED, participants__bureau=bureau)
    return rows.order_by("due_on", "pk")


def last_table(participant: Participant) -> ReportBack | None:
    """What was sent last; of a returned table the one that was returned."""
    return participant.tables.select_related("sent_by").order_by("-pk").first()


class Taken(NamedTuple):
    """A unit of the campaign with its visit, if one is arranged."""

    row: CampaignUnit
    inspection: Inspection | None

    @property
    def unit(self) -> Unit:
        return self.row.unit


def taken(participant: Participant) -> list[Taken]:
    """The units of one bureau's part, each with the visit that counts."""
    visits = {row.unit_id: row for row in visits_of(participant).order_by("pk")}
    rows = participant.units.select_related("unit__party").order_by("pk")
    return [Taken(row, visits.get(row.unit_id)) for row in rows]


def visits_of(participant: Participant):
    """The visits of one bureau for the campaign that still count."""
    rows = Inspection.objects.filter(campaign=participant.campaign_id, bureau=participant.bureau_id)
    return rows.exclude(state__in=Inspection.FALLEN)


def selectable_units(participant: Participant, user):
    """Units on the user's own register that may still be taken."""
    already = CampaignUnit.objects.filter(participant=participant).values("unit")
    rows = Unit.objects.visible_to(user).filter(state=Unit.State.ACTIVE)
    if kind := participant.campaign.unit_kind:
        rows = rows.filter(party__kind=kind)
    return rows.exclude(pk__in=already).select_related("party").order_by("party__name", "pk")


def too_few(participant: Participant) -> str:
    """What is lacking of the units that the campaign asks for, in words; empty when nothing is."""
    campaign, count = participant.campaign, participant.units.count()
    if campaign.selection == Campaign.Selection.EVERY:
        register = Unit.objects.filter(
            party__bureau=participant.bureau_id,
            party__kind=campaign.unit_kind,
            state=Unit.State.ACTIVE,
        )
        chosen = CampaignUnit.objects.filter(participant=participant)
        left = register.exclude(pk__in=chosen.values("unit")).count()
        return f"在册的{campaign.get_unit_kind_display()}还有 {left} 个没有选定" if left else ""
    least = campaign.unit_number or 1
    return f"应当选定 {least} 个单位，现在是 {count} 个" if count < least else ""


def still_open(participant: Participant) -> str:
    """What of the visits is not finished, in words; a table may be sent all the same."""
    visits = list(visits_of(participant).values_list("state", flat=True))
    units = participant.units.count()
    missing = units - visits_of(participant).values("unit").distinct().count()
    ahead = sum(state not in AFTERWARDS for state in visits)
    unclosed = sum(state in AFTERWARDS and state != Inspection.State.CLOSED for state in visits)
    parts = [
        f"{missing} 个单位还没有安排检查" if missing > 0 else "",
        f"{ahead} 次检查还没有结束" if ahead else "",
        f"{unclosed} 次检查还没有办结" if unclosed else "",
    ]
    return "，".join(filter(None, parts))
