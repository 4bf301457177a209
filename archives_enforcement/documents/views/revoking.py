"""Pages on which a wrong paper is put right: 更正 by a new one, 补正 of a slip, or 作废."""

from django.urls import reverse

from archives_enforcement.documents import kinds, services, slips
from archives_enforcement.documents.forms import acting
from archives_enforcement.documents.views.acting import DocumentActView
from archives_enforcement.documents.workflow import correctable
from archives_enforcement.forms import ReasonForm


class VoidIssuedView(DocumentActView):
    permission_required = "documents.sign_document"
    step = "void_issued"
    title, success_message = "作废已签发的文书", "文书已作废，字号保留。"
    form_class = ReasonForm

    def consequences(self):
        points = [f"{self.document.number}不再有效；字号保留，不再使用", "正文和 PDF 照原样保存"]
        if self.document.outward and self.document.party:
            points.append(f"把作废的原因告知{self.document.party}；由送达起算的期限停止")
        return points

    def perform(self, form):
        return services.void_issued(
            self.object,
            actor=self.request.user,
            on=self.act_date(form),
            note=form.cleaned_data["note"],
        )


class SlipView(DocumentActView):
    permission_required = kinds.KINDS[slips.KIND].drafter
    title, success_message = "补正笔误", "已起草补正通知书，请核对样张后提交签发。"
    form_class = acting.SlipForm

    def why_not(self):
        return slips.why_none(self.document)

    def consequences(self):
        return [
            f"另发补正通知书，使用自己的字号，与{self.document.number}一样送达",
            "原文书继续有效；事实、依据、处理结果和各项期限都不变",
            "法律对行政处罚文书的补正没有专条，按本机关文书工作规范办理",
        ]

    def perform(self, form):
        data = form.cleaned_data
        return services.draft_slip_notice(
            self.object,
            actor=self.request.user,
            on=self.act_date(form),
            place=data["place"],
            old=data["old"],
            new=data["new"],
        )

    def get_success_url(self):
        return getattr(self, "result", self.object).get_absolute_url()


class CorrectView(DocumentActView):
    permission_required = "documents.keep_record"  # and what the catalogue asks of the drafter
    title, success_message = "更正", "已按原件起草更正，请修改有错的地方。"
    form_class = ReasonForm

    def why_not(self):
        return correctable(self.document)

    def consequences(self):
        return [
            "按原件的内容起草一份新的文书，使用新的字号，载明更正并代替原件",
            "新的文书签发后，原件不再有效；由送达起算的期限从更正送达之日重新起算",
        ]

    def perform(self, form):
        return services.draft_correction(
            self.object,
            actor=self.request.user,
            on=self.act_date(form),
            note=form.cleaned_data["note"],
        )

    def get_success_url(self):
        result = getattr(self, "result", None)
        return reverse("documents:document-revise", args=[result.pk]) if result else self.back()

    def back(self):
        return super().get_success_url()
