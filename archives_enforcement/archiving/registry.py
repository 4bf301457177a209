"""立卷: on which records a case file is kept, and in which order its papers lie.

This room knows no app above it: each app registers its records in `<app>/case_file.py`.
"""

from collections.abc import Callable, Iterable
from datetime import date
from typing import NamedTuple

from django.db.models import Q
from django.urls import reverse

from archives_enforcement.access import ScopedModel
from archives_enforcement.documents.models import Document
from archives_enforcement.files.models import StoredFile
from archives_enforcement.navigation import PageAct

VIEW = "archiving.view_casefile"
MAIN, INNER = "main", "inner"  # 正卷；副卷, which the party never sees
ALWAYS = "always"


class Online(NamedTuple):
    """线上办理: the acts that stand for a paper where none was made of them.

    Actions are those of the trail. Each record on which a decisive one was done, and of which
    there is no paper, stands on the record sheet (线上办理记录) of the place.
    """

    title: str
    decisive: tuple[str, ...]  # without one of them nothing is proved
    records: Callable[[ScopedModel], Iterable[ScopedModel]]  # on which the acts were done
    told: Callable[[list], list[dict]]  # blocks of a form: what was decided, said or seen
    around: tuple[str, ...] = ()  # acts that are shown with them: what led there, what followed
    beside_papers: bool = False  # what a party itself said is kept beside any paper about it


class Place(NamedTuple):
    """One place of the order, and when the law asks that it is not empty."""

    title: str
    kinds: tuple[str, ...] = ()  # papers of the catalogue
    materials: tuple[str, ...] = ()  # what `Sort.materials` hands over, by its key
    part: str = MAIN
    needed: str = ""  # ALWAYS, or the fact of the record that makes it mandatory
    basis: str = ""
    online: Online | None = None
    waivable: bool = True  # a reason may stand for it; else no file is compiled without it


class Route(NamedTuple):
    """The order for one way in which a record may end."""

    label: str
    places: tuple[Place, ...]
    source: str
    mark: str  # how far the source has been checked


class Material(NamedTuple):
    """A stored file of the record, as the contents list names it."""

    key: str
    file: StoredFile
    title: str
    issuer: str
    made_on: date


class Facts(NamedTuple):
    """What the cover says of the record."""

    title: str  # may hold a line end where the cover is to break it
    party: str
    rows: tuple[tuple[str, str], ...]  # numbers and people, as label and value
    opened_on: date | None
    closed_on: date | None
    outcome: str = ""  # the label of the route where it is empty


class Sort(NamedTuple):
    """A sort of record on which a case file is kept."""

    label: str
    model: type[ScopedModel]
    permission: str  # to see the record
    route: Callable[[ScopedModel], Route]
    facts: Callable[[ScopedModel], Facts]
    papers: Callable[[ScopedModel], Iterable[Document]]
    materials: Callable[[ScopedModel], Iterable[Material]]
    conditions: Callable[[ScopedModel, set[str]], set[str]]  # the facts that `Place.needed` names
    refusal: Callable[[ScopedModel], str | None]  # why it cannot be filed yet, with the article
    ready: Q  # the records that can be filed, as `refusal` says of one
    search: tuple[str, ...]  # look-ups for the names and numbers by which a record is known
    day: str  # the field with the day by which the list is sorted, latest first
    begun: Callable[[ScopedModel], bool] = lambda record: True  # whether there can be papers yet
    related: tuple[str, ...] = ()  # what is read together with the record
    days: tuple[str, str] = ("立案日期", "结案日期")  # what the cover calls the two days
    clock: str = ""  # the time limit that archiving meets
    # What is still owed or may still come, though the record has ended; it forbids nothing.
    unsettled: Callable[[ScopedModel, date], list[str]] = lambda record, on: []


SORTS: dict[str, Sort] = {}


def register(about: str, sort: Sort) -> None:
    """Keep case files on such records; `about` is the name under which papers are drafted."""
    SORTS[about] = sort


def offer(about: str, record, user) -> list[PageAct]:
    """The button that leads to the case file, for those who may see it, once there can be one."""
    if not user.has_perm(VIEW) or record.owning_bureau().pk != user.bureau_id:
        return []
    if not SORTS[about].begun(record):
        return []
    return [PageAct("案卷", reverse("archiving:case-file", args=[about, record.pk]))]
