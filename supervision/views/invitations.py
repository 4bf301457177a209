"""Pages of 互查: inviting a supervisor of another bureau, and what he sees and judges."""

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.views.generic.detail import BaseDetailView

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
        "列出这一件正卷里的文书和线上办理记录；证据、照片和其他附件请到对方机关查阅。",
        "提交以后不能修改，也不能再看这些文书；看过的内容不得外传。",
    )
    service = services.review

    def get_context_data(self, **kwargs):
        return super().get_context_data(papers=queries.lines_shown(self.object), **kwargs)

    def crumbs(self):
        return [Crumb("工作台", reverse("home")), Crumb(self.title)]

    def cancel_url(self):
        return reverse("home")

    def get_success_url(self):
        return reverse("home")

    def typed(self, form):
        return {"verdicts": form.verdicts}


class GuestPaperView(ForGuest, Guarded, BaseDetailView):
    """One line of 正卷 of the item he is to judge, as a file; that he took it is recorded."""

    def render_to_response(self, context):
        lines = queries.lines_shown(self.object)
        shown = next((each for each in lines if each.number == self.kwargs["paper"]), None)
        if shown is None:
            raise Http404
        response = HttpResponse(services.take(self.object, shown, actor=self.request.user))
        response["Content-Type"] = shown.line.media_type
        response["Content-Disposition"] = content_disposition_header(True, shown.line.name)
        response["Content-Security-Policy"] = "default-src 'none'; sandbox"
        return response
