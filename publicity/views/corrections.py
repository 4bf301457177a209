"""Pages of requests for correction: for the party that asks, and for those who answer."""

from django.urls import reverse
from django.utils.timezone import localdate

from archives_enforcement.files.queries import files_of
from archives_enforcement.forms import ActForm, ReasonForm
from archives_enforcement.navigation import Crumb, acts_from
from archives_enforcement.views import ActView, DetailView, layout_for
from publicity.forms import corrections as forms
from publicity.models import CorrectionRequest, Notice
from publicity.services import corrections as services
from publicity.services.notices import DRAFT, SUMMARY
from publicity.views.notices import crumbs_of
from publicity.workflow import CORRECTION_FLOW

PAGE_OF_STEP = {
    "propose": "correction-propose",
    "return_request": "correction-return",
    "correct": "correction-decide",
    "refuse": "correction-decide",
}
REQUESTS = CorrectionRequest.objects.select_related(
    "notice__document__party", "notice__bureau", "proposed_by", "decided_by", "asked_by"
)


class CorrectionAskView(ActView):
    """The party asks for its public record to be corrected."""

    permission_required = services.ASK
    template_name = "publicity/correction_act.html"
    form_class = forms.AskForm
    success_message = "申请已提交，答复会发到您的消息里。"

    def get_queryset(self):
        rows = Notice.objects.public_on(localdate())
        return rows.select_related("document__party", "bureau")

    def get_context_data(self, **kwargs):
        url = reverse("publicity:public-detail", args=[self.object.pk])
        context = {
            "layout": layout_for(self.request.user),
            "notice": self.object,
            "title": "申请更正公示",
            "why_not": services.not_the_party(self.object, self.request.user),
            "submit_label": "提交申请",
            "crumbs": [Crumb("公示", url), Crumb("申请更正")],
            "cancel_url": url,
        }
        return super().get_context_data(**(context | kwargs))

    def perform(self, form):
        return services.ask(
            self.object, actor=self.request.user, on=localdate(), **form.cleaned_data
        )

    def get_success_url(self):
        return self.result.get_absolute_url()


class CorrectionEnterView(ActView):
    permission_required = DRAFT
    template_name = "publicity/correction_act.html"
    queryset = Notice.objects.filter(state=Notice.State.PUBLISHED).select_related(
        "document__party", "bureau"
    )
    form_class = forms.EnterForm
    success_message = "更正申请已登记，请核实。"

    def get_initial(self):
        party = self.object.document.party
        return {"applicant": party.name if party else ""}

    def get_context_data(self, **kwargs):
        own = Crumb(self.object.number, self.object.get_absolute_url())
        context = {
            "notice": self.object,
            "title": "登记更正申请",
            "submit_label": "登记",
            "crumbs": crumbs_of(own, Crumb("登记更正申请")),
            "cancel_url": self.object.get_absolute_url(),
            "nav": "publicity:notice-list",
        }
        return super().get_context_data(**(context | kwargs))

    def perform(self, form):
        facts = {name: value for name, value in form.cleaned_data.items() if name != "on"}
        return services.enter(self.object, actor=self.request.user, on=self.act_date(form), **facts)

    def get_success_url(self):
        return self.result.get_absolute_url()


class CorrectionDetailView(DetailView):
    """What was asked and what was answered; the party reads the opinion once it is decided."""

    permission_required = ("publicity.view_notice", services.ASK)
    template_name = "publicity/correction_detail.html"
    queryset = REQUESTS
    workflow = CORRECTION_FLOW
    context_object_name = "correction"

    def has_permission(self):
        return any(map(self.request.user.has_perm, self.get_permission_required()))

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        row, user = self.object, self.request.user
        own = Crumb(row.notice.number, row.notice.get_absolute_url())
        return context | {
            "layout": layout_for(user),
            "staff": bool(user.bureau_id),
            "decided": row.state not in CorrectionRequest.OPEN,
            "files": files_of(row, user),
            "acts": acts_from(context["offers"], self.page),
            "crumbs": crumbs_of(own, Crumb("更正申请")) if user.bureau_id else [],
            "nav": "publicity:notice-list",
        }

    def page(self, step: str) -> str:
        return reverse(f"publicity:{PAGE_OF_STEP[step]}", args=[self.object.pk])


class CorrectionActView(ActView):
    permission_required = services.APPROVE
    template_name = "publicity/correction_act.html"
    queryset = REQUESTS
    form_class = ActForm
    title = ""

    def get_context_data(self, **kwargs):
        row = self.object
        context = {
            "correction": row,
            "notice": row.notice,
            "title": self.title,
            "submit_label": self.title,
            "crumbs": crumbs_of(Crumb(str(row), row.get_absolute_url()), Crumb(self.title)),
            "cancel_url": row.get_absolute_url(),
            "nav": "publicity:notice-list",
        }
        return super().get_context_data(**(context | kwargs))

    def by(self, form) -> dict:
        return {"actor": self.request.user, "on": self.act_date(form)}


class CorrectionProposeView(CorrectionActView):
    permission_required = DRAFT
    form_class = forms.ProposeForm
    title = "核实"
    success_message = "已提出意见，请机关负责人决定。"

    def get_initial(self):
        return {name: getattr(self.object.notice, name) for name in SUMMARY}

    def get_form(self, form_class=None):
        """Each part is called as it is on the notice."""
        form = super().get_form(form_class)
        for name in SUMMARY:
            form.fields[name].label = self.object.notice.label_of(name)
        return form

    def perform(self, form):
        summary = {name: form.cleaned_data[name] for name in SUMMARY}
        opinion = form.cleaned_data["opinion"]
        return services.propose(self.object, **self.by(form), opinion=opinion, **summary)


class CorrectionReturnView(CorrectionActView):
    form_class = ReasonForm
    title = "退回核实"
    success_message = "已退回。"

    def perform(self, form):
        note = form.cleaned_data["note"]
        return services.return_request(self.object, **self.by(form), note=note)


class CorrectionDecideView(CorrectionActView):
    success_message = "已决定并告知申请人。"

    @property
    def title(self) -> str:
        return "更正" if self.object.proposal else "不予更正"

    def perform(self, form):
        return services.decide(self.object, **self.by(form))
