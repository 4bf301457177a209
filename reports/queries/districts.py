"""下级机关: the year of every bureau below, counted as its own pages do; nothing of drafts."""

from collections import Counter
from datetime import date
from typing import NamedTuple

from django.db.models import Count

from archives_enforcement.accounts.models import Bureau
from archives_enforcement.documents.models import Document
from archives_enforcement.workdays.deadlines import OPEN
from archives_enforcement.workdays.models import Deadline
from archives_enforcement.workdays.workflow import OURS
from inspections.models import Finding, Inspection
from inspections.queries.recording import AFTERWARDS
from penalties.queries.papers import DECISIONS
from reports.models import AnnualReport, PastCheck, PastFinding
from reports.queries.text import rate

PUBLIC = (AnnualReport.State.APPROVED, AnnualReport.State.PUBLISHED)


class District(NamedTuple):
    """One bureau below; `late` are its own duties that are overdue today.

    What ended with its unit (`terminated`) has no part in the rate.
    """

    bureau: Bureau
    checks: int
    letters: int
    look_backs: int
    findings: int
    accepted: int
    terminated: int
    penalties: int
    late: int
    report: AnnualReport | None  # issued or published

    @property
    def rate(self) -> str:
        return rate(self.accepted, self.findings - self.terminated)


def below(bureau: Bureau):
    """The bureaus that stand directly under this one."""
    return Bureau.objects.filter(parent=bureau).order_by("code")


def districts(bureau: Bureau, year: int, today: date) -> list[District]:
    """Every bureau below with its year, in as many queries for one as for sixteen."""
    bureaus = list(below(bureau))
    visits = Inspection.objects.filter(
        bureau__in=bureaus, inspected_on__year=year, state__in=AFTERWARDS
    )
    checks = visits.filter(kind__in=Inspection.ENFORCEMENT)
    found = Finding.objects.filter(inspection__in=checks.values("pk"))
    counts = {
        "checks": _by(checks),
        "look_backs": _by(visits.filter(kind=Inspection.Kind.LOOK_BACK)),
        "findings": _by(found, "inspection__bureau"),
        "accepted": _by(found.filter(state=Finding.State.ACCEPTED), "inspection__bureau"),
        "terminated": _by(found.filter(state=Finding.State.TERMINATED), "inspection__bureau"),
        "letters": _by(_papers(bureaus, year, "feedback_letter")),
        "penalties": _by(_papers(bureaus, year, *DECISIONS)),
        "late": _by(_late(bureaus, today)),
    }
    for name, of in _on_paper(bureaus, year).items():
        counts[name] += of
    issued = AnnualReport.objects.filter(bureau__in=bureaus, year=year, state__in=PUBLIC)
    reports = {row.bureau_id: row for row in issued}
    return [
        District(
            row, report=reports.get(row.pk), **{name: of[row.pk] for name, of in counts.items()}
        )
        for row in bureaus
    ]


def _on_paper(bureaus, year: int) -> dict[str, Counter]:
    """What is counted of the checks on paper (补录), as `Year` counts it."""
    rows = PastCheck.objects.filter(bureau__in=bureaus, voided_on=None)
    held = rows.filter(held_on__year=year)
    checks = held.filter(kind__in=Inspection.ENFORCEMENT)
    found = PastFinding.objects.filter(check_on_paper__in=checks.values("pk"))
    return {
        "checks": _by(checks),
        "look_backs": _by(held.filter(kind=Inspection.Kind.LOOK_BACK)),
        "letters": _by(rows.filter(letter_on__year=year)),
        "findings": _by(found, "check_on_paper__bureau"),
        "accepted": _by(found.filter(is_fixed=True), "check_on_paper__bureau"),
    }


def _by(rows, path: str = "bureau") -> Counter:
    return Counter(dict(rows.order_by().values_list(path).annotate(Count("pk"))))


def _papers(bureaus, year: int, *kinds: str):
    """As `Year.papers` counts them: a corrected paper once, old papers entered later not at all."""
    rows = Document.objects.filter(
        bureau__in=bureaus, kind__in=kinds, state=Document.State.ISSUED,
        origin=Document.Origin.SYSTEM, issued_on__year=year,
    )  # fmt: skip
    return rows.exclude(replaced_by__state=Document.State.ISSUED)


def _late(bureaus, today: date):
    return Deadline.objects.filter(OPEN, bureau__in=bureaus, bound__in=OURS, due_on__lt=today)
