"""起草: on which records papers are drafted through the common page, and what is known already.

Documents know no app above them: each app registers its records in `<app>/drafting.py`.
"""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, QuerySet
from django.urls import reverse

from archives_enforcement.access import ScopedModel
from archives_enforcement.accounts.models import Bureau, Party
from archives_enforcement.documents import kinds
from archives_enforcement.documents.models import Document
from archives_enforcement.documents.text_rules import table_of
from archives_enforcement.navigation import PageAct
from archives_enforcement.workflow import BACKFILL

KEEP, ENTER = "documents.keep_record", "documents.enter_document"


def _no_facts(record, on: date) -> dict:
    return {}


def _no_facts_of_kind(record, kind: str, on: date) -> dict:
    return {}


def _no_refusal(record, kind: str, on: date) -> str | None:
    return None


def _basis_of_kind(record, kind: str) -> str:
    return kinds.KINDS[kind].basis


def _nobodys_record(party: Party) -> None:
    return None


def _no_link(record) -> None:
    return None


class Listing(NamedTuple):
    """How records of a sort are listed to draft on many of them in one act (批量起草)."""

    label: str
    rows: Callable[[QuerySet, str], QuerySet]  # those that a kind may concern, in order
    read: Callable[[QuerySet], QuerySet]  # with all that names them and decides about them
    like: Callable[[str], Q]
    detail: Callable[[ScopedModel], str]  # what is said of a record beside its name
    choices: dict[str, tuple[str, list]]  # by what else they are narrowed: field → 中文, values
    day: str = ""  # their date, where they are narrowed by it


class Subject(NamedTuple):
    """A sort of record on which papers are drafted."""

    model: type[ScopedModel]
    party: Callable[[ScopedModel], Party | None]
    facts: Callable[[ScopedModel, date], dict] = _no_facts  # what the record says already
    refusal: Callable[[ScopedModel, str, date], str | None] = _no_refusal  # why not, with article
    page: Callable[[ScopedModel], str] = lambda record: record.get_absolute_url()
    stands_on: Callable[[ScopedModel], ScopedModel] = lambda record: record  # in whose file it is
    of_party: Callable[[Party], ScopedModel | None] = _nobodys_record  # the party's own record
    # Label and address of the party's own page about it, once it was told of something.
    link_for_party: Callable[[ScopedModel], tuple[str, str] | None] = _no_link
    listing: Listing | None = None  # none: its papers are drafted one by one
    # What the record says in papers of one kind alone.
    facts_for: Callable[[ScopedModel, str, date], dict] = _no_facts_of_kind
    # What a paper rests on where that depends on the record, and not on its kind alone.
    basis: Callable[[ScopedModel, str], str] = _basis_of_kind


def _nothing(record, on: date) -> dict:
    return {}


class Way(NamedTuple):
    """By which service papers of a kind are drafted on records of a sort, and what it asks for."""

    permission: str
    title: str
    draft: Callable  # (record, *, title, fields, actor, on) → Document; `fields` are what is typed
    facts: Callable[[ScopedModel, dict, date], dict]  # all that the paper will say, for a sample
    refusal: Callable[[ScopedModel, date], str | None]
    asked: Callable[[ScopedModel, date], dict[str, str]] = _nothing  # what is typed: name → 中文
    own_title: bool = False  # the title is part of the form, not typed
    beside: bool = False  # asks for 附件, 抄送 and 印发机关 too, as a letter drafted alone does
    once: bool = False  # one for each record, as long as it is not void


SUBJECTS: dict[str, Subject] = {}
OWN_WAYS: dict[tuple[str, str], Way] = {}  # of papers that come from an act of their own


def register(about: str, subject: Subject) -> None:
    """Let papers of the kinds `about` such a record be drafted."""
    SUBJECTS[about] = subject


def register_way(about: str, kind: str, way: Way) -> None:
    """Let papers that come from an act of their own be drafted together, by that act."""
    OWN_WAYS[about, kind] = way


def known_facts(about: str, record, kind: str, on: date) -> dict:
    """What the paper must state and the record says already; the rest is typed.

    What the record says in rows fills a list of the paper alone; a paper that follows another
    names it and takes over its lists.
    """
    known = kinds.KINDS[kind]
    subject = SUBJECTS[about]
    facts = subject.facts(record, on) | subject.facts_for(record, kind, on)
    facts |= _taken_over(about, record, known)
    return {
        name: fact
        for name in {**known.fields, **known.extra}
        if (fact := facts.get(name)) and (name in known.tables or table_of(fact) is None)
    }


def _taken_over(about: str, record, known: kinds.Kind) -> dict:
    """Number and lists of the last issued paper that this one follows."""
    code, numbered = known.follows
    if not code:
        return {}
    owner = SUBJECTS[about].stands_on(record)
    of_sort = ContentType.objects.get_for_model(owner)
    rows = Document.objects.filter(content_type=of_sort, object_id=owner.pk, kind=code)
    before = rows.filter(state=Document.State.ISSUED).order_by("pk").last()
    if before is None:
        return {}
    return {numbered: before.number} | {
        name: before.fields[name] for name in known.tables if before.fields.get(name)
    }


def refusal(about: str, record, kind: str, on: date) -> str | None:
    """Why this kind cannot be drafted on this record now, with the article; None when it can."""
    if about not in kinds.KINDS[kind].about:
        return f"{kinds.KINDS[kind].label}不在这里起草，请到有关事项的页面办理。"
    return SUBJECTS[about].refusal(record, kind, on)


def basis_of(document: Document) -> str:
    """What a drafted paper rests on, as the page of its draft says it."""
    subject = document.subject
    rows = (row for row in SUBJECTS.values() if isinstance(subject, row.model))
    found = next(rows, None)
    return (found.basis if found else _basis_of_kind)(subject, document.kind)


def offer(about: str, record, user) -> list[PageAct]:
    """The button that leads to the list of papers, for those who may draft on this record."""
    if not user.has_perm(KEEP) or record.owning_bureau().pk != user.bureau_id:
        return []
    return [PageAct("起草其他文书", reverse("documents:draft-pick", args=[about, record.pk]))]


def record_of(party: Party | None, bureau: Bureau) -> ScopedModel:
    """What a paper stands on of which only the receiver is known: his record, else the bureau."""
    found = (subject.of_party(party) for subject in SUBJECTS.values()) if party else ()
    return next(filter(None, found), bureau)


def link_for_party(record) -> tuple[str, str] | None:
    """Where a party goes on from a paper on this record, if there is anything it may do."""
    found = (row for row in SUBJECTS.values() if isinstance(record, row.model))
    subject = next(found, None)
    return subject and subject.link_for_party(record)


def offer_entry(user, party: Party | None = None) -> list[PageAct]:
    """The button that leads to 补录 of a paper of before, for those who may enter one."""
    if not user.has_perms((ENTER, BACKFILL)):
        return []
    asked = f"?party={party.pk}" if party else ""
    return [PageAct("补录纸质文书", reverse("documents:document-enter") + asked)]


def _own_books(bureau) -> str:
    return reverse("documents:document-list")


register("bureau", Subject(Bureau, lambda bureau: None, page=_own_books))
