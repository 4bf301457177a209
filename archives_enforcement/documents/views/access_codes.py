"""Pages on which staff make the slip of a paper (登录指引) and take its code back."""

from django.http import HttpResponse
from django.utils import timezone
from django.utils.http import content_disposition_header

from archives_enforcement.documents import services
from archives_enforcement.documents.models import AccessCode, Document
from archives_enforcement.documents.services.access_codes import why_none
from archives_enforcement.documents.views.acting import DocumentActView
from archives_enforcement.documents.views.delivery import DeliveryActView
from archives_enforcement.forms import PageForm

DELIVER = "documents.deliver_document"


class SlipView(DeliveryActView):
    """The sheet is the answer itself: its code is kept nowhere."""

    permission_required = DELIVER
    form_class = PageForm
    title, submit_label = "打印登录指引", "生成登录指引（PDF）"

    def why_not(self):
        return why_none(self.object)

    def consequences(self):
        points = [
            "登录码只印在这张纸上，请随文书一起交给单位",
            f"{AccessCode.LASTS.days} 天内有效，只能用一次，可以随时撤回",
        ]
        if self.object.access_codes.unused().exists():
            points.append("以前打印的登录指引立即失效")
        return points

    def perform(self, form):
        return services.make_slip(self.object, actor=self.request.user, on=timezone.localdate())

    def form_valid(self, form):
        answer = super().form_valid(form)
        if not form.is_valid():
            return answer
        response = HttpResponse(self.result, content_type="application/pdf")
        name = f"登录指引-{self.document.number}.pdf"
        response["Content-Disposition"] = content_disposition_header(True, name)
        return response


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
