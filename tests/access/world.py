"""One world with a record of every kind, in the states in which somebody may act on it.

Everything comes about through factories and services. Three bureaus have such a year; the records
that the table addresses are those of the bureau of unit A.
"""

from dataclasses import dataclass, field
from datetime import date
from types import SimpleNamespace

from django.contrib.sessions.backends.db import SessionStore
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from archives_enforcement.accounts.models import Certificate, User
from archives_enforcement.documents import access_codes, verification
from archives_enforcement.documents.models import AccessCode
from archives_enforcement.files import store
from archives_enforcement.legislation.packaged import cite
from archives_enforcement.notifications.models import Message
from archives_enforcement.notifications.services import tell
from penalties.spreadsheet import as_workbook
from penalties.views import benchmark_sheets
from publicity import officer_codes
from publicity.services import officers
from reports.views.history import OfHistory
from tests import factories
from tests.access import (
    assessments,
    books,
    campaigns,
    cases,
    disclosing,
    models_shown,
    self_inspections,
    supervising,
    tips,
    visits,
)
from tests.access.canaries import canary
from tests.access.people import make_persons, make_team
from tests.access.sides import Side, make_bureau, make_unit
from tests.files.test_arrival import photo
from units.views.importing import OfUnits

UNITS = "单位名称,性质\n示例街道九,乡镇街道\n"
PAST = "单位名称,检查类型,检查日期,纸质材料所在\n示例街道八,日常检查,2020-5-8,示例案卷\n"


@dataclass
class World:
    records: dict  # name in the table → record
    users: dict[str, User]  # by letter
    sessions: dict[str, str]  # by letter, of those who have chosen a file to import
    answers: dict = field(default_factory=dict)  # what was asked once is not asked again


def build() -> World:
    above = make_bureau("U", "120100")
    own = make_bureau("A", "120110", parent=above)
    other = make_bureau("O", "120111")
    unit_a, unit_b = make_unit(own, "A"), make_unit(own, "B")
    users = make_persons(own, other, above, unit_a, unit_b)
    side = Side("A", own, unit_a, make_team(own), users["I"], users["j"], users["A"])
    records = year(side)
    records |= cases.later_cases(side, records["firm"])
    visits.told(Side("B", own, unit_b, side.team, users["I"], users["j"], users["B"]))
    elsewhere = [_elsewhere(letter, bureau) for letter, bureau in (("O", other), ("U", above))]
    lists = {place.letter: year(place)["list_adopted"] for place in elsewhere}
    records |= campaigns.from_above(elsewhere[-1], side, lists["U"])
    for place in (side, *elsewhere):
        books.make_seal(place)
        books.make_void(place)
    records["deputation_head"] = books.away(side, users["h"], side.team.lawyer)
    records |= supervising.invited(side, users["O"], records["visit_told"])
    records["message"] = _messages(users)["A"]
    opened = {"-": _opening(records)}
    importing = {"r": _importing(records["benchmark_draft"])}
    return World(records, users, opened | {letter: _choosing() for letter in "OTc"} | importing)


def _elsewhere(letter: str, bureau) -> Side:
    """A bureau whose people are none of the table's."""
    unit = make_unit(bureau, letter)
    observer = factories.make_user(f"observer-{letter}", "observer")
    chair = factories.make_user(f"chair-{letter}", "hearing_chair", bureau=bureau)
    contact = factories.make_contact(f"contact-{letter}", unit.party)
    return Side(letter, bureau, unit, make_team(bureau), observer, chair, contact)


def year(side: Side) -> dict:
    """The books of one bureau; the records by the names that the table uses."""
    certificate = Certificate.objects.create(
        user=side.team.lead,
        number=side.mark("cert"),
        issuer="示例市司法局",
        valid_from=date(2021, 1, 1),
        valid_to=date(2030, 12, 31),
    )
    found = {"unit": side.unit, "bureau": side.bureau, "certificate": certificate}
    for part in (
        books.plans,
        books.checklists,
        books.benchmarks,
        books.rules,
        books.card,
        books.people,
        books.imports,
        campaigns.entered,
        visits.visits,
        self_inspections.self_inspections,
        assessments.assessments,
        books.draws,
        books.papers,
        disclosing.publicity,
        disclosing.public_lists,
        books.reports,
        supervising.supervision,
        tips.tips,
    ):
        found |= part(side)
    found["officer_code"] = _code(side, found)
    found["deputation"] = books.away(side, side.team.chief, side.team.desk)
    found |= visits.talks(side, found)
    found |= models_shown.published(side)
    found |= disclosing.disclosures(side, found)
    return found | cases.first_case(side)


def _code(side: Side, found: dict) -> SimpleNamespace:
    """What the lead officer shows at the unit's door today; his photo stands beside it."""
    today = timezone.localdate()
    picture = SimpleUploadedFile("证件照.jpg", photo())
    card = officer_codes.certificate_of(side.team.lead, today)
    officers.keep_photo(card, actor=side.team.desk, on=today, upload=picture)
    code = officer_codes.make(found["visit_on_site"], side.team.lead, today)
    return SimpleNamespace(code=code)


def _opening(records: dict) -> str:
    """The session of somebody who has opened a paper by the code of its slip."""
    code = verification.new_code()
    paper, now = records["paper_issued"], timezone.now()
    records["access_code"] = AccessCode.objects.create(
        delivery=paper.deliveries.get(), made_by=paper.issued_by, made_at=now, used_at=now,
        expires_at=now + AccessCode.LASTS, **access_codes.digests(code, paper.number),
    )  # fmt: skip
    session = SessionStore()
    session[access_codes.KEPT] = records["access_code"].pk
    session.save()
    return session.session_key


def _importing(draft) -> str:
    """The session of a reviewer who has chosen an Excel file for a draft and has yet to confirm."""
    session = SessionStore()
    kept = {"sha256": store.put(as_workbook(draft.content, cite)), "name": "基准.xlsx"}
    session[benchmark_sheets.KEPT] = kept | {"of": draft.pk}
    session.save()
    return session.session_key


def _choosing() -> str:
    """The session of a clerk who has chosen lists to bring in and has yet to confirm them."""
    session = SessionStore()
    session[OfUnits.kept] = {"sha256": store.put(UNITS.encode()), "name": "单位.csv"}
    session[OfHistory.kept] = {"sha256": store.put(PAST.encode()), "name": "历史检查.csv"}
    session.save()
    return session.session_key


def _messages(users: dict[str, User]) -> dict[str, Message]:
    """A message to each person."""
    for letter, user in users.items():
        tell([user], canary(letter, "msg"))
    return {
        letter: Message.objects.get(recipient=user, text=canary(letter, "msg"))
        for letter, user in users.items()
    }
