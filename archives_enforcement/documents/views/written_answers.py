"""Pages of 书面答复: the receiver's own, and the one on which staff enter it from paper."""

from archives_enforcement.documents import services, written_answers
from archives_enforcement.documents.forms import written_answers as forms
from archives_enforcement.documents.views.acting import DocumentActView
from archives_enforcement.files.unsent import UnsentMixin


class WrittenAnswerView(DocumentActView):
    def why_not(self):
        return written_answers.why_none(self.document)

    def perform(self, form):
        data = form.cleaned_data
        return self.answer(
            self.object, actor=self.request.user, on=self.act_date(form), text=data["text"],
            files=data["files"],
        )  # fmt: skip


class LetterAnswerView(UnsentMixin, WrittenAnswerView):
    permission_required = written_answers.ANSWER
    template_name = "documents/letter_answer.html"
    form_class = forms.LetterAnswerForm
    title, submit_label = "书面答复", "提交答复"
    success_message = "答复已提交，局里能看到。"

    def answer(self, document, **said):
        return services.answer_letter(document, **said)


class EnterLetterAnswerView(WrittenAnswerView):
    permission_required = written_answers.ENTER
    form_class = forms.EnterLetterAnswerForm
    title, submit_label = "代录书面答复", "提交代录"
    success_message = "已代录书面答复。"

    def answer(self, document, **said):
        return services.enter_letter_answer(document, **said)
