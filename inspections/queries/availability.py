"""Who can go when: certificates, leave, and visits that are arranged already."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from archives_enforcement.accounts.models import Certificate, User
from inspections.coverage.facts import HalfDay, Officer
from inspections.models import Inspection, Leave, PlanItem, TeamMember
from inspections.queries import leave, teams


class Diary(NamedTuple):
    """What is known of the officers of a bureau between two days, by the key of the officer."""

    officers: list[User]
    certificates: dict[int, list[Certificate]]
    leaves: dict[int, list[Leave]]
    busy: dict[int, dict[HalfDay, list[str]]]  # names of the units they go to

    def why_not(self, officer: int, half_day: HalfDay) -> str:
        """Why he cannot go then, in words; empty when he can."""
        day = half_day.day
        if not any(_valid(card, day) for card in self.certificates.get(officer, ())):
            return "当天没有有效执法证件"
        if away := self.leave(officer, day):
            return leave.in_words(away)
        if names := self.busy.get(officer, {}).get(half_day):
            return f"同一时段要去{'、'.join(names)}"
        return ""

    def leave(self, officer: int, day: date) -> Leave | None:
        found = self.leaves.get(officer, ())
        return next((row for row in found if row.first_day <= day <= row.last_day), None)


def _valid(card: Certificate, day: date) -> bool:
    return card.valid_from <= day <= card.valid_to and not (
        card.withdrawn_on and card.withdrawn_on <= day
    )


def diary(user, first: date, last: date) -> Diary:
    """The officers of the user's bureau with all that keeps them between two days."""
    people = list(teams.officers(user.bureau_id))
    cards = Certificate.objects.filter(user__in=people)
    return Diary(
        people,
        _grouped((card.user_id, card) for card in cards),
        leave.leaves(user, first, last),
        _busy(user, first, last),
    )


def _grouped(pairs: Iterable[tuple]) -> dict[int, list]:
    found: dict[int, list] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return found


def _busy(user, first: date, last: date) -> dict[int, dict[HalfDay, list[str]]]:
    members = TeamMember.objects.visible_to(user).filter(
        inspection__scheduled_on__range=(first, last)
    )
    members = members.exclude(inspection__state=Inspection.State.CANCELLED).values_list(
        "user",
        "inspection__scheduled_on",
        "inspection__session",
        "inspection__unit__party__name",
    )
    found: dict[int, dict[HalfDay, list[str]]] = {}
    for person, day, session, name in (*members, *_promised(user, first, last)):
        found.setdefault(person, {}).setdefault(HalfDay(day, session), []).append(name)
    return found


def _promised(user, first: date, last: date):
    """Officers whom an adopted proposal names, as long as nobody has arranged the visit."""
    arranged = Inspection.objects.exclude(state__in=Inspection.FALLEN)
    arranged = arranged.filter(plan_item__isnull=False)
    items = PlanItem.objects.visible_to(user).filter(
        half_day_on__range=(first, last), proposed_officers__isnull=False, deviation=""
    )
    return items.exclude(pk__in=arranged.values("plan_item")).values_list(
        "proposed_officers", "half_day_on", "session", "unit__party__name"
    )


def as_facts(found: Diary, half_days: Iterable[HalfDay]) -> tuple[Officer, ...]:
    """The officers as a proposal reckons with them."""
    return tuple(
        Officer(
            man.pk,
            str(man),
            frozenset(day for day in half_days if found.why_not(man.pk, day)),
        )
        for man in found.officers
    )
