"""Pages of 不予公开."""

from django.urls import reverse

from archives_enforcement.documents.models import Document
from archives_enforcement.navigation import Crumb, acts_from
from archives_enforcement.views import ActView, DetailView
from archives_enforcement.workdays import deadlines
from publicity.forms import withholdings as forms
from publicity.models import Withholding
from publicity.queries import notices as queries
from publicity.services import withholdings as services
from publicity.views.notices import DRAFT, LIST, crumbs_of
from publicity.workflow import WITHHOLDING_FLOW

APPROVE = "publicity.approve_notice"
ROWS = Withholding.objects.select_related("document__party", "bureau", "proposed_by", "decided_by")
NEXT = {
    Withholding.State.PROPOSED: "等待机关负责人决定；决定以前公开的期限照常计算。",
    Withholding.State.DECIDED: "已决定不予公开，公开的期限按决定办结。",
    Withholding.State.REFUSED: "不同意不予公开，请照常拟公示。",
    Withholding.State.LIFTED: "已解除，请照常拟公示。",
}
EXPLANATION = (
    "依法应当公示的文书，只有法定情形才能不予公开；能够隐去有关内容的，隐去后仍应公示。"
    "处罚轻微、没有一定社会影响的，也可以不公示，不需要备案。"
    "由机关负责人决定，理由按当地规定备案；情形消失的解除，照常公示。"
)


class Page:
    template_name = "publicity/list_act.html"
    title = ""

    def get_context_data(self, **kwargs):
        context = {
            "title": self.title,
            "submit_label": self.title,
            "explanation": EXPLANATION,
            "crumbs": crumbs_of(*self.path(), Crumb(self.title)),
            "cancel_url": self.cancel_url(),
            "nav": LIST[1],
        }
        return super().get_context_data(**(context | kwargs))

    def given(self, form) -> dict:
        typed = {name: value for name, value in form.cleaned_data.items() if name != "on"}
        return typed | {"actor": self.request.user, "on": self.act_date(form)}


class WithholdingCreateView(Page, ActView):
    """不予公开 of one paper that waits to be published."""

    permission_required = DRAFT
    queryset = Document.objects.select_related("party", "bureau")
    form_class = forms.ProposeForm
    title, success_message = "提出不予公开", "已提出，等待机关负责人决定。"

    def get_queryset(self):
        return queries.waiting_among(super().get_queryset())

    def path(self):
        document = self.object
        url = reverse("publicity:notice-create", args=[document.pk])
        return [Crumb(f"{document.get_kind_display()} {document.number}", url)]

    def cancel_url(self):
        return reverse("publicity:notice-create", args=[self.object.pk])

    def perform(self, form):
        return services.propose(self.object, **self.given(form))

    def get_success_url(self):
        return self.result.get_absolute_url()


class WithholdingDetailView(DetailView):
    permission_required = "publicity.view_notice"
    template_name = "publicity/withholding_detail.html"
    queryset = ROWS
    workflow = WITHHOLDING_FLOW
    PAGES = {"withhold": "decide", "refuse_withholding": "refuse"}

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        row = self.object

        def url(step: str) -> str:
            return reverse(f"publicity:withholding-{self.PAGES.get(step, step)}", args=[row.pk])

        return context | {
            "acts": acts_from(context["offers"], url),
            "crumbs": crumbs_of(Crumb(str(row))),
            "next_step": NEXT[row.state],
            "clocks": list(deadlines.for_subject(row)),
        }


class WithholdingActView(Page, ActView):
    permission_required = APPROVE
    queryset = ROWS
    form_class = forms.NoteForm

    def path(self):
        return [Crumb(str(self.object), self.object.get_absolute_url())]

    def cancel_url(self):
        return self.object.get_absolute_url()

    def perform(self, form):
        return type(self).service(self.object, **self.given(form))


class WithholdingDecideView(WithholdingActView):
    title, success_message = "决定不予公开", "已决定不予公开。"
    service = services.decide


class WithholdingRefuseView(WithholdingActView):
    title, success_message = "不同意不予公开", "已决定照常公示。"
    service = services.refuse


class WithholdingFileView(WithholdingActView):
    permission_required = DRAFT
    form_class = forms.FileForm
    title, success_message = "登记备案", "已登记备案。"
    service = services.file


class WithholdingLiftView(WithholdingActView):
    title, success_message = "解除不予公开", "已解除，请照常拟公示。"
    service = services.lift
