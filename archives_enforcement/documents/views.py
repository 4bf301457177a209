"""Pages of 文书: the list, one paper with its sheet, and its acts."""

import django_filters
from django.db.models import Q
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.generic.detail import BaseDetailView, SingleObjectMixin
from django.views.generic.edit import View

from archives_enforcement import views
from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.documents import composing, forms, kinds, numbering, queries, services
from archives_enforcement.documents.models import Delivery, Document
from archives_enforcement.documents.workflow import DOCUMENT_FLOW
from archives_enforcement.files import store
from archives_enforcement.forms import ActForm, ReasonForm
from archives_enforcement.jobs import queue
from archives_enforcement.jobs.models import Job
from archives_enforcement.navigation import Crumb, PageAct, Step, acts_from


def layout_for(user) -> str:
    """A unit's people read plain pages; staff have the menu."""
    return "base.html" if user.bureau_id else "portal.html"


class DocumentFilter(django_filters.FilterSet):
    q = django_filters.CharFilter(label="单位或字号", method="search")
    kind = django_filters.ChoiceFilter(label="种类", choices=kinds.choices())
    state = django_filters.ChoiceFilter(label="状态", choices=Document.State.choices)
    year = django_filters.NumberFilter(label="年度", field_name="year")

    class Meta:
        model = Document
        fields = ()

    def search(self, rows, name, value):
        return rows.filter(Q(party__name__icontains=value) | Q(number__icontains=value))


class DocumentListView(views.ListView):
    permission_required = "documents.view_document"
    model = Document
    filterset_class = DocumentFilter

    def get_queryset(self):
        rows = super().get_queryset().select_related("party", "rendition", "bureau")
        return rows.prefetch_related("deliveries").order_by("-pk")

    def get_context_data(self, **kwargs):
        return super().get_context_data(layout=layout_for(self.request.user), **kwargs)


class DocumentDetailView(views.DetailView):
    permission_required = "documents.view_document"
    queryset = Document.objects.select_related(
        "party", "bureau", "wording", "drafted_by", "issued_by", "rendition"
    )
    workflow = DOCUMENT_FLOW

    def get_context_data(self, **kwargs):
        document, user = self.object, self.request.user
        context = super().get_context_data(**kwargs)
        deliveries = list(document.deliveries.visible_to(user).select_related("party"))
        return context | {
            "layout": layout_for(user),
            "content": document.content
            or composing.content(document, number="（签发时编号）", on=None),
            "deliveries": deliveries,
            "acts": self._acts(context["offers"], deliveries),
            "crumbs": [Crumb("文书", reverse("documents:document-list")), Crumb(str(document))],
            "steps": steps_of(document, deliveries),
            "next_step": next_step(document, deliveries),
            "job": None if hasattr(document, "rendition") else queries.render_job(document),
            "entries": AuditEntry.objects.visible_to(user).about(document)[:8],
        }

    def _acts(self, offers, deliveries):
        document, user = self.object, self.request.user
        if not user.bureau_id:
            return [
                PageAct("我已收到", reverse("documents:delivery-acknowledge", args=[row.pk]), True)
                for row in deliveries
                if row.delivered_on is None
            ]
        names = {"return_draft": "return"}
        acts = acts_from(
            offers,
            lambda step: reverse(f"documents:document-{names.get(step, step)}", args=[document.pk]),
        )
        if document.state == Document.State.DRAFT:
            acts.append(PageAct("修改", reverse("documents:document-revise", args=[document.pk])))
        if user.has_perm("documents.deliver_document"):
            acts += [
                PageAct("登记送达", reverse("documents:delivery-record", args=[row.pk]))
                for row in deliveries
                if row.delivered_on is None
            ]
        return acts


def next_step(document, deliveries) -> str:
    """What happens next with a paper, in one sentence."""
    if document.state == Document.State.DRAFT:
        return "请核对右边的样张，没有问题就提交签发。"
    if document.state == Document.State.SUBMITTED:
        return "等待机关负责人签发。"
    if document.state == Document.State.VOID:
        return "这份文书已作废。"
    waiting = [row for row in deliveries if row.delivered_on is None]
    if waiting:
        names = "、".join(row.party.name for row in waiting)
        return f"已于 {waiting[0].sent_on} 发出，等待{names}签收。"
    return "已签发并送达。" if deliveries else "已签发。"


def steps_of(document, deliveries) -> list[Step]:
    """起草 → 签发 → 送达 as the strip shows them."""
    state = Document.State
    delivered = next((row.delivered_on for row in deliveries if row.delivered_on), None)
    issued = document.state == state.ISSUED
    drafted = "now" if document.state == state.DRAFT else "done"
    signing = "done" if issued else "now" if document.state == state.SUBMITTED else ""
    found = [
        Step("起草", drafted, f"{document.drafted_on:%Y-%m-%d}"),
        Step("签发", signing, f"{document.issued_on:%Y-%m-%d}" if issued else ""),
    ]
    if document.outward:
        state_of_delivery = "done" if delivered else "now" if issued else ""
        found.append(Step("送达", state_of_delivery, f"{delivered:%Y-%m-%d}" if delivered else ""))
    return found


