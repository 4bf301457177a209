"""Who may go: officers with their certificates, archive-hall staff, observers."""

from collections import Counter
from datetime import date
from typing import NamedTuple

from django.contrib.contenttypes.models import ContentType
from django.db.models import Count, Prefetch, Q, prefetch_related_objects
from django.db.models.functions import Coalesce

from archives_enforcement.accounts.models import Certificate, User
from archives_enforcement.accounts.roles import ROLES
from archives_enforcement.documents.models import Document
from archives_enforcement.templatetags.formats import cn_date
from inspections.models import Inspection, Invitation, TeamMember
from inspections.queries import leave, slots

CERTIFICATE = "observer_certificate"


class Candidate(NamedTuple):
    """A person who could go, and what is known of him on that day."""

    user: User
    certificate: Certificate | None
    elsewhere: list[str]  # units he goes to in the same half-day
    away: str = ""  # his leave, in words

    @property
    def label(self) -> str:
        parts = [str(self.user), *self.remarks]
        return "　".join(parts)

    @property
    def remarks(self) -> list[str]:
        """Certificate and other visits, in words."""
        if self.certificate is None:
            found = ["当天没有有效执法证件"]
        else:
            card = self.certificate
            found = [f"证件 {card.number}，有效期至 {cn_date(card.valid_to)}"]
        if self.elsewhere:
            found.append(f"注意：同一时段还要去{'、'.join(self.elsewhere)}")
        if self.away:
            found.append(f"注意：{self.away}")
        return found


def with_role(code: str):
    """People in office who hold the role."""
    return User.objects.filter(is_active=True, groups__name=ROLES[code].label).order_by("name")


def officers(bureau):
    return with_role("officer").filter(bureau=bureau)


def assistants(bureau):
    return with_role("assistant").filter(bureau=bureau)


def observers(bureau):
    """观察员 of this bureau, and those who belong to no bureau's staff."""
    return with_role("observer").filter(Q(bureau=bureau) | Q(bureau=None))


def certificates_on(day: date) -> Prefetch:
    """Prefetch for users: `cards` holds the certificates in force on `day`."""
    return Prefetch("certificates", Certificate.objects.valid_on(day), to_attr="cards")


def candidates(inspection: Inspection, user) -> list[Candidate]:
    """All officers of the bureau as they stand on the day of the visit."""
    day = inspection.scheduled_on
    elsewhere = slots.clashes_on(user, day, inspection.session, besides=inspection)
    away = leave.leaves(user, day, day)
    people = officers(inspection.bureau).prefetch_related(certificates_on(day))
    return [
        Candidate(
            person,
            next(iter(person.cards), None),
            elsewhere.get(person.pk, []),
            "；".join(map(leave.in_words, away.get(person.pk, ()))),
        )
        for person in people
    ]


def members(inspection: Inspection) -> list[TeamMember]:
    """The team with the certificates in force on the day of the visit."""
    day = inspection.day
    cards = Prefetch("user__certificates", Certificate.objects.valid_on(day), to_attr="cards")
    team = list(inspection.team.all())
    prefetch_related_objects(team, "user", "carried_by", cards)
    return team


def observers_with_visits(inspection: Inspection):
    """Observers with the number of other visits of that year they are invited to."""
    others = Invitation.objects.filter(
        inspection__bureau=inspection.bureau,
        inspection__scheduled_on__year=inspection.scheduled_on.year,
    ).exclude(inspection=inspection)
    counted = others.exclude(inspection__state=Inspection.State.CANCELLED).values("observer")
    counts = dict(counted.annotate(n=Count("pk")).values_list("observer", "n"))
    people = list(observers(inspection.bureau))
    for person in people:
        person.invited_before = counts.get(person.pk, 0)
    return people


def observer_label(person) -> str:
    """Name, employer and how often the person was invited in that year."""
    often = f"本年度已邀请 {person.invited_before} 次" if person.invited_before else ""
    return "　".join(filter(None, (str(person), person.employer, often)))


def visits_of(person):
    """Keys of the checks that are this person's to carry on: his team's, and those handed to him.

    What he went to and handed over since is no longer his.
    """
    mine = Q(carried_by=person) | Q(carried_by=None, user=person)
    return TeamMember.objects.filter(mine).values("inspection")


def open_counts(bureau) -> dict[int, int]:
    """How many open checks each person of the bureau has in hand, drafts of his own included."""
    visits = Inspection.objects.filter(bureau=bureau).exclude(state__in=Inspection.ENDED)
    held = set(
        TeamMember.objects.filter(inspection__in=visits, part__in=TeamMember.ENFORCING)
        .annotate(holder=Coalesce("carried_by", "user"))
        .values_list("inspection", "holder")
    )
    drafts = visits.filter(state=Inspection.State.DRAFT, drafted_by__in=officers(bureau))
    return Counter(holder for _, holder in held | set(drafts.values_list("pk", "drafted_by")))


def times_watched(invitation: Invitation, year: int) -> int:
    """How often the observer came to a check of that bureau in the year."""
    return Invitation.objects.filter(
        observer=invitation.observer_id,
        attended=True,
        inspection__bureau=invitation.inspection.bureau_id,
        inspection__inspected_on__year=year,
    ).count()


def invitations_of(user):
    """The visits a person is invited to watch; nothing shows before the head has approved."""
    return (
        Invitation.objects.visible_to(user)
        .filter(observer=user, inspection__approved_on__isnull=False)
        .select_related("inspection__bureau", "inspection__checklist")
        .order_by("-inspection__scheduled_on", "-pk")
    )


def certificate_of(invitation: Invitation) -> Document | None:
    """The 观察员证书 issued to this observer; it stands on the visit and names him.

    Who may see the invitation may read its certificate.
    """
    kind = ContentType.objects.get_for_model(Inspection)
    rows = Document.objects.filter(content_type=kind, object_id=invitation.inspection_id)
    named = rows.filter(kind=CERTIFICATE, fields__name=str(invitation.observer))
    issued = named.filter(state=Document.State.ISSUED).select_related("rendition")
    return issued.order_by("-pk").first()
