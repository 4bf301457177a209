"""查找: one question put to every register that the person may read."""

from collections.abc import Callable
from typing import NamedTuple

from django.db.models import Q, QuerySet

from archives_enforcement.accounts.models import Party, User
from archives_enforcement.documents import numbering
from archives_enforcement.documents.models import Document
from archives_enforcement.templatetags.formats import cn_date
from inspections.models import Finding, Inspection, Interview, Lead
from inspections.queries.search import party_like, unit_like
from penalties.models import Case
from penalties.queries import cases
from publicity.models import Notice
from reports.models import PastCheck
from units import queries as units
from units.models import Unit

SHOWN = 8  # rows of each register; its own list has the rest
LONGEST = 60  # characters of a question


class Hit(NamedTuple):
    title: str
    note: str
    url: str


class Register(NamedTuple):
    """Where to look: `rows` narrows its records by a text, `hit` says how one is shown."""

    label: str
    permission: str
    model: type
    condition: Callable[[str], Q]
    hit: Callable[[object], Hit]
    needs: tuple[str, ...]  # relations that `hit` reads
    page: str  # the list that takes the same text as `?q=`; "" when none does


class Found(NamedTuple):
    label: str
    hits: list[Hit]
    more: bool
    page: str


def _documents(text: str) -> Q:
    parties = Party.objects.filter(party_like(text)).values("pk")
    number = Q(number__icontains=numbering.normal(text))
    return number | Q(title__icontains=text) | Q(party__in=parties)


def _notices(text: str) -> Q:
    return Q(title__icontains=text) | Q(number__icontains=text) | Q(party_name__icontains=text)


def _past_checks(text: str) -> Q:
    letter = Q(letter_number__icontains=numbering.normal(text))
    return letter | Q(unit__in=Unit.objects.filter(units.like(text)).values("pk"))


def _past_check(row: PastCheck) -> Hit:
    note = f"{row.get_kind_display()}　{cn_date(row.held_on)}　{row.letter_number}"
    return Hit(str(row.unit), note.rstrip(), row.get_absolute_url())


def _unit(row: Unit) -> Hit:
    return Hit(str(row), row.party.credit_code or row.party.get_kind_display(),
               row.get_absolute_url())  # fmt: skip


def _document(row: Document) -> Hit:
    note = "　".join(part for part in (row.number, cn_date(row.issued_on)) if part)
    title = f"{row.title}　{row.party}" if row.party else row.title
    return Hit(title, note or row.get_state_display(), row.get_absolute_url())


def _inspection(row: Inspection) -> Hit:
    day = cn_date(row.inspected_on or row.scheduled_on)
    note = f"{day}　{row.get_state_display()}" if day else row.get_state_display()
    return Hit(f"{row.unit}　{row.get_kind_display()}", note, row.get_absolute_url())


def _finding(row: Finding) -> Hit:
    note = f"{row.inspection.unit}　{row.get_state_display()}"
    return Hit(row.text[:60], note, row.get_absolute_url())


def _interview(row: Interview) -> Hit:
    day = cn_date(row.held_on)
    return Hit(f"约谈{row.unit}", day or row.get_state_display(), row.get_absolute_url())


def _lead(row: Lead) -> Hit:
    return Hit(row.text[:60], f"{row.party}　{row.get_state_display()}", row.get_absolute_url())


def _case(row: Case) -> Hit:
    note = "　".join(part for part in (row.number, row.get_state_display()) if part)
    return Hit(row.name, note, row.get_absolute_url())


def _notice(row: Notice) -> Hit:
    return Hit(row.title, f"{row.number}　{row.get_state_display()}", row.get_absolute_url())


def _of_unit(text: str) -> Q:
    return unit_like(text, "unit__")


def _findings(text: str) -> Q:
    return Q(text__icontains=text)


# fmt: off
REGISTERS = (
    Register("被检查单位", "units.view_unit", Unit, units.like, _unit, ("party",),
             "units:unit-list"),
    Register("文书", "documents.view_document", Document, _documents, _document,
             ("party",), "documents:document-list"),
    Register("检查", "inspections.view_inspection", Inspection, _of_unit, _inspection,
             ("unit__party",), "inspections:inspection-list"),
    Register("历史检查", "inspections.view_inspection", PastCheck, _past_checks, _past_check,
             ("unit__party",), "reports:past-check-list"),
    Register("问题", "inspections.view_finding", Finding, _findings, _finding,
             ("inspection__unit__party",), ""),
    Register("约谈", "inspections.view_interview", Interview, _of_unit, _interview,
             ("unit__party",), "inspections:interview-list"),
    Register("线索", "inspections.view_lead", Lead, cases.lead_like, _lead, ("party",),
             "penalties:lead-list"),
    Register("案件", "penalties.view_case", Case, cases.like, _case, (), "penalties:case-list"),
    Register("公示", "publicity.view_notice", Notice, _notices, _notice, (),
             "publicity:notice-list"),
)
# fmt: on


def search(user: User, text: str) -> list[Found]:
    """What matches `text` in each register that `user` may read; registers without a hit left out.

    Whoever gave a tip or made a complaint is in no register that is looked through.
    """
    text = text.strip()[:LONGEST]
    if not text:
        return []
    read = [row for row in REGISTERS if user.has_perm(row.permission)]
    return [found for row in read if (found := _look(row, user, text)).hits]


def _look(register: Register, user: User, text: str) -> Found:
    rows: QuerySet = register.model.objects.visible_to(user).select_related(*register.needs)
    rows = list(rows.filter(register.condition(text)).distinct().order_by("-pk")[: SHOWN + 1])
    hits = [register.hit(row) for row in rows[:SHOWN]]
    return Found(register.label, hits, len(rows) > SHOWN, register.page)
