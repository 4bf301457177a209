"""Pages of 审核 of a paper: hand in, pass, return, and answer what was returned."""

from archives_enforcement.accounts import roles
from archives_enforcement.documents import kinds, queries, services, tabling
from archives_enforcement.documents.forms import acting
from archives_enforcement.documents.views.acting import DocumentActView
from archives_enforcement.forms import ReasonForm


class SubmitReviewView(DocumentActView):
    permission_required = "documents.draft_document"
    step = "submit_review"
    title, success_message = "提交审核", "已提交，等待审核。"

    def then(self):
        endorsed = kinds.KINDS[self.object.kind].endorsed
        first = "承办机构负责人" if endorsed else roles.holders("documents.review_document")
        return f"提交以后由{first}审核，再由{self.object.signed_by}；需要修改的由审核人退回。"

    def perform(self, form):
        return services.submit_review(self.object, actor=self.request.user, on=self.act_date(form))


class PassReviewView(DocumentActView):
    permission_required = "documents.review_document"
    step = "pass_review"
    title, success_message = "审核通过", "已审核，等待签发。"
    form_class = acting.ReviewForm

    def consequences(self):
        kind = kinds.KINDS[self.object.kind]
        printed = "，印在文书的审核人意见栏" if kind.endorsed else ""
        return [
            f"交由{self.object.signed_by}；您不能再签发这份文书",
            f"审核意见记入全过程记录{printed}",
        ]

    def perform(self, form):
        return services.pass_review(
            self.object,
            actor=self.request.user,
            on=self.act_date(form),
            note=form.cleaned_data["note"],
        )


class ReturnReviewView(DocumentActView):
    permission_required = "documents.review_document"
    step = "return_review"
    title, success_message = "审核退回", "已退回起草人。"
    form_class = ReasonForm

    def perform(self, form):
        return services.return_review(
            self.object,
            actor=self.request.user,
            on=self.act_date(form),
            note=form.cleaned_data["note"],
        )


class AnswerView(DocumentActView):
    permission_required = "documents.keep_record"
    title, success_message = "登记办结", "已登记，期限已办结。"
    form_class = acting.AnswerForm

    def why_not(self):
        if queries.clocks_answered_here(self.document):
            return None
        return "这份文书没有在这里登记办结的期限，或者都已办结。"

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {
            "clocks": queries.clocks_answered_here(self.document),
            "listed": tabling.typed(self.document.fields.get("enclosures", "")),
        }

    def perform(self, form):
        return services.register_answer(
            self.object,
            actor=self.request.user,
            on=self.act_date(form),
            **{name: value for name, value in form.cleaned_data.items() if name != "on"},
        )
