"""Pages of 终结整改: what a unit without an heir left open, the proposal and the decision."""

from django.urls import reverse
from django.utils import timezone

from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.files.resumable import ResumableMixin
from archives_enforcement.forms import ReasonForm
from archives_enforcement.navigation import Crumb, PageAct, acts_from
from archives_enforcement.views import ActView, DetailView
from inspections.forms.terminations import DecideForm, ProposeForm
from inspections.models import Termination
from inspections.queries import terminations as queries
from inspections.services import terminations as services
from inspections.workflow import TERMINATION_FLOW
from units.models import Unit

ROWS = Termination.objects.select_related("unit__party__bureau", "proposed_by", "decided_by")
ENDS = (
    "上面列出的问题、约谈和承诺记为“单位撤销终结”，不再恢复；既不算没有整改，也不算已整改。",
    "单位的期限随之撤销，写明原因，不算按期办结；不再提醒、催办和逐级督促。",
    "还没有送出反馈意见书的检查可以不发意见书办结。",
)
FINAL = "后来查明有单位接手其职能的，对它另行检查；已经终结的问题不再恢复。"


def crumbs(unit: Unit, *more: Crumb) -> list[Crumb]:
    first = Crumb("被检查单位", reverse("units:unit-list"))
    return [first, Crumb(str(unit), unit.get_absolute_url()), *more]


class ProposeView(ResumableMixin, ActView):
    """提出终结 for one unit; the page says what would end."""

    permission_required = services.PROPOSE
    template_name = "inspections/termination_act.html"
    queryset = Unit.objects.select_related("party__bureau")
    form_class = ProposeForm
    title = "提出终结整改"

    def get_initial(self):
        last = self.object.successions.order_by("on", "pk").last()
        return {"paper": last.basis if last else ""}

    def get_context_data(self, **kwargs):
        unit = self.object
        context = {
            "title": f"{self.title}　{unit}",
            "why_not": services.why_not_proposed(unit),
            "left": queries.left_by(unit),
            "consequences": ("提交后由机关负责人决定，决定以前什么都不变。",),
            "crumbs": crumbs(unit, Crumb(self.title)),
            "submit_label": "提交机关负责人决定",
            "cancel_url": unit.get_absolute_url(),
            "today": timezone.localdate(),
        }
        return super().get_context_data(**(context | kwargs))

    def perform(self, form):
        said = form.cleaned_data
        names = ("reason", "paper", "paper_number", "paper_on", "files")
        return services.propose(
            self.object,
            actor=self.request.user,
            on=self.act_date(form),
            **{name: said[name] for name in names},
        )

    def get_success_url(self):
        return self.result.get_absolute_url()

    success_message = "已提出，等待机关负责人决定。"


class TerminationDetailView(DetailView):
    permission_required = "inspections.view_finding"
    template_name = "inspections/termination_detail.html"
    queryset = ROWS
    workflow = TERMINATION_FLOW

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        row, user = self.object, self.request.user
        waiting = row.state == Termination.State.PROPOSED
        return context | {
            "crumbs": crumbs(row.unit, Crumb("终结整改")),
            "left": queries.left_by(row.unit) if waiting else None,
            "findings": row.findings.select_related("inspection").order_by(
                "inspection", "position"
            ),
            "scans": queries.scans_of(row, user),
            "acts": self.acts(context["offers"]),
            "next_step": self.next_step(),
            "final": FINAL,
            "entries": AuditEntry.objects.visible_to(user).about(row)[:10],
        }

    def acts(self, offers) -> list[PageAct]:
        return acts_from(
            offers, lambda name: reverse(f"inspections:termination-{name}", args=[self.object.pk])
        )

    def next_step(self) -> str:
        return {
            "proposed": "请机关负责人核对撤销文件和下面列出的事项后决定。",
            "decided": "已经终结。没有办结的检查请办结。",
            "declined": "没有同意终结；可以看原因后在单位页面重新提出。",
        }[self.object.state]


class TerminationActView(ActView):
    """The decision, or why it is not taken."""

    permission_required = "inspections.approve_inspection"
    template_name = "inspections/termination_act.html"
    queryset = ROWS
    title = ""
    consequences = ()

    def get_context_data(self, **kwargs):
        row = self.object
        context = {
            "title": f"{self.title}　{row.unit}",
            "termination": row,
            "left": queries.left_by(row.unit),
            "consequences": self.consequences,
            "crumbs": crumbs(
                row.unit, Crumb("终结整改", row.get_absolute_url()), Crumb(self.title)
            ),
            "submit_label": self.title,
            "cancel_url": row.get_absolute_url(),
            "today": timezone.localdate(),
        }
        return super().get_context_data(**(context | kwargs))

    def perform(self, form):
        return self.service(
            self.object,
            actor=self.request.user,
            on=self.act_date(form),
            note=form.cleaned_data["note"],
        )


class DecideView(TerminationActView):
    form_class = DecideForm
    title, success_message = "决定终结", "已决定终结。"
    consequences = (*ENDS, FINAL)
    service = staticmethod(services.decide)


class DeclineView(TerminationActView):
    form_class = ReasonForm
    title, success_message = "不同意终结", "已记录不同意的原因，并告诉提出人。"
    service = staticmethod(services.decline)
