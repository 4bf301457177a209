"""Pages of the acts on a case file: each is one form and one service."""

from django.http import HttpResponseRedirect
from django.utils import timezone
from django.utils.functional import cached_property
from django.views.generic.detail import SingleObjectMixin
from django.views.generic.edit import View

from archives_enforcement import views
from archives_enforcement.archiving import arranging, forms, queries, services
from archives_enforcement.archiving.registry import SORTS
from archives_enforcement.archiving.views.reading import CaseFileMixin, RecordMixin
from archives_enforcement.archiving.workflow import CASE_FILE_FLOW
from archives_enforcement.forms import ReasonForm
from archives_enforcement.jobs import queue
from archives_enforcement.jobs.models import Job
from archives_enforcement.navigation import Crumb
from archives_enforcement.workflow import Act

COMPILE, ARCHIVE = "archiving.compile_casefile", "archiving.archive_casefile"


def place_of(case_file) -> dict[str, str]:
    return {"catalogue": case_file.catalogue, "file_number": case_file.file_number}


class MaterialAddView(RecordMixin, views.ActView):
    permission_required = COMPILE
    template_name = "components/form_page.html"
    form_class = forms.MaterialForm
    success_message = "材料已放入案卷。"

    def get_form_kwargs(self):
        places = [row.title for row in self.sort.route(self.object).places]
        asked = self.request.GET.get("place", "")
        return super().get_form_kwargs() | {"places": places, "initial": {"place": asked}}

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            title="补充材料",
            submit_label="放入案卷",
            crumbs=self.crumbs(Crumb("案卷", self.page()), Crumb("补充材料")),
            cancel_url=self.page(),
            **kwargs,
        )

    def perform(self, form):
        return services.add_material(
            self.about,
            self.object,
            actor=self.request.user,
            on=self.act_date(form),
            place=form.cleaned_data["place"],
            files=form.cleaned_data["files"],
        )

    def get_success_url(self):
        return self.page()


class CompileView(RecordMixin, views.ActView):
    permission_required = COMPILE
    template_name = "archiving/compile.html"
    form_class = forms.CompileForm
    success_message = "已立卷，正在生成卷宗。请由其他工作人员检查后归档。"

    @cached_property
    def found(self):
        return arranging.arrange(self.about, self.object)

    def get_form_kwargs(self):
        case_file = queries.case_file_of(self.object, self.request.user)
        return super().get_form_kwargs() | {
            "missing": self.found.missing,
            "reasons": case_file.reasons if case_file else {},
            "initial": place_of(case_file) if case_file else {},
        }

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            title="立卷",
            submit_label="立卷",
            crumbs=self.crumbs(Crumb("案卷", self.page()), Crumb("立卷")),
            cancel_url=self.page(),
            found=self.found,
            volumes=queries.volumes(self.found, None, {}),
            **kwargs,
        )

    def perform(self, form):
        return services.compile_file(
            self.about,
            self.object,
            actor=self.request.user,
            on=self.act_date(form),
            reasons=form.reasons(),
            condition=form.cleaned_data["condition"],
            retention=form.cleaned_data["retention"],
            **form.place(),
        )

    def get_success_url(self):
        return self.page()


class CaseFileActView(CaseFileMixin, views.ActView):
    permission_required = ARCHIVE
    template_name = "components/form_page.html"
    title = step = ""

    def why_not(self) -> str | None:
        """Why the step cannot be taken now, said before anything is typed."""
        act = Act(self.request.user, timezone.localdate(), self.permission_required)
        return CASE_FILE_FLOW.why_not(self.object, self.step, act)

    def get_context_data(self, **kwargs):
        page = self.object.get_absolute_url()
        crumbs = [Crumb(str(self.object.subject), page), Crumb(self.title)]
        return super().get_context_data(
            why_not=None if self.request.method == "POST" else self.why_not(),
            title=self.title,
            submit_label=self.title,
            crumbs=crumbs,
            cancel_url=page,
            **kwargs,
        )

    def by(self, form) -> dict:
        return {"actor": self.request.user, "on": self.act_date(form)}


class SendBackView(CaseFileActView):
    step = "send_back"
    title, success_message = "退回整理", "已退回，请立卷人整理后重新立卷。"
    form_class = ReasonForm

    def perform(self, form):
        return services.send_back(self.object, **self.by(form), note=form.cleaned_data["note"])


class ArchiveView(CaseFileActView):
    title, step = "归档", "archive"
    form_class = forms.ArchiveForm

    def get_initial(self):
        return place_of(self.object)

    def get_context_data(self, **kwargs):
        points = [
            "编归档号，不能收回再用",
            "案卷锁定：卷内文件、目录和备考表不再变动，以后形成的文书不再装入本卷",
            "生成归档信息包，供移交和核对",
            *SORTS[self.object.about].unsettled(self.object.subject, timezone.localdate()),
        ]
        return super().get_context_data(consequences=points, **kwargs)

    def perform(self, form):
        return services.archive(self.object, **self.by(form), **form.place())

    def get_success_message(self):
        return f"已归档，归档号 {self.result.number}，正在生成卷宗和归档信息包。"


class RetryView(CaseFileMixin, views.Guarded, SingleObjectMixin, View):
    """Let the work that failed begin anew."""

    permission_required = COMPILE
    to_act = True
    http_method_names = ("post",)

    def post(self, request, *args, **kwargs):
        case_file = self.get_object()
        for job in queries.jobs_of(case_file):
            if job.state == Job.State.FAILED:
                queue.retry(job)
        return HttpResponseRedirect(case_file.get_absolute_url())
