"""The unit's home: papers, problems and finished visits of those a person acts for."""

from datetime import date
from typing import NamedTuple

from archives_enforcement.accounts.models import Bureau, Party
from archives_enforcement.documents.models import Delivery
from inspections.models import Inspection, SelfReport
from inspections.queries import assessment, rectification, self_inspection
from inspections.queries.rectification import PartyFindings
from penalties.queries.portal import Told, cases_of

LETTERS_SHOWN = 6  # the rest stands in the list of papers
VISITS_SHOWN = 10
SELF_REPORTS_SHOWN = 6
RESULTS_SHOWN = 5


class Home(NamedTuple):
    """What the page says; with several parties each line names whose it is."""

    cases: list[Told]
    parties: list[Party]
    bureau: Bureau | None
    letters: list[tuple[str, list[Delivery]]]  # by party; the name is empty when there is one
    more_letters: bool
    unsigned: int
    findings: PartyFindings
    self_reports: list[SelfReport]
    assessed: list  # pairs of a published result and what counts in the end
    finished: list[Inspection]
    finished_total: int

    @property
    def self_report_due(self) -> SelfReport | None:
        """The report to be handed in first."""
        waiting = [row for row in self.self_reports if row.state in SelfReport.AWAITS_UNIT]
        return min(waiting, key=lambda row: row.due_on, default=None)

    @property
    def case_asked(self) -> bool:
        """Whether a case still lets or makes the party do something."""
        return any(told.open for told in self.cases)

    @property
    def party(self) -> str:
        """Whom the person acts for, in words."""
        return "、".join(str(party) for party in self.parties)


def home(user, today: date) -> Home:
    """Everything the unit's home shows, read through what the unit has been told."""
    parties = list(Party.objects.visible_to(user).select_related("bureau").order_by("name", "pk"))
    letters = list(rectification.letters_for_party(user))
    unsigned = sum(row.received_on is None for row in letters)
    shown = max(unsigned, LETTERS_SHOWN)
    closed = Inspection.objects.visible_to(user).filter(state=Inspection.State.CLOSED)
    closed = closed.exclude(kind=Inspection.Kind.LOOK_BACK).select_related("unit__party")
    return Home(
        cases_of(user, today),
        parties,
        parties[0].bureau if parties else None,
        _by_party(letters[:shown], parties),
        len(letters) > shown,
        unsigned,
        rectification.party_findings(rectification.findings_for_party(user)),
        self_inspection.for_party(user)[:SELF_REPORTS_SHOWN],
        assessment.for_party(user)[:RESULTS_SHOWN],
        list(closed.order_by("-inspected_on", "-pk")[:VISITS_SHOWN]),
        closed.count(),
    )


def _by_party(letters: list[Delivery], parties: list[Party]) -> list[tuple[str, list[Delivery]]]:
    if len(parties) < 2:
        return [("", letters)]
    boxes = [
        (str(party), [row for row in letters if row.party_id == party.pk]) for party in parties
    ]
    return [(name, rows) for name, rows in boxes if rows]
