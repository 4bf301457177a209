"""Who may do what: the policy, written by hand from the law and the posts, never from the code.

Each room keeps its lines in a module of its own name, with the reasons above each area.
One line is one page on one record. Columns:

  how     READ  GET as the cells say; POST does nothing for anybody
          ACT   GET and POST as the cells say
          POST  POST as the cells say; GET does nothing for anybody
  page    the name of the address
  record  what the address names in `world.py` (`.` for none); `&name=value` gives further parts of
          the address, `?name=value` its query, where `@record` stands for a record's key and
          `@record.field` for a fact of it
  cells   one sign for each person, in the order of `people.PERSONS`:
          -  AB  IN  O  ST  ochdsrja  m
          y may (the page is shown; a POST answers 200, 302 or 422)   > may, and is led elsewhere
          3 forbidden (403)   4 does not exist for him (404)   L is sent to sign in
  mark    the canary the page shows to those who may, as `side:kind`, `own:kind` for the reader's
          own side, `.` where a page shows no record
"""

from typing import NamedTuple

from tests.access.people import PERSONS
from tests.access.policy.accounts import BUREAU, PEOPLE, SECOND_FACTOR
from tests.access.policy.archiving import CASE_FILES
from tests.access.policy.documents import DOCUMENTS, ENTRY, SEALS, VERIFICATION
from tests.access.policy.entrance import ENTRANCE
from tests.access.policy.files import FILES
from tests.access.policy.inspections import (
    ASSESSMENTS,
    CAMPAIGNS,
    CHECKLISTS,
    COVERAGE,
    DRAWS,
    OFFLINE,
    PLANS,
    RECORDING,
    RECTIFICATION,
    SELF_INSPECTION,
    TIPS,
    VISITS,
)
from tests.access.policy.notifications import MESSAGES
from tests.access.policy.penalties import BENCHMARKS, CASES
from tests.access.policy.publicity import CODES, DISCLOSURE, LISTS, PUBLICITY
from tests.access.policy.reports import REPORTS
from tests.access.policy.supervision import (
    COMPLAINTS,
    FAULTS,
    FILE_REVIEWS,
    NOTICES,
    RATINGS,
    REMEDIES,
    ROUNDS,
)
from tests.access.policy.units import UNITS
from tests.access.policy.workdays import CLOCKS

AREAS = (
    ENTRANCE, BUREAU, SECOND_FACTOR, PEOPLE, MESSAGES, DOCUMENTS, SEALS, VERIFICATION, ENTRY, FILES,
    UNITS, PLANS, CAMPAIGNS, COVERAGE, CHECKLISTS, DRAWS, VISITS, RECORDING, OFFLINE, RECTIFICATION,
    SELF_INSPECTION, ASSESSMENTS, TIPS, BENCHMARKS, CASES, CASE_FILES, ROUNDS, FILE_REVIEWS,
    NOTICES, COMPLAINTS, FAULTS, REMEDIES, RATINGS, CODES, DISCLOSURE, LISTS, PUBLICITY, REPORTS,
    CLOCKS,
)  # fmt: skip


class Row(NamedTuple):
    """One line of the table."""

    how: str
    page: str
    record: str
    signs: str  # one for each person of PERSONS
    mark: str

    def __str__(self):
        return f"{self.page}[{self.record}]"

    def sign(self, person: str) -> str:
        return self.signs[list(PERSONS).index(person)]


def _row(line: str) -> Row:
    how, page, record, *cells, mark = line.split()
    signs = "".join(cells)
    if len(signs) != len(PERSONS):
        raise ValueError(f"{page} has {len(signs)} cells, not {len(PERSONS)}")
    return Row(how, page, record, signs, mark)


TABLE = tuple(_row(line) for area in AREAS for line in area.strip().splitlines())
