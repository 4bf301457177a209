"""The unit's home: what it received, must put right and must report; and what is finished."""

from datetime import date, timedelta
from typing import NamedTuple

from archives_enforcement.accounts.models import Bureau, Grant, Party
from archives_enforcement.asking import Asking, asks, rows_of, side_by_side
from archives_enforcement.documents.models import Delivery
from inspections.models import Commitment, Consent, Inspection, SelfReport
from inspections.queries import assessment, exemplary, interviews, party_findings, self_inspection
from inspections.queries.party_findings import PartyFindings
from penalties.queries.portal import Told, cases_of
from publicity.models import Notice
from publicity.queries.results import of_parties as published_results
from reports.queries.people_work import applicants
from supervision.queries import ratings
from units.models import Unit

LETTERS_SHOWN = 6  # the rest stands in the list of papers
VISITS_SHOWN = 10
SELF_REPORTS_SHOWN = 6
RESULTS_SHOWN = 5
RATED_WITHIN = timedelta(days=90)  # how long after a visit its rating is offered on the home


class Home(NamedTuple):
    """What the page says; with several parties each line names whose it is."""

    cases: list[Told]
    parties: list[Party]  # whom the page is about: all, or the one that was chosen
    own: list[Party]  # all for whom the person acts
    bureau: Bureau | None
    letters: list[tuple[str, list[Delivery]]]  # by party; the name is empty when there is one
    more_letters: bool
    unsigned: int
    findings: PartyFindings
    promises: list[Commitment]  # given at talks, and not checked yet
    self_reports: list[SelfReport]
    consents: list[Consent]  # asked whether its rectification may be published, and not answered
    assessed: list  # pairs of a published result and what counts in the end
    to_rate: list[Inspection]  # held of late, and not rated by anybody of the unit
    finished: list[Inspection]
    finished_total: int
    published: list[Notice]  # the results of its checks that anyone may read
    waiting: list[Grant]  # asked for, and not confirmed yet
    applicants: list[Grant]  # who asks the person, as a manager, to be confirmed
    left: list[Unit]  # those no longer on the register: who acts for their heirs sees them

    @property
    def reports_due(self) -> list[SelfReport]:
        return [row for row in self.self_reports if row.state in SelfReport.AWAITS_UNIT]

    @property
    def self_report_due(self) -> SelfReport | None:
        """The report to be handed in first."""
        return min(self.reports_due, key=lambda row: row.due_on, default=None)

    @property
    def to_report(self) -> int:
        """How many things the unit has still to hand in or to say."""
        return len(self.reports_due) + len(self.consents)

    @property
    def case_asked(self) -> bool:
        """Whether a case still lets or makes the party do something."""
        return any(told.open for told in self.cases)

    @property
    def party(self) -> str:
        """Whom the person acts for, in words."""
        return "、".join(str(party) for party in self.parties)


@asks
def home(user, today: date, chosen: str = "") -> Asking[Home]:
    """Everything the unit's home shows, read through what the unit has been told.

    `chosen` is the key of one of several parties, as the address gives it; else all are shown.
    """
    own = _parties_of(user, today)
    parties = [party for party in own if str(party.pk) == chosen] or own
    about = {party.pk for party in parties}
    (
        letters,
        cases,
        promises,
        reports,
        asked,
        results,
        recent,
        findings,
        finished,
        published,
        waiting,
        applying,
        left,
    ) = yield from _asked_of_all(user, parties, today)
    letters = [row for row in letters if row.party_id in about]
    letters = party_findings.with_answer_days(letters, today)
    unsigned = sum(row.received_on is None for row in letters)
    unanswered = sum(bool(row.asked) for row in letters)
    shown = max(unsigned + unanswered, LETTERS_SHOWN)
    results = [pair for pair in results if pair[0].unit.party_id in about]
    finished, finished_total = finished
    return Home(
        [told for told in cases if told.case.party_id in about],
        parties,
        own,
        parties[0].bureau if parties else None,
        _by_party(letters[:shown], parties),
        len(letters) > shown,
        unsigned,
        party_findings.party_findings(findings),
        [row for row in promises if row.interview.unit.party_id in about],
        _shown([row for row in reports if row.unit.party_id in about]),
        [row for row in asked if row.party.pk in about],
        results[:RESULTS_SHOWN],
        recent,
        finished,
        finished_total,
        published,
        waiting,
        applying,
        left,
    )


def _parties_of(user, today: date) -> list[Party]:
    """Whom the person acts for today, by name; the grants are read with them."""
    if user.bureau_id:
        return []  # staff act for none
    rows = user.grants.valid_on(today).select_related("party__bureau")
    found = {row.party_id: row.party for row in rows}
    user.party_ids = tuple(found)
    return sorted(found.values(), key=lambda party: (party.name, party.pk))


def _asked_of_all(user, parties: list[Party], today: date) -> Asking[list]:
    """What is read of these parties, side by side: mostly there is nothing."""
    closed = Inspection.objects.visible_to(user).filter(state=Inspection.State.CLOSED)
    closed = closed.exclude(kind=Inspection.Kind.LOOK_BACK).select_related("unit__party")
    recent = ratings.to_rate(user, today - RATED_WITHIN).filter(unit__party__in=parties)
    findings = party_findings.findings_for_party(user).filter(inspection__unit__party__in=parties)
    ended = Unit.objects.filter(party__in=parties, state=Unit.State.CLOSED)
    return (
        yield from side_by_side(
            rows_of(party_findings.letters_for_party(user)),
            cases_of.asking(user, today),
            interviews.promises_of_party.asking(user),
            self_inspection.for_party.asking(user),
            exemplary.asked_of_party.asking(user),
            assessment.for_party.asking(user),
            rows_of(recent[:VISITS_SHOWN]),
            rows_of(findings),
            _finished(closed.filter(unit__party__in=parties)),
            rows_of(published_results(parties, today)[:RESULTS_SHOWN]),
            rows_of(user.grants.filter(state=Grant.State.WAITING).select_related("party")),
            applicants.asking(user, parties, today),
            rows_of(ended.select_related("party")),
        )
    )


def _finished(visits) -> Asking[tuple[list[Inspection], int]]:
    """The newest, and how many there are."""
    shown = yield from rows_of(visits.order_by("-inspected_on", "-pk")[:VISITS_SHOWN])
    return shown, visits.count() if len(shown) == VISITS_SHOWN else len(shown)


def _shown(reports: list[SelfReport]) -> list[SelfReport]:
    """Every report that is due, then the newest of the others."""
    due = sum(row.state in SelfReport.AWAITS_UNIT for row in reports)
    return reports[: max(due, SELF_REPORTS_SHOWN)]


def _by_party(letters: list[Delivery], parties: list[Party]) -> list[tuple[str, list[Delivery]]]:
    if len(parties) < 2:
        return [("", letters)]
    boxes = [
        (str(party), [row for row in letters if row.party_id == party.pk]) for party in parties
    ]
    return [(name, rows) for name, rows in boxes if rows]
