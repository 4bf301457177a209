"""Pages of 紧急处置: order at once, report to others, note that they took it in."""

from django.urls import reverse

from archives_enforcement.documents.models import Document
from archives_enforcement.navigation import Crumb
from archives_enforcement.views import ActView
from inspections.forms import measures as forms
from inspections.models import Inspection
from inspections.queries import measures as queries
from inspections.services import measures as services
from inspections.views.visit_acts import InspectionActView


class OralOrderView(InspectionActView):
    """On site it is one of the pages of the record, and the record is where it leads back to."""

    permission_required = services.RECORD
    form_class = forms.OralOrderForm
    title, submit_label = "紧急口头责令", "登记口头责令"
    explanation = (
        "情况紧急来不及当场出具书面通知的，先口头责令并在这里记下时间；"
        "随后补发紧急处置通知或者责令限期整改通知书（建议 24 小时以内，本系统建议值）。"
    )
    success_message = "已登记，请尽快补发书面通知。"

    @property
    def on_site(self) -> bool:
        return self.object.state == Inspection.State.ON_SITE

    def get_template_names(self):
        return ["inspections/record_form.html"] if self.on_site else super().get_template_names()

    def get_context_data(self, **kwargs):
        return super().get_context_data(home_url=self.get_success_url(), **kwargs)

    def get_success_url(self):
        if not self.on_site:
            return super().get_success_url()
        return reverse("inspections:inspection-record", args=[self.object.pk])

    def perform(self, form):
        typed = {name: value for name, value in form.cleaned_data.items() if name != "on"}
        return services.order_orally(
            self.object, actor=self.request.user, on=self.act_date(form), **typed
        )


class ReportToOthersView(InspectionActView):
    permission_required = services.DRAFT
    form_class = forms.ReportForm
    title, submit_label = "紧急处置报告", "起草情况报告函"
    explanation = "向上级、网信部门、本级政府和其他部门报告险情和已采取的措施；只是报告，不是处罚。"
    success_message = "情况报告函已起草，请逐份核对后提交审核。"

    def get_initial(self):
        danger, measures = queries.said_in(queries.orders_of(self.object))
        bureau = self.object.bureau
        return super().get_initial() | {
            "superior": bureau.parent.name if bureau.parent else "",
            "matter": f"{self.object.party}档案安全险情",
            "facts": danger,
            "measures": measures,
        }

    def perform(self, form):
        return services.report_to_others(
            self.object, actor=self.request.user, on=self.act_date(form), **form.said
        )


class ReceiptView(ActView):
    permission_required = services.KEEP
    template_name = "components/form_page.html"
    queryset = Document.objects.filter(kind=queries.REPORT)
    form_class = forms.ReceiptForm
    success_message = "已登记收悉。"

    def get_context_data(self, **kwargs):
        paper = self.object
        subject = paper.subject
        crumbs = [Crumb(str(paper.title), paper.get_absolute_url()), Crumb("登记收悉")]
        if isinstance(subject, Inspection):
            crumbs.insert(0, Crumb(str(subject.unit), subject.get_absolute_url()))
        context = {
            "title": "登记收悉",
            "number": f"{paper.number or ''}　{paper.fields.get('receiver', '')}",
            "crumbs": crumbs,
            "submit_label": "登记收悉",
            "cancel_url": paper.get_absolute_url(),
        }
        return super().get_context_data(**(context | kwargs))

    def perform(self, form):
        typed = {name: value for name, value in form.cleaned_data.items() if name != "on"}
        return services.register_receipt(
            self.object, actor=self.request.user, on=self.act_date(form), **typed
        )

    def get_success_url(self):
        subject = self.object.subject
        here = subject if isinstance(subject, Inspection) else self.object
        return here.get_absolute_url()
