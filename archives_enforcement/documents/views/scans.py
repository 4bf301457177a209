"""The page of 上传签字扫描件."""

from archives_enforcement.documents import drafting, scanning, services
from archives_enforcement.documents.forms.scans import SignedScanForm
from archives_enforcement.documents.views.acting import DocumentActView


class SignedScanView(DocumentActView):
    permission_required = drafting.KEEP
    title, submit_label = "上传签字扫描件", "上传"
    form_class = SignedScanForm
    success_message = "签字扫描件已上传，随文书归入案卷。"

    def why_not(self):
        return scanning.why_none(self.document, self.request.user)

    def consequences(self):
        return [
            "上传以后不能替换、删除；漏了的可以再上传",
            "记入全过程记录，附摘要；立卷时排在这份文书后面，已归档的案卷不再变动",
        ]

    def perform(self, form):
        return services.add_signed_scan(
            self.object,
            files=form.cleaned_data["files"],
            actor=self.request.user,
            on=self.act_date(form),
        )
