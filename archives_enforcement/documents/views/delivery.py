"""Pages of 送达: the unit's receipt, the five ways and the failures, the printed 送达回证."""

from django.http import Http404
from django.urls import reverse
from django.utils import timezone

from archives_enforcement import views
from archives_enforcement.documents import handing_over, lamps, narrating, services
from archives_enforcement.documents.delivery_guards import closed, confirmation_on
from archives_enforcement.documents.forms import delivery as forms
from archives_enforcement.documents.models import Delivery, Document
from archives_enforcement.documents.models.delivery import Method
from archives_enforcement.documents.views.acting import DocumentActView
from archives_enforcement.workflow import Act

ROWS = Delivery.objects.select_related("document", "document__bureau", "party")
TABS = {
    Method.DIRECT: "直接送达",
    Method.POST: "邮寄",
    Method.ELECTRONIC: "电子",
    Method.LEFT: "留置",
    Method.NOTICE: "公告",
    forms.FAILED: "没有送到",
}
HANDED = (*handing_over.BY_HAND, forms.FAILED)


class DeliveryActView(DocumentActView):
    queryset = ROWS
    model = Delivery

    @property
    def document(self) -> Document:
        return self.object.document

    def why_not(self):
        return closed(self.object)

    def get_success_url(self):
        return self.document.get_absolute_url()


class AcknowledgeView(DeliveryActView):
    permission_required = "documents.acknowledge_document"
    template_name = "documents/delivery_acknowledge.html"
    title, submit_label = "签收文书", "我已收到"
    form_class = forms.AcknowledgeForm
    success_message = "已签收。文书可以随时在“收到的文书”里查看。"

    def get_context_data(self, **kwargs):
        return super().get_context_data(meaning=self._meaning(), **kwargs)

    def _meaning(self) -> str:
        """What the receipt brings about, in the words of the unit."""
        delivery = self.object
        if not delivery.affects_rights:
            return "签收以后，文书里的期限从今天起算。"
        today = timezone.localdate()
        if services.delivered_by_receipt(delivery, self.request.user, today):
            return (
                "您单位已签署确认书，同意在本系统接收电子送达：签收后即为送达，有关期限从今天起算。"
            )
        why = handing_over.in_words(delivery) or "您单位没有签署同意电子送达的确认书。"
        return f"签收只表明您已看到这份文书。{why}局里还会另行送达，期限从送达之日起算。"

    def perform(self, form):
        return services.acknowledge(self.object, actor=self.request.user, on=timezone.localdate())


class RecordDeliveryView(DeliveryActView):
    """One short form for each way; the way stands in the address."""

    permission_required = handing_over.HAND_OVER
    template_name = "documents/delivery_record.html"
    title, submit_label = "登记送达", "登记"

    def get_object(self, queryset=None):
        """An officer has nothing to do with the delivery of what others send or hand over."""
        found = super().get_object(queryset)
        if not handing_over.may_record(found, self.request.user):
            raise Http404
        return found

    def lamps(self):
        if self.method == forms.FAILED:
            return ()
        act = Act(self.request.user, timezone.localdate())
        return lamps.lit_over_delivery(self.document, act)

    @property
    def every_way(self) -> bool:
        return self.request.user.has_perm(handing_over.DELIVER)

    @property
    def tabs(self) -> dict[str, str]:
        return {code: label for code, label in TABS.items() if self.every_way or code in HANDED}

    @property
    def method(self) -> str:
        asked = self.request.GET.get("method", Method.DIRECT)
        return asked if asked in self.tabs else Method.DIRECT

    def get_form_class(self):
        return forms.FORMS[self.method]

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"delivery": self.object}

    def get_form(self, form_class=None):
        form = super().get_form(form_class)
        if self.method == forms.FAILED and not self.every_way:
            form.only_by_hand()
        return form

    def get_context_data(self, **kwargs):
        delivery, user = self.object, self.request.user
        page = reverse("documents:delivery-record", args=[delivery.pk])
        tabs = [
            {"label": label, "url": f"{page}?method={code}", "current": code == self.method}
            for code, label in self.tabs.items()
        ]
        told = delivery.attempts.visible_to(user).select_related("confirmation")
        return super().get_context_data(
            delivery=delivery,
            tabs=tabs,
            asked=handing_over.in_words(delivery),
            sentences=[narrating.attempt_in_words(row) for row in told],
            confirmation=confirmation_on(delivery.party, timezone.localdate()),
            **kwargs,
        )

    def perform(self, form):
        act = services.record_failure if self.method == forms.FAILED else services.record_delivery
        return act(self.object, actor=self.request.user, on=self.act_date(form), **form.facts())

    def get_success_message(self):
        if self.result.delivered_on:
            return "送达已登记。"
        if self.method == forms.FAILED:
            return "没有送到的经过已登记，请换一种方式再送。"
        return "公告已登记，期满视为送达，到时会自动起算期限。"


class ReceiptView(views.DetailView):
    """送达回证 to be taken along and signed, or as it was entered (民事诉讼法第八十七条)."""

    permission_required = "documents.draft_document"
    queryset = ROWS
    template_name = "documents/delivery_receipt.html"

    def get_context_data(self, **kwargs):
        made = self.object.attempts.visible_to(self.request.user).filter(failure="")
        today = timezone.localdate()
        return super().get_context_data(
            attempt=made.last(), confirmation=confirmation_on(self.object.party, today), **kwargs
        )
