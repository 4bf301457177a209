"""Pages of 互查: inviting a supervisor of another bureau, and what he sees and judges."""

from django.http import Http404
from django.urls import reverse
from django.views.generic.detail import BaseDetailView

from archives_enforcement.documents.views.files import handed_out
from archives_enforcement.navigation import Crumb
from archives_enforcement.views import Guarded
from supervision import guards
from supervision.forms.invitations import InviteForm
from supervision.forms.rounds import ReviewItemForm
from supervision.queries import invitations as queries
from supervision.services import invitations as services
from supervision.views.pages import ActPage
from supervision.views.rounds import ITEMS, LIST
from supervision.workflow import SUPERVISE


class InviteView(ActPage):
    permission_required = SUPERVISE
    queryset = ITEMS
    form_class = InviteForm
    list_crumb = LIST
    template_name = "supervision/round_item.html"
    title, submit_label = "邀请外局人员评查", "邀请"
    success_message = "已邀请，对方的待办里可以看到。"
    service = services.invite

    def get_context_data(self, **kwargs):
        why = guards.not_to_be_invited(self.object) or ""
        return super().get_context_data(**({"why_not": why} | kwargs))


class ForGuest:
    """Open to who is invited, until he has judged or the round is summed up; 404 to others."""

    permission_required = SUPERVISE

    def get_queryset(self):
        user = self.request.user
        return queries.open_invitations().visible_to(user).filter(guest=user)


class GuestReviewView(ForGuest, ActPage):
    form_class = ReviewItemForm
    template_name = "supervision/guest_review.html"
    title, submit_label = "互查评查", "提交评查结论"
    success_message = "评查结论已交给对方机关，感谢参加互查。"
    explanation = (
        "只列出这一件已经签发的文书；证据和其他材料请到对方机关查阅。",
        "提交以后不能修改，也不能再看这些文书；看过的内容不得外传。",
    )
    service = services.review

    def get_context_data(self, **kwargs):
        return super().get_context_data(papers=queries.papers_shown(self.object), **kwargs)

    def crumbs(self):
        return [Crumb("工作台", reverse("home")), Crumb(self.title)]

    def cancel_url(self):
        return reverse("home")

    def get_success_url(self):
        return reverse("home")

    def typed(self, form):
        return {"verdicts": form.verdicts}


class GuestPaperView(ForGuest, Guarded, BaseDetailView):
    """One issued paper of the item he is to judge."""

    def render_to_response(self, context):
        paper = queries.papers_shown(self.object).filter(pk=self.kwargs["paper"]).first()
        if paper is None:
            raise Http404
        response = handed_out(paper)
        services.note_reading(self.object, paper, actor=self.request.user)
        return response
