"""Who belongs to the collective of a bureau, who has no voice, and which minutes still count."""

from datetime import date

from archives_enforcement.accounts.models import User
from archives_enforcement.accounts.roles import ROLES
from archives_enforcement.audit.models import AuditEntry
from inspections.queries.teams import with_role
from penalties.models import Case, Discussion

RECUSED = "已经决定回避"
LEADING = ("head", "deputy_head")
# What the heads have to know before they decide, as the trail names it.
SPOKEN = ("state", "enter_statement", "answer_statement", "hold_hearing")


def barred(case: Case) -> dict[User, str]:
    """Who has no voice in the case, and why."""
    found: dict[User, str] = {}
    for row in case.recusals.filter(granted=True).select_related("person"):
        found[row.person] = RECUSED
    for row in case.officers.select_related("user"):
        found.setdefault(row.user, "承办本案")
    found.setdefault(case.proposed_by, "承办本案")
    for row in case.reviews.select_related("reviewed_by"):
        found.setdefault(row.reviewed_by, "审核本案")
    if made := case.assessment:
        found.setdefault(made.made_by, "提出了拟处罚意见")
    return found


def collective(case: Case) -> list[tuple[User, str]]:
    """Each head who has a voice in the case, and his post."""
    without = [person.pk for person in barred(case)]
    found: dict[User, str] = {}
    for code in LEADING:
        for person in with_role(code).filter(bureau=case.bureau).exclude(pk__in=without):
            found.setdefault(person, ROLES[code].label)
    return list(found.items())


def heard_on(case: Case) -> date | None:
    """The last day on which the party was heard or answered, or the facts were recorded anew."""
    anew = case.lead.determinations.filter(made_on__gt=case.proposed_on)
    found = list(anew.values_list("made_on", flat=True))
    for row in case.statements.all():
        found += [row.made_on, row.answered_on]
    found += [row.held_on for row in case.hearings.all()]
    return max(filter(None, found), default=None)


def counting(case: Case, rows) -> list[Discussion]:
    """Those of `rows` that were carried after all that the party had said, newest first."""
    last = heard_on(case)
    rows = rows.filter(carried=True).order_by("-pk")
    if last is None:
        return list(rows)
    rows = rows.filter(held_on__gte=last)
    return list(rows) if _entered_after(case) else list(rows.filter(held_on__gt=last))


def _entered_after(case: Case) -> bool:
    """On one day the order of the trail tells which came first."""
    entries = AuditEntry.objects.about(case).order_by("-pk")
    spoken = entries.filter(action__in=SPOKEN).values_list("pk", flat=True).first()
    held = entries.filter(action="discuss").values_list("pk", flat=True).first()
    return spoken is None or (held is not None and held > spoken)
