"""Pages of 签发: a paper is signed or completed, with what follows from it told beforehand."""

from django.utils import timezone

from archives_enforcement.documents import kinds, lamps, numbering, services
from archives_enforcement.documents.forms import acting
from archives_enforcement.documents.kinds.kind import ON_THE_SPOT
from archives_enforcement.documents.views.acting import DocumentActView
from archives_enforcement.workflow import Act


class SignView(DocumentActView):
    permission_required = "documents.sign_document"
    step = "sign"
    title, submit_label = "签发", "签发并送达"
    form_class = acting.SignForm

    def lamps(self):
        return lamps.lit_over(self.document, Act(self.request.user, timezone.localdate()))

    def consequences(self):
        points = issue_consequences(self.object, "加盖印章，生成 PDF 并归入案卷")
        deputised = self.request.user.rights.deputised
        capacity = deputised.get(self.object.right_to_sign)
        return (
            [*points, f"文书注明“{capacity.signed('签发')}”，全过程记录同样注明"]
            if capacity
            else points
        )

    def perform(self, form):
        return services.sign(
            self.object,
            actor=self.request.user,
            on=self.act_date(form),
            note=form.cleaned_data["note"],
        )

    def get_success_message(self):
        return f"已签发，编号 {self.result.number}，正在生成 PDF。"


class CompleteView(DocumentActView):
    permission_required = "documents.keep_record"
    step = "complete"
    title = "定稿归卷"

    def lamps(self):
        return lamps.lit_over(self.document, Act(self.request.user, timezone.localdate()))

    def get_form_class(self):
        handed = kinds.KINDS[self.object.kind].handed == ON_THE_SPOT
        return acting.CompleteToHandOverForm if handed else acting.CompleteForm

    def consequences(self):
        scanned = kinds.KINDS[self.object.kind].signed_by_hand
        then = "；签字页扫描后在文书页面上传" if scanned else ""
        return issue_consequences(self.object, f"生成 PDF 并归入案卷{then}")

    def perform(self, form):
        return services.complete(self.object, actor=self.request.user, on=self.act_date(form))

    def get_success_message(self):
        return f"已定稿，编号 {self.result.number}，正在生成 PDF。"


def issue_consequences(document, filed: str) -> list[str]:
    """What cannot be taken back once the paper has its number."""
    number = numbering.expected(document.bureau, document.kind, timezone.localdate().year)
    points = [
        f"编号 {number}（以签发时为准），不能收回再用",
        "内容锁定，不可修改；有错只能另发更正",
        filed,
    ]
    if document.outward and document.party:
        points.append(f"发给{document.party}，有关期限从送达之日起算")
        if document.affects_rights:
            points.append("涉及当事人的权利，要有送达证明（送达回证等）")
    return points
