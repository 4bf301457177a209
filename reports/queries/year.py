"""The records of one bureau's year that figures are counted from."""

from collections.abc import Callable, Iterable
from datetime import date
from functools import wraps

from django.contrib.contenttypes.models import ContentType
from django.db.models import Max, Min, Q

from archives_enforcement.accounts.models import Certificate
from archives_enforcement.accounts.roles import ROLES
from archives_enforcement.documents.models import Document
from inspections.models import (
    Exemplary,
    Finding,
    Inspection,
    Interview,
    Invitation,
    Plan,
    PlanItem,
    Reply,
)
from inspections.queries.recording import AFTERWARDS
from penalties.queries.papers import DECISIONS, SURCHARGE
from reports.models import LedgerTask, LedgerVisit, PastCheck, PastFinding
from reports.queries.history import standing

COUNTED_PAPERS = (
    "feedback_letter", "correction_order", *DECISIONS, SURCHARGE, "enforcement_application",
)  # fmt: skip
COUNTED_PLANS = (Plan.State.APPROVED, Plan.State.PUBLISHED, Plan.State.CLOSED)


def once(read: Callable[["Year"], Iterable]) -> Callable[["Year"], list]:
    """A set of records that is read when it is first asked for and kept with its year."""

    @wraps(read)
    def kept(year: "Year") -> list:
        if read not in year.sets:
            year.sets[read] = list(read(year))
        return year.sets[read]

    return kept


def years_of(bureau, today: date) -> list[int]:
    """This year and the last, and every earlier one in which the bureau visited; latest first."""
    visited = Inspection.objects.filter(bureau=bureau).dates("inspected_on", "year")
    days = [*visited, *standing(bureau).dates("held_on", "year")]
    return sorted({today.year, today.year - 1, *(day.year for day in days)}, reverse=True)


