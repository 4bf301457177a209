"""The clocks of many records, read in one query."""

from collections.abc import Iterable

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, Q, QuerySet

from archives_enforcement.asking import Asking, shared_rows_of
from archives_enforcement.workdays.models import Deadline


class Clocks:
    """Every clock on the records of some lists, open or not, as they were when read.

    A list holds records of one model; without any record nothing is asked.
    """

    def __init__(self, *lists: list[Model]):
        self._keep(_on(lists))

    @classmethod
    def among(cls, clocks: Iterable[Deadline]) -> "Clocks":
        """Those that were read already, in order of their keys."""
        found = cls()
        found._keep(clocks)
        return found

    def _keep(self, clocks: Iterable[Deadline]) -> None:
        self._of: dict[tuple[int, int], dict[str, Deadline]] = {}
        for clock in clocks:
            found = self._of.setdefault((clock.content_type_id, clock.object_id), {})
            found[clock.code] = clock

    def on(self, subject: Model) -> dict[str, Deadline]:
        """The last clock of each code on one record."""
        kind = ContentType.objects.get_for_model(subject)
        return self._of.get((kind.pk, subject.pk), {})

    def find(self, subject: Model, code: str) -> Deadline | None:
        return self.on(subject).get(code)


def clocks_on(*lists: list[Model]) -> Asking[Clocks]:
    """The same for a function that `asks`: beside others, all their clocks are one query."""
    if not any(lists):
        return Clocks()
    return Clocks.among((yield from shared_rows_of(_on(lists))))


def _on(lists: Iterable[list[Model]]) -> QuerySet:
    wanted = Q(pk__in=[])
    for rows in filter(None, lists):
        kind = ContentType.objects.get_for_model(rows[0])
        wanted |= Q(content_type=kind, object_id__in={row.pk for row in rows})
    return Deadline.objects.filter(wanted).order_by("pk")
