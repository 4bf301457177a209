"""What the pages show of a case file."""

from datetime import date
from typing import NamedTuple

from django.contrib.contenttypes.models import ContentType
from django.db.models import F
from django.urls import reverse

from archives_enforcement.access import ScopedModel
from archives_enforcement.archiving import arranging
from archives_enforcement.archiving.models import Bound, CaseFile
from archives_enforcement.archiving.registry import INNER, MAIN, SORTS, Sort
from archives_enforcement.archiving.workflow import BIND, CASE_FILE_FLOW, PACK
from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.documents import kinds
from archives_enforcement.documents.drafting import KEEP
from archives_enforcement.jobs.models import Job
from archives_enforcement.navigation import PageAct
from archives_enforcement.workflow import Act

FILES = {"main": "main-volume-pdf", "inner": "inner-volume-pdf", "package": "case-file-package"}
PAGES = {"send_back": "case-file-send-back", "archive": "case-file-archive"}


def sent_back(case_file: CaseFile) -> str:
    """Who sent a case file back and why, until it is compiled anew; empty otherwise."""
    rows = AuditEntry.objects.about(case_file).filter(action__in=("compile", "send_back"))
    last = rows.first()
    if last is None or last.action != "send_back":
        return ""
    return f"{last.actor_name}退回整理：{last.note.rstrip('。')}"


class Listed(NamedTuple):
    """A record of the list with its case file, as far as there is one, and what is made of it."""

    record: ScopedModel
    day: date | None
    url: str
    case_file: CaseFile | None
    made: list[tuple[str, str]]  # label and address of each file of the present edition


class Gap(NamedTuple):
    """Something missing, where it can be made, and why it may be missing."""

    missing: arranging.Missing
    url: str
    reason: str


def sorts_for(user) -> dict[str, Sort]:
    """The sorts of records that the user's post may see, by their names."""
    return {about: sort for about, sort in SORTS.items() if user.has_perm(sort.permission)}


def listed(sort: Sort):
    """The records that can be filed or are, latest first."""
    rows = sort.model.objects.filter(sort.ready).select_related(*sort.related)
    return rows.order_by(F(sort.day).desc(nulls_last=True), "-pk")


def with_case_files(about: str, records, user) -> list[Listed]:
    """The rows of one page; what is fixed in a case file is long and stays in the database."""
    sort = SORTS[about]
    kind = ContentType.objects.get_for_model(sort.model)
    rows = CaseFile.objects.visible_to(user).filter(content_type=kind)
    rows = rows.filter(object_id__in=[record.pk for record in records])
    found = {
        row.object_id: row for row in rows.defer("contents", "reasons").prefetch_related("bound")
    }
    return [
        Listed(
            record,
            getattr(record, sort.day),
            reverse("archiving:case-file", args=[about, record.pk]),
            case_file := found.get(record.pk),
            _made(case_file) if case_file else [],
        )
        for record in records
    ]


def _made(case_file: CaseFile) -> list[tuple[str, str]]:
    if case_file.state == CaseFile.State.ARRANGING:
        return []
    return [
        (row.get_part_display(), reverse(f"archiving:{FILES[row.part]}", args=[case_file.pk]))
        for row in sorted(case_file.bound.all(), key=lambda row: list(FILES).index(row.part))
        if row.edition == case_file.edition
    ]


def case_file_of(record, user) -> CaseFile | None:
    """The case file of a record, with that record for its subject."""
    kind = ContentType.objects.get_for_model(record)
    rows = CaseFile.objects.visible_to(user).select_related("compiled_by", "checked_by", "bureau")
    found = rows.filter(content_type=kind, object_id=record.pk).first()
    if found is not None:
        found.subject = record
    return found


def gaps(about: str, record, found, case_file, user) -> list[Gap]:
    reasons = case_file.reasons if case_file else {}
    return [
        Gap(row, _where(about, record, row, user), reasons.get(row.what, ""))
        for row in found.missing
    ]


def _where(about: str, record, row: arranging.Missing, user) -> str:
    """The page on which this person can fill the gap; empty when his post cannot."""
    if row.document:
        return row.document.get_absolute_url()
    kind = kinds.KINDS.get(row.kind)
    if kind and about in kind.about and user.has_perm(KEEP) and user.has_perm(kind.drafter):
        return reverse("documents:draft", args=[about, record.pk, row.kind])
    if user.has_perm("archiving.compile_casefile"):
        page = reverse("archiving:material-add", args=[about, record.pk])
        return f"{page}?place={row.what}"
    return ""


def volumes(found, case_file: CaseFile | None, bound: dict[str, Bound]) -> list[dict]:
    """正卷 and 副卷, place by place: as fixed, or as it stands now."""
    fixed = case_file is not None and case_file.state != CaseFile.State.ARRANGING
    lines = case_file.contents["lines"] if fixed else [row._asdict() for row in found.lines]
    pages = {part: row.pages for part, row in bound.items()}
    return [
        {
            "part": part,
            "label": Bound.Part(part).label,
            "lines": [
                line | {"position": place, "span": span}
                for place, (line, span) in enumerate(
                    _with_spans([row for row in lines if row["part"] == part], pages.get(part)),
                    start=1,
                )
            ],
            "bound": pages.get(part) is not None,
        }
        for part in (MAIN, INNER)
    ]


def _with_spans(lines: list[dict], spans: list | None):
    return zip(lines, spans or [None] * len(lines), strict=True)


def bound(case_file: CaseFile | None) -> dict[str, Bound]:
    """What the worker has made of the present edition."""
    if case_file is None or case_file.state == CaseFile.State.ARRANGING:
        return {}
    return {row.part: row for row in case_file.bound.filter(edition=case_file.edition)}


def jobs_of(case_file: CaseFile):
    """The newest job of each kind on the case file."""
    kinds_of_work = (*BIND.values(), PACK)
    rows = Job.objects.filter(kind__in=kinds_of_work, object_id=case_file.pk).order_by("pk")
    return list({row.kind: row for row in rows}.values())


def later(case_file: CaseFile | None, found) -> list[arranging.Line]:
    """What has come in since the order was fixed."""
    if case_file is None or case_file.state == CaseFile.State.ARRANGING:
        return []
    held = {(line["source"], line["key"]) for line in case_file.contents["lines"]}
    return [line for line in found.lines if (line.source, line.key) not in held]


def acts(about: str, record, case_file: CaseFile | None, user, on) -> list[PageAct]:
    """The buttons of the page; what is closed says why."""
    found = []
    state = case_file.state if case_file else CaseFile.State.ARRANGING
    if state == CaseFile.State.ARRANGING and user.has_perm("archiving.compile_casefile"):
        why = SORTS[about].refusal(record) or ""
        url = reverse("archiving:case-file-compile", args=[about, record.pk])
        found.append(PageAct("立卷", "" if why else url, not why, why))
        add = reverse("archiving:material-add", args=[about, record.pk])
        found.append(PageAct("补充材料", add))
    for name, page in PAGES.items() if case_file else ():
        found += _step(case_file, name, page, Act(user, on))
    return sorted(found, key=lambda act: (bool(act.why), not act.primary))


def _step(case_file: CaseFile, name: str, page: str, act: Act):
    step = CASE_FILE_FLOW.transitions[name]
    if case_file.state in step.sources and act.actor.has_perm(step.permission):
        why = step.refusal(case_file, act) or ""
        url = reverse(f"archiving:{page}", args=[case_file.pk])
        yield PageAct(step.label, "" if why else url, name == "archive" and not why, why)