class Year:
    """The records of one bureau in one year, each set read from the database once."""

    def __init__(self, bureau, year: int):
        self.bureau, self.year = bureau, year
        self.sets: dict[Callable, list] = {}

    @once
    def visits(self) -> list[Inspection]:
        """Visits that took place, look-backs included, in order."""
        rows = Inspection.objects.filter(
            bureau=self.bureau, inspected_on__year=self.year, state__in=AFTERWARDS
        )
        return rows.prefetch_related("unit__party").order_by("inspected_on", "pk")

    @once
    def checks(self) -> list[Inspection]:
        return [row for row in self.visits() if row.kind in Inspection.ENFORCEMENT]

    @once
    def past_visits(self) -> list[PastCheck]:
        """Visits of the year that paper tells of (补录), look-backs included, in order."""
        rows = standing(self.bureau).filter(held_on__year=self.year)
        return rows.select_related("unit__party").order_by("held_on", "pk")

    def past_checks(self) -> list[PastCheck]:
        return [row for row in self.past_visits() if row.kind in Inspection.ENFORCEMENT]

    def past_without_letter(self) -> list[PastCheck]:
        return [row for row in self.past_checks() if not row.letter_number]

    @once
    def past_findings(self) -> list[PastFinding]:
        """What the checks on paper found."""
        rows = PastFinding.objects.filter(check_on_paper__in=[row.pk for row in self.past_checks()])
        return rows.select_related("check_on_paper__unit__party").order_by("pk")

    @once
    def past_letters(self) -> list[PastCheck]:
        """Checks on paper whose letter is of the year."""
        return standing(self.bureau).filter(letter_on__year=self.year).order_by("letter_on", "pk")

    def all_checks(self) -> list[Inspection | PastCheck]:
        """The checks of the year, those of paper among them: both have unit, kind, inspected_on."""
        return [*self.checks(), *self.past_checks()]

    @once
    def unapproved(self) -> list[Inspection]:
        """紧急检查 whose approval was refused afterwards: no checks, and not hidden either."""
        rows = Inspection.objects.filter(
            bureau=self.bureau,
            inspected_on__year=self.year,
            state=Inspection.State.UNAPPROVED,
        )
        return rows.order_by("inspected_on", "pk")

    @once
    def findings(self) -> list[Finding]:
        """What the checks of the year found."""
        rows = Finding.objects.filter(inspection__in=[row.pk for row in self.checks()])
        return rows.prefetch_related("item").order_by("pk")

    @once
    def plan_items(self) -> list[PlanItem]:
        rows = PlanItem.objects.filter(
            plan__bureau=self.bureau, plan__year=self.year, plan__state__in=COUNTED_PLANS
        )
        return rows.order_by("month", "pk")

    @once
    def plan_items_done(self) -> list[PlanItem]:
        """Items carried out: the visit has taken place, in whatever year."""
        done = Inspection.objects.filter(plan_item__in=[row.pk for row in self.plan_items()])
        keys = set(done.filter(state__in=AFTERWARDS).values_list("plan_item", flat=True))
        return [row for row in self.plan_items() if row.pk in keys]

    def papers(self, *kinds: str) -> list[Document]:
        """Documents of some of COUNTED_PAPERS issued in the year."""
        return [row for row in self._papers() if row.kind in kinds]

    @once
    def _papers(self) -> list[Document]:
        """Those of all COUNTED_PAPERS; a corrected one counts once.

        Old papers entered later stand on no check and no case of these books: with them there
        would be more letters than checks, and a case entered as a whole would count twice.
        """
        rows = Document.objects.filter(
            bureau=self.bureau,
            kind__in=COUNTED_PAPERS,
            state=Document.State.ISSUED,
            origin=Document.Origin.SYSTEM,
            issued_on__year=self.year,
        )
        return rows.exclude(replaced_by__state=Document.State.ISSUED).order_by("pk").only("kind")

    @once
    def checks_without_letter(self) -> list[Inspection]:
        """Checks on which no letter was ever issued; a look-back needs none."""
        checks = self.checks()
        letters = Document.objects.filter(
            kind="feedback_letter",
            state=Document.State.ISSUED,
            content_type=ContentType.objects.get_for_model(Inspection),
            object_id__in=[row.pk for row in checks],
        )
        told = set(letters.values_list("object_id", flat=True))
        return [row for row in checks if row.pk not in told]

    @once
    def officers_before(self):
        """One certificate for each officer licensed on the last day of the year before."""
        valid = self._certificates().valid_on(date(self.year - 1, 12, 31))
        return valid.order_by("user").values("user").annotate(last=Max("pk"))

    @once
    def officers_new(self):
        """The first certificate of each officer who got it within the year."""
        first_day = date(self.year, 1, 1)
        rows = self._certificates().filter(valid_from__year=self.year)
        new = rows.exclude(user__certificates__valid_from__lt=first_day)
        return new.order_by("user").values("user").annotate(last=Min("pk"))

    def _certificates(self):
        officer = Q(user__groups__name=ROLES["officer"].label)
        return Certificate.objects.filter(officer, user__bureau=self.bureau)

    @once
    def observers(self):
        """For each person who came to watch, the first visit he came to."""
        rows = Invitation.objects.filter(
            inspection__in=[row.pk for row in self.visits()], attended=True
        )
        return rows.order_by("observer").values("observer").annotate(last=Min("pk"))

    @once
    def exemplary_units(self):
        rows = Exemplary.objects.filter(
            bureau=self.bureau, state=Exemplary.State.DECIDED, decided_on__year=self.year
        )
        units = rows.order_by("inspection__unit").values("inspection__unit")
        return units.annotate(last=Min("pk"))

    @once
    def ledger_visits(self) -> list[LedgerVisit]:
        rows = LedgerVisit.objects.standing().filter(bureau=self.bureau, visited_on__year=self.year)
        return rows.order_by("visited_on", "pk")

    @once
    def ledger_tasks(self) -> list[LedgerTask]:
        rows = LedgerTask.objects.filter(bureau=self.bureau, year=self.year)
        return rows.order_by("due_on", "pk")

    def interviews(self):
        rows = Interview.objects.filter(bureau=self.bureau, state=Interview.State.HELD)
        return rows.filter(held_on__year=self.year).order_by("held_on", "pk")

    def replies(self):
        rows = Reply.objects.filter(finding__inspection__bureau=self.bureau)
        return rows.filter(replied_on__year=self.year).order_by("pk")
