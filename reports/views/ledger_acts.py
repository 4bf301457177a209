"""Pages on which 年度工作台账 is written and its tasks are urged."""

from django.urls import reverse

from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.navigation import Crumb
from archives_enforcement.views import ActView, FormView
from reports.forms.ledger import ProgressForm, TaskForm, UrgeForm, VisitForm
from reports.models import LedgerTask
from reports.services import ledger as services
from reports.views.ledger import LIST


class TaskUrgeView(ActView):
    """督办 one task."""

    permission_required = services.OVERSEE
    template_name = "reports/ledger_form.html"
    queryset = LedgerTask.objects.all()
    form_class = UrgeForm
    success_message = "已督办，登记台账的人员收到消息。"

    def get_context_data(self, **kwargs):
        task = self.object
        context = {
            "title": "督办",
            "submit_label": "督办",
            "task": task,
            "crumbs": [Crumb("工作台账", reverse(LIST)), Crumb(task.title, self.get_success_url())],
            "cancel_url": self.get_success_url(),
            "entries": AuditEntry.objects.visible_to(self.request.user).about(task)[:10],
        }
        return super().get_context_data(**(context | kwargs))

    def perform(self, form):
        return services.urge(
            self.object, actor=self.request.user, on=self.act_date(form),
            note=form.cleaned_data["note"],
        )  # fmt: skip

    def get_success_url(self):
        return reverse("reports:ledger-task-detail", args=[self.object.pk])


class EntryView(FormView):
    """Enter something in the ledger."""

    permission_required = services.KEEP
    template_name = "reports/ledger_form.html"
    title = ""
    explanation = ""

    def get_context_data(self, **kwargs):
        context = {
            "title": self.title,
            "explanation": self.explanation,
            "crumbs": [Crumb("工作台账", reverse(LIST)), Crumb(self.title)],
            "cancel_url": reverse(LIST),
        }
        return super().get_context_data(**(context | kwargs))

    def facts(self, form) -> dict:
        return {name: value for name, value in form.cleaned_data.items() if name != "on"}


class TaskCreateView(EntryView):
    form_class = TaskForm
    title = "列入任务"
    explanation = "列入年度工作台账的任务逐项跟踪到完成，数量写入年度报告。"
    success_message = "任务已列入台账。"

    def perform(self, form):
        return services.create_task(
            actor=self.request.user, on=self.act_date(form), **self.facts(form)
        )

    def get_success_url(self):
        return f"{reverse(LIST)}?year={self.result.year}"


class VisitCreateView(EntryView):
    form_class = VisitForm
    title = "登记安全检查"
    explanation = (
        "领导带队到重点部门的安全检查只记台账：不是行政检查，没有检查记录和反馈意见书，"
        "也不计入行政检查次数。发现的隐患转为线索。"
    )
    success_message = "安全检查已登记。"

    def perform(self, form):
        return services.record_visit(
            actor=self.request.user, on=self.act_date(form), **self.facts(form)
        )

    def get_success_url(self):
        return f"{reverse(LIST)}?year={self.result.visited_on.year}#visits"


class TaskUpdateView(ActView):
    """The progress of one task, with what was entered before."""

    permission_required = services.KEEP
    template_name = "reports/ledger_form.html"
    queryset = LedgerTask.objects.all()
    form_class = ProgressForm
    success_message = "进度已更新。"

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "task": self.object}

    def get_context_data(self, **kwargs):
        task = self.object
        page = self.get_success_url()
        context = {
            "title": "更新进度",
            "task": task,
            "crumbs": [Crumb("工作台账", page), Crumb(task.title)],
            "cancel_url": page,
            "entries": AuditEntry.objects.visible_to(self.request.user).about(task)[:10],
        }
        return super().get_context_data(**(context | kwargs))

    def perform(self, form):
        return services.update_progress(
            self.object,
            actor=self.request.user,
            on=self.act_date(form),
            progress=form.cleaned_data["progress"],
            note=form.cleaned_data["note"],
        )

    def get_success_url(self):
        return f"{reverse(LIST)}?year={self.object.year}"