class DocumentPdfView(views.Guarded, BaseDetailView):
    """The PDF made at issue: the very bytes whose digest is registered."""

    permission_required = "documents.view_document"
    queryset = Document.objects.select_related("rendition")

    def render_to_response(self, context):
        if not hasattr(self.object, "rendition"):
            raise Http404("文书还没有生成，请稍后再看。")
        pdf = store.get(self.object.rendition.sha256)
        response = HttpResponse(pdf, content_type="application/pdf")
        name = f"{self.object.number}.pdf"
        response["Content-Disposition"] = content_disposition_header(False, name)
        response["Content-Security-Policy"] = "default-src 'none'; sandbox"
        return response


class DocumentActView(views.ActView):
    """One act on one paper; subclasses name the service and the words."""

    model = Document
    permission_required = "documents.view_document"
    template_name = "documents/document_act.html"
    form_class = ActForm
    title = submit_label = ""

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            layout=layout_for(self.request.user),
            title=self.title,
            submit_label=self.submit_label or self.title,
            cancel_url=self.get_success_url(),
            consequences=self.consequences(),
            **kwargs,
        )

    def consequences(self) -> list[str]:
        return []


class SubmitView(DocumentActView):
    title, success_message = "提交签发", "已提交，等待签发。"

    def perform(self, form):
        return services.submit(self.object, actor=self.request.user, on=self.act_date(form))


class ReturnView(DocumentActView):
    permission_required = "documents.sign_document"
    title, success_message = "退回修改", "已退回起草人。"
    form_class = ReasonForm

    def perform(self, form):
        return services.return_draft(
            self.object,
            actor=self.request.user,
            on=self.act_date(form),
            note=form.cleaned_data["note"],
        )


class VoidView(DocumentActView):
    title, success_message = "作废", "草稿已作废。"
    form_class = ReasonForm

    def perform(self, form):
        return services.void(
            self.object,
            actor=self.request.user,
            on=self.act_date(form),
            note=form.cleaned_data["note"],
        )


class SignView(DocumentActView):
    permission_required = "documents.sign_document"
    title, submit_label = "签发", "签发并送达"
    form_class = forms.SignForm

    def consequences(self):
        document = self.object
        number = numbering.expected(document.bureau, document.kind, timezone.localdate().year)
        points = [
            f"编号 {number}（以签发时为准），不能收回再用",
            "内容锁定，不可修改；有错只能另发更正",
            "加盖印章，生成 PDF 并归入案卷",
        ]
        if document.outward and document.party:
            points.append(f"发给{document.party}，有关期限从送达之日起算")
        return points

    def perform(self, form):
        return services.sign(self.object, actor=self.request.user, on=self.act_date(form))

    def get_success_message(self):
        return f"已签发，编号 {self.result.number}，正在生成 PDF。"


class ReviseView(DocumentActView):
    title, submit_label, success_message = "修改草稿", "保存", "草稿已保存。"
    form_class = forms.RevisionForm

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"document": self.object}

    def perform(self, form):
        return services.revise(
            self.object, actor=self.request.user, on=self.act_date(form), fields=form.facts()
        )


class RetryView(views.Guarded, SingleObjectMixin, View):
    """Make the PDF again after a failure whose cause is gone."""

    permission_required = "documents.sign_document"
    model = Document
    http_method_names = ("post",)

    def post(self, request, *args, **kwargs):
        document = self.get_object()
        job = queries.render_job(document)
        if job is not None and job.state == Job.State.FAILED:
            queue.retry(job)
        return HttpResponseRedirect(document.get_absolute_url())


class DeliveryActView(DocumentActView):
    queryset = Delivery.objects.select_related("document", "document__bureau", "party")
    model = Delivery

    def get_success_url(self):
        return self.object.document.get_absolute_url()


class AcknowledgeView(DeliveryActView):
    permission_required = "documents.acknowledge_document"
    title, submit_label = "签收文书", "我已收到"
    form_class = forms.AcknowledgeForm
    success_message = "已签收。文书可以随时在“收到的文书”里查看。"

    def perform(self, form):
        return services.acknowledge(self.object, actor=self.request.user, on=timezone.localdate())


class RecordDeliveryView(DeliveryActView):
    permission_required = "documents.deliver_document"
    title, submit_label, success_message = "登记送达", "登记", "送达已登记。"
    form_class = forms.DeliveryForm

    def perform(self, form):
        data = form.cleaned_data
        return services.record_delivery(
            self.object,
            actor=self.request.user,
            on=self.act_date(form),
            method=data["method"],
            received_by=data["received_by"],
            note=data["note"],
        )
