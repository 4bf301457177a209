"""The list of case files, and the page of one: order, what is missing, what has been made of it."""

from django.http import FileResponse, Http404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.http import content_disposition_header
from django.views.generic.detail import BaseDetailView

from archives_enforcement import views
from archives_enforcement.archiving import arranging, queries
from archives_enforcement.archiving.forms import CaseFileFilter
from archives_enforcement.archiving.models import Bound, CaseFile
from archives_enforcement.archiving.registry import SORTS, VIEW, Sort
from archives_enforcement.exporting import Exported
from archives_enforcement.files import store
from archives_enforcement.jobs.models import Job
from archives_enforcement.legislation.models import Mark
from archives_enforcement.navigation import Crumb


class RecordMixin:
    """The record on which the case file is kept; its own permission is asked for too."""

    to_act = True

    @property
    def about(self) -> str:
        return self.kwargs["about"]

    @property
    def sort(self) -> Sort:
        if self.about not in SORTS:
            raise Http404("没有这一类案卷。")
        return SORTS[self.about]

    @property
    def queryset(self):
        return self.sort.model.objects.select_related(*self.sort.related)

    def get_permission_required(self):
        return (*super().get_permission_required(), self.sort.permission)

    def crumbs(self, *last: Crumb) -> list[Crumb]:
        return [Crumb(str(self.object), self.object.get_absolute_url()), *last]

    def page(self) -> str:
        return reverse("archiving:case-file", args=[self.about, self.object.pk])


class CaseFileListView(Exported, views.ListView):
    """The records of one sort that can be filed or are, with what became of their case files."""

    permission_required = VIEW
    to_act = True  # case files of bureaus below stay with them
    template_name = "archiving/case_file_list.html"
    filterset_class = CaseFileFilter
    sheet_title = "案卷"

    @property
    def sheet_columns(self):
        return (
            ("案卷", 44), ("编号", 24), (self.day, 14), ("归档号", 24), ("卷宗", 30), ("状态", 12),
        )  # fmt: skip

    def sheet_rows(self, rows):
        return queries.with_case_files(self.about, rows, self.request.user)

    def sheet_line(self, row):
        made, kept = "、".join(label for label, _ in row.made), row.case_file
        return (
            str(row.record), row.record.number or "", row.day, (kept and kept.number) or "", made,
            kept.get_state_display() if kept else "待立卷",
        )  # fmt: skip

    @property
    def day(self) -> str:
        sort = SORTS[self.about]
        return sort.model._meta.get_field(sort.day).verbose_name

    @cached_property
    def about(self) -> str:
        """The sort asked for, or the first that this post may see."""
        allowed, asked = queries.sorts_for(self.request.user), self.request.GET.get("about")
        return asked if asked in allowed else next(iter(allowed or SORTS))

    @property
    def queryset(self):
        return queries.listed(SORTS[self.about])

    def get_permission_required(self):
        return (*super().get_permission_required(), SORTS[self.about].permission)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        listed = queries.with_case_files(self.about, context["object_list"], self.request.user)
        return context | {"rows": listed, "day": self.day}


class CaseFileView(RecordMixin, views.DetailView):
    permission_required = VIEW
    template_name = "archiving/case_file.html"

    def get_context_data(self, **kwargs):
        record, user = self.object, self.request.user
        context = super().get_context_data(**kwargs)
        case_file = queries.case_file_of(record, user)
        route = self.sort.route(record)
        found = (
            arranging.arrangement_of(case_file)
            if case_file
            else arranging.arrange(self.about, record)
        )
        bound = queries.bound(case_file)
        return context | {
            "sort": self.sort,
            "route": route,
            "mark": dict(Mark.choices).get(route.mark, ""),
            "case_file": case_file,
            "volumes": queries.volumes(found, case_file, bound),
            "gaps": queries.gaps(self.about, record, found, case_file, user),
            "found": found,
            "unsettled": self.sort.unsettled(record, context["today"]),
            "later": queries.later(case_file, found),
            "bound": bound,
            "making": self.making(case_file, bound),
            "failed": self.failed(case_file),
            "acts": queries.acts(self.about, record, case_file, user, context["today"]),
            "crumbs": self.crumbs(Crumb("案卷")),
            "next_step": next_step(case_file, self.sort.refusal(record)),
        }

    def making(self, case_file, bound) -> bool:
        """Whether the worker still owes something of this edition."""
        if case_file is None or case_file.state == CaseFile.State.ARRANGING:
            return False
        packed = [Bound.Part.PACKAGE] if case_file.number else []
        return not {*case_file.parts, *packed} <= set(bound)

    def failed(self, case_file) -> list[Job]:
        jobs = queries.jobs_of(case_file) if case_file else []
        return [job for job in jobs if job.state == Job.State.FAILED]


def next_step(case_file, refusal: str | None) -> str:
    """What happens next with a case file, in one sentence."""
    state = case_file.state if case_file else CaseFile.State.ARRANGING
    if state == CaseFile.State.ARRANGING:
        if case_file and not refusal and (why := queries.sent_back(case_file)):
            return f"{why}。整理好以后重新立卷。"
        return refusal or "核对卷内顺序，补齐缺少的文书，然后立卷。"
    if state == CaseFile.State.COMPILED:
        return "由立卷人以外的工作人员检查卷宗，没有问题就归档。"
    return "案卷已经归档，不再变动。"


class CaseFileMixin:
    """A case file by its own key; whoever opens it may also see the record it is about."""

    model = CaseFile

    def get_object(self, queryset=None):
        case_file = super().get_object(queryset)
        if not self.request.user.has_perm(SORTS[case_file.about].permission):
            raise Http404("没有这个案卷。")
        return case_file


class BoundView(CaseFileMixin, views.Guarded, BaseDetailView):
    """One file made of the present edition."""

    permission_required = VIEW
    part, media_type, ending = "", "application/pdf", "pdf"

    def render_to_response(self, context):
        found = queries.bound(self.object).get(self.part)
        if found is None:
            raise Http404("还没有生成，请稍后再看。")
        response = FileResponse(
            store.path_of(found.sha256).open("rb"), content_type=self.media_type
        )
        name = f"{self.object.number or self.object.title}-{found.get_part_display()}.{self.ending}"
        as_file = self.part == Bound.Part.PACKAGE
        response["Content-Disposition"] = content_disposition_header(as_file, name)
        response["Content-Security-Policy"] = "default-src 'none'; sandbox"
        return response


class MainVolumeView(BoundView):
    part = Bound.Part.MAIN


class InnerVolumeView(BoundView):
    part = Bound.Part.INNER


class PackageView(BoundView):
    part, media_type, ending = Bound.Part.PACKAGE, "application/zip", "zip"
