"""The year's checks by kind of unit and by officer, and what was found wrong in many units."""

from collections import Counter, defaultdict
from typing import NamedTuple

from archives_enforcement.accounts.models import Party
from inspections.models import Finding, TeamMember
from reports.queries.text import rate
from reports.queries.year import Year

COMMON = 3  # 普遍性问题: found in as many units or more


class KindRow(NamedTuple):
    label: str
    units: int
    checks: int
    findings: int
    accepted: int
    terminated: int  # ended with its unit: no part of the rate

    @property
    def rate(self) -> str:
        return rate(self.accepted, self.findings - self.terminated)


class OfficerRow(NamedTuple):
    """How often somebody went as an officer; a visit of two counts for both."""

    name: str
    checks: int
    look_backs: int


class CommonRow(NamedTuple):
    text: str
    area: str
    units: int
    findings: int


def by_kind(records: Year) -> list[KindRow]:
    """The kinds of units that were checked, the most checked first."""
    findings = records.findings()
    kind_of = {row.pk: row.unit.party.kind for row in records.checks()}
    visited, units = Counter(), defaultdict(set)
    for row in records.all_checks():
        visited[row.unit.party.kind] += 1
        units[row.unit.party.kind].add(row.unit_id)
    found = Counter(kind_of[row.inspection_id] for row in findings)
    fixed = Counter(
        kind_of[row.inspection_id] for row in findings if row.state == Finding.State.ACCEPTED
    )
    ended = Counter(
        kind_of[row.inspection_id] for row in findings if row.state == Finding.State.TERMINATED
    )
    for row in records.past_findings():
        kind = row.check_on_paper.unit.party.kind
        found[kind] += 1
        fixed[kind] += row.is_fixed
    return [
        KindRow(
            Party.Kind(kind).label, len(units[kind]), count, found[kind], fixed[kind], ended[kind]
        )
        for kind, count in visited.most_common()
    ]


def by_officer(records: Year) -> list[OfficerRow]:
    """The officers who went, whoever went most often first."""
    look_backs = {row.pk for row in records.visits() if row.is_look_back}
    checks = {row.pk for row in records.checks()}
    team = TeamMember.objects.filter(
        inspection__in=checks | look_backs, part__in=TeamMember.ENFORCING
    )
    went = defaultdict(Counter)
    for name, visit in team.values_list("user__name", "inspection"):
        went[name]["look_backs" if visit in look_backs else "checks"] += 1
    rows = [OfficerRow(name, row["checks"], row["look_backs"]) for name, row in went.items()]
    return sorted(rows, key=lambda row: (-row.checks - row.look_backs, row.name))


def common_problems(records: Year) -> list[CommonRow]:
    """普遍性问题: items of the checklist found wrong in COMMON units or more, widest first."""
    unit_of = {row.pk: row.unit_id for row in records.checks()}
    units, found, items = defaultdict(set), Counter(), {}
    for row in records.findings():
        if row.item is None:
            continue
        items[row.item.code] = row.item
        units[row.item.code].add(unit_of[row.inspection_id])
        found[row.item.code] += 1
    rows = [
        CommonRow(items[code].text, items[code].area, len(of), found[code])
        for code, of in units.items()
        if len(of) >= COMMON
    ]
    return sorted(rows, key=lambda row: (-row.units, -row.findings, row.text))
