"""Pages on the people of a unit, for its own manager and for the bureau's staff."""

import segno
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString

from archives_enforcement import views
from archives_enforcement.accounts import services
from archives_enforcement.accounts.forms import unit_people as forms
from archives_enforcement.accounts.models import Grant, Party, UnitInvitation
from archives_enforcement.accounts.workflow import GRANT_FLOW, MANAGE, why_not_managing
from archives_enforcement.forms import PageForm
from archives_enforcement.navigation import Crumb, acts_from

PARTIES = Party.objects.select_related("bureau")
GRANTS = Grant.objects.select_related("user", "party__bureau")
PAGES = {
    "confirm": "confirm",
    "refuse": "refuse",
    "change_post": "post",
    "restore": "restore",
    "end": "end",
}


class PeopleView(views.DetailView):
    """登录人员: who acts for the unit, who asks to, whom an invitation waits for."""

    permission_required = "accounts.see_people"
    queryset = PARTIES
    template_name = "accounts/people.html"

    def get_context_data(self, **kwargs):
        party, user = self.object, self.request.user
        context = super().get_context_data(**kwargs)
        today = context["today"]
        may = user.has_perm(MANAGE) and why_not_managing(party, user, today) is None
        rows = GRANTS.visible_to(user).filter(party=party, state__in=Grant.SHOWN)
        people = list(rows.exclude(ended_on__lte=today).order_by("-state", "pk"))
        for grant in people:
            grant.acts = acts_from(GRANT_FLOW.offers(grant, user, on=today), self._page(grant))
        invited = UnitInvitation.objects.visible_to(user).filter(party=party)
        return context | {
            "layout": views.layout_for(user),
            "crumbs": [Crumb("首页", reverse("home")), Crumb("登录人员")],
            "party": party,
            "bureau": party.bureau,
            "people": people,
            "invitations": [
                row
                for row in invited.select_related("invited_by", "party", "restores")
                if row.is_open
            ],
            "may_manage": may,
        }

    @staticmethod
    def _page(grant):
        return lambda step: reverse(f"accounts:grant-{PAGES[step]}", args=[grant.pk])


class PeopleActView(views.ActView):
    """One act on the people of a unit."""

    permission_required = MANAGE
    template_name = "components/form_page.html"
    form_class = PageForm
    title = submit_label = ""
    points = ()

    @property
    def party(self) -> Party:
        return self.object.party

    def get_context_data(self, **kwargs):
        link = self.get_success_url()
        context = {
            "layout": views.layout_for(self.request.user),
            "party": self.party,
            "bureau": self.party.bureau,
            "title": self.title,
            "number": str(self.object),
            "submit_label": self.submit_label or self.title,
            "cancel_url": link,
            "crumbs": [Crumb(f"{self.party}的登录人员", link), Crumb(self.title)],
            "consequences": [point.format(self.object) for point in self.points],
        }
        return super().get_context_data(**(context | kwargs))

    def perform(self, form):
        return self.service(
            self.object, actor=self.request.user, on=timezone.localdate(), **form.cleaned_data
        )

    def get_success_url(self):
        return reverse("accounts:people", args=[self.party.pk])


class LinkMixin:
    """The link is shown once, in the answer itself: it is kept nowhere."""

    def form_valid(self, form):
        answer = super().form_valid(form)
        if not form.is_valid():
            return answer
        invitation, token = self.result
        link = self.request.build_absolute_uri(reverse("joining:join", args=[token]))
        who = {"actor": self.request.user, "on": timezone.localdate()}
        context = self.get_context_data(
            invitation=invitation,
            link=link,
            mailed=services.mail_link(invitation, link, **who),
            code=SafeString(segno.make_qr(link).svg_inline(scale=4, svgclass=None, lineclass=None)),
        )
        return self.response_class(
            self.request, "accounts/invitation_made.html", context, using=self.template_engine
        )


class InviteView(LinkMixin, PeopleActView):
    queryset = PARTIES
    form_class = forms.InviteForm
    title, submit_label = "邀请人员", "生成邀请链接"

    @property
    def party(self) -> Party:
        return self.object

    service = staticmethod(services.invite)


class RevokeInvitationView(PeopleActView):
    queryset = UnitInvitation.objects.select_related("party__bureau")
    title, success_message = "撤回邀请", "已撤回，链接不能再用。"
    points = ("链接立即失效，需要时可以重新邀请。",)
    service = staticmethod(services.revoke_invitation)


class GrantActView(PeopleActView):
    queryset = GRANTS


class ConfirmView(GrantActView):
    title, success_message = "确认", "已确认，并通知本人。"
    points = ("{0.user}可以看到{0.party}收到的文书和问题，并以{0.party}的名义签收、回复。",)
    service = staticmethod(services.confirm)


class RefuseView(GrantActView):
    form_class = forms.RefuseForm
    title, success_message = "不确认", "没有确认，已通知本人。"
    service = staticmethod(services.refuse)


class PostView(GrantActView):
    form_class = forms.PostForm
    title, submit_label, success_message = "改变身份", "保存", "身份已改变。"
    service = staticmethod(services.change_post)

    def get_initial(self):
        return {"post": self.object.post}


class RestoreView(LinkMixin, GrantActView):
    form_class = forms.RestoreForm
    title, submit_label = "重设登录", "生成登录链接"
    points = (
        "{0.user}凭链接自己设新密码，您看不到他的密码。",
        "设了新密码以后，原来的密码不能再用，已经登录的设备都退出。",
    )
    service = staticmethod(services.restore)

    def get_initial(self):
        return {"email": self.object.user.email}


class EndView(GrantActView):
    title, success_message = "停用", "已停用，他已退出登录。"
    points = (
        "{0.user}立即退出登录，不能再看{0.party}的文书和问题。",
        "他以前办理的都保留；以后可以重新邀请。",
    )
    service = staticmethod(services.end)
