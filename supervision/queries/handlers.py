"""经办: who had a hand in a check or a case, and so does not judge it."""

from django.db.models import Q

from inspections.models import Inspection, TeamMember
from penalties.models import Case, CaseOfficer


def handlers_of(inspection: Inspection | None, case: Case | None) -> set[int]:
    """Keys of all who went, investigated, reviewed, approved or decided; none without a record.

    Whoever was relieved had a hand in it all the same.
    """
    return _of_inspection(inspection) | _of_case(case)


def _of_inspection(inspection: Inspection | None) -> set[int]:
    if inspection is None:
        return set()
    team = inspection.team.filter(part__in=TeamMember.ENFORCING)
    return {*team.values_list("user", flat=True), inspection.approved_by_id} - {None}


def _of_case(case: Case | None) -> set[int]:
    if case is None:
        return set()
    officers = case.officers.values_list("user", flat=True)
    reviewers = case.reviews.values_list("reviewed_by", flat=True)
    deciders = {getattr(getattr(case, "decision", None), "decided_by_id", None)}
    return {*officers, *reviewers, *deciders, case.proposed_by_id, case.approved_by_id} - {None}


def without_a_hand_in(cases, user):
    """Those of `cases` in which the person did none of this: the ones he may look into."""
    theirs = (
        Q(officers__user=user) | Q(reviews__reviewed_by=user) | Q(decision__decided_by=user)
        | Q(proposed_by=user) | Q(approved_by=user)
    )  # fmt: skip
    return cases.exclude(pk__in=Case.objects.filter(theirs).values("pk"))


def companions_of(people) -> set[int]:
    """Keys of those who stand with one of `people` in a check or case that is still going on."""
    going = Q(inspection__state__in=[Inspection.State.APPROVED, Inspection.State.ON_SITE])
    checks = TeamMember.objects.filter(going, user__in=people, part__in=TeamMember.ENFORCING)
    beside = TeamMember.objects.filter(
        inspection__in=checks.values("inspection"), part__in=TeamMember.ENFORCING
    )
    cases = CaseOfficer.objects.in_charge().filter(user__in=people, case__state__in=Case.OPEN)
    together = CaseOfficer.objects.in_charge().filter(case__in=cases.values("case"))
    return {*beside.values_list("user", flat=True), *together.values_list("user", flat=True)}
