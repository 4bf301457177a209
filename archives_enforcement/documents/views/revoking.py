"""Pages on which a wrong paper is put right: 更正 by a new one, or 作废."""

from django.urls import reverse

from archives_enforcement.documents import services
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
