"""Pages on which staff make the slip of a paper (登录指引) and take its code back."""

from django.http import HttpResponse
from django.utils import timezone
from django.utils.http import content_disposition_header

from archives_enforcement.documents import services
from archives_enforcement.documents.models import AccessCode, Batch, Delivery, Document
from archives_enforcement.documents.services.access_codes import why_none
from archives_enforcement.documents.views.acting import DocumentActView, PaperActView
from archives_enforcement.documents.views.delivery import ROWS, DeliveryActView
from archives_enforcement.documents.views.reading import crumbs_of_list
from archives_enforcement.forms import PageForm

DELIVER = "documents.deliver_document"


class SlipMixin:
    """The sheets are the answer itself: their codes are kept nowhere."""

    permission_required = DELIVER
    form_class = PageForm
    title, submit_label = "打印登录指引", "生成登录指引（PDF）"

    def deliveries(self) -> list[Delivery]:
        raise NotImplementedError

    def consequences(self):
        points = [
            "登录码只印在这张纸上，请随文书一起交给单位",
            f"{AccessCode.LASTS.days} 天内有效，只能用一次，可以随时撤回",
        ]
        if AccessCode.objects.unused().filter(delivery__in=self.deliveries()).exists():
            points.append("以前打印的登录指引立即失效")
        return points

    def perform(self, form):
        return services.make_slips(
            self.deliveries(), actor=self.request.user, on=timezone.localdate()
        )

    def form_valid(self, form):
        answer = super().form_valid(form)
        if not form.is_valid():
            return answer
        response = HttpResponse(self.result, content_type="application/pdf")
        response["Content-Disposition"] = content_disposition_header(True, self.file_name())
        return response


class SlipView(SlipMixin, DeliveryActView):
    def why_not(self):
        return why_none(self.object)

    def deliveries(self):
        return [self.object]

    def file_name(self):
        return f"登录指引-{self.document.number}.pdf"


class BatchSlipsView(SlipMixin, PaperActView):
    """One for each letter of a batch whose receiver may still come in by it."""

    model = Batch

    def deliveries(self):
        rows = ROWS.visible_to(self.request.user).filter(document__batch_items__batch=self.object)
        rows = rows.order_by("document__batch_items__pk")
        return [row for row in rows if why_none(row) is None]

    def get_context_data(self, **kwargs):
        count = len(self.deliveries())
        why_not = None if count else "这一批没有可以打印登录指引的文书：还没有签发，或者都已签收。"
        return super().get_context_data(
            number=f"{count} 份",
            why_not=why_not,
            crumbs=crumbs_of_list(str(self.object), self.title),
            **kwargs,
        )

    def get_success_url(self):
        return self.object.get_absolute_url()

    def file_name(self):
        return f"登录指引-{self.object}.pdf"


class RevokeCodeView(DocumentActView):
    permission_required = DELIVER
    model = AccessCode
    queryset = AccessCode.objects.select_related(
        "delivery__party", "delivery__document__bureau", "delivery__document__party"
    )
    form_class = PageForm
    title, success_message = "撤回登录码", "已撤回，凭它不能再打开文书。"

    @property
    def document(self) -> Document:
        return self.object.delivery.document

    def perform(self, form):
        return services.revoke_code(self.object, actor=self.request.user, on=timezone.localdate())

    def get_success_url(self):
        return self.document.get_absolute_url()
