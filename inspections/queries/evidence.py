"""证据清单: every file of a visit with its number, what it tells of itself, and its custody."""

from typing import NamedTuple

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q

from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.files.models import StoredFile
from inspections.models import Inspection, ItemResult


class Exhibit(NamedTuple):
    """One file of a visit; files are never removed, so a number once given stays."""

    number: int
    file: StoredFile
    about: str  # the item it belongs to, or its purpose alone
    custody: list[AuditEntry]  # oldest first

    @property
    def is_picture(self) -> bool:
        return self.file.media_type.startswith("image/")


def files_of_visit(inspection: Inspection):
    """All that was photographed, recorded or signed on a visit, in the order of arrival."""
    visit, result = (ContentType.objects.get_for_model(kind) for kind in (Inspection, ItemResult))
    of_items = inspection.results.order_by().values("pk")
    mine = Q(content_type=visit, object_id=inspection.pk)
    return StoredFile.objects.filter(
        mine | Q(content_type=result, object_id__in=of_items)
    ).order_by("pk")


def exhibits(inspection: Inspection, user) -> list[Exhibit]:
    """The list as `user` may see it."""
    files = list(files_of_visit(inspection).visible_to(user).select_related("uploaded_by"))
    codes = dict(inspection.results.values_list("pk", "item__code"))
    kind = ContentType.objects.get_for_model(ItemResult)
    custody: dict[int, list[AuditEntry]] = {}
    if files:
        for entry in AuditEntry.objects.about(*files).order_by("sequence"):
            custody.setdefault(entry.object_id, []).append(entry)
    found = []
    for number, file in enumerate(files, start=1):
        code = codes.get(file.object_id, "") if file.content_type_id == kind.pk else ""
        about = "　".join(filter(None, (code, file.purpose)))
        found.append(Exhibit(number, file, about, custody.get(file.pk, [])))
    return found
