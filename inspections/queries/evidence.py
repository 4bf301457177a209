"""证据清单: every file of a visit with its number, what it tells of itself, and its custody."""

from typing import NamedTuple

from django.contrib.contenttypes.models import ContentType

from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.files.models import StoredFile
from archives_enforcement.files.queries import files_of
from archives_enforcement.templatetags.formats import cn_datetime
from inspections.models import Exhibit, Finding, Inspection, ItemResult, LookBackResult


class Listed(NamedTuple):
    """One line of the list."""

    exhibit: Exhibit
    file: StoredFile
    about: str  # the item it belongs to, or its purpose alone
    custody: list[AuditEntry]  # oldest first

    @property
    def stands(self) -> bool:
        return self.file.withdrawn_at is None

    @property
    def is_picture(self) -> bool:
        return self.file.media_type.startswith("image/")


def files_of_visit(inspection: Inspection):
    """All that was photographed, recorded or signed on a visit, by number; the withdrawn too."""
    rows = StoredFile.objects.filter(exhibit__inspection=inspection)
    rows = rows.select_related("exhibit", "uploaded_by", "withdrawn_by")
    return rows.order_by("exhibit__number")


def exhibits(inspection: Inspection, user) -> list[Listed]:
    """The list as `user` may see it."""
    files = list(files_of_visit(inspection).visible_to(user))
    about, custody = _abouts(inspection, files), _custody(files)
    return [Listed(file.exhibit, file, about[file.pk], custody.get(file.pk, [])) for file in files]


def _abouts(inspection: Inspection, files: list[StoredFile]) -> dict[int, str]:
    model, rows, name = ItemResult, inspection.results, "item__code"
    if inspection.is_look_back:
        model, rows, name = LookBackResult, inspection.look_back_results, "finding__position"
    of = {pk: f"第 {what} 项" if model is LookBackResult else what
          for pk, what in rows.values_list("pk", name)}  # fmt: skip
    kind = ContentType.objects.get_for_model(model).pk
    found = {file.pk: of[file.object_id] if file.content_type_id == kind else "" for file in files}
    return {file.pk: "　".join(filter(None, (found[file.pk], file.purpose))) for file in files}


def _custody(files: list[StoredFile]) -> dict[int, list[AuditEntry]]:
    found: dict[int, list[AuditEntry]] = {}
    if files:
        for entry in AuditEntry.objects.about(*files).order_by("sequence"):
            found.setdefault(entry.object_id, []).append(entry)
    return found


def exhibits_of_finding(finding: Finding, user) -> list[StoredFile]:
    """The photos of the item that the problem was found on; none for whoever may see no files."""
    if finding.item_id is None or not user.has_perm("files.view_storedfile"):
        return []
    result = finding.inspection.results.filter(item=finding.item_id).first()
    return list(files_of(result, user).select_related("exhibit")) if result else []


def on_paper(inspection: Inspection) -> list[list[str]]:
    """Number, item and purpose, name and moment of arrival of each exhibit, as a 笔录 lists it."""
    files = list(files_of_visit(inspection).standing())
    about = _abouts(inspection, files)
    return [
        [str(file.exhibit), about[file.pk], file.name, cn_datetime(file.uploaded_at)]
        for file in files
    ]
