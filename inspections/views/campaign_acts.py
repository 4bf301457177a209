"""Pages on which a 专项检查（上级） is drafted, entered, revised and handed in."""

from django.urls import reverse
from django.utils import timezone

from archives_enforcement.forms import ActForm
from archives_enforcement.navigation import Crumb
from archives_enforcement.views import ActView, FormView
from inspections.forms.campaigns import EnteredCampaignForm, EnteredEditForm, IssuedCampaignForm
from inspections.queries import campaigns as queries
from inspections.services import campaigns as services
from inspections.views.campaigns import CAMPAIGNS, LIST, crumbs_of


class BeginView(FormView):
    """A new campaign; its days are proposed from today on."""

    permission_required = services.DRAFT
    template_name = "inspections/campaign_form.html"
    title = ""

    def get_initial(self):
        today = timezone.localdate()
        return {"begins_on": today, "reports_from": today}

    def get_context_data(self, **kwargs):
        link = reverse(LIST[1])
        return super().get_context_data(
            title=self.title,
            crumbs=[Crumb(LIST[0], link), Crumb(self.title)],
            cancel_url=link,
            **kwargs,
        )

    def get_success_url(self):
        return self.result.get_absolute_url()


class CampaignCreateView(BeginView):
    form_class = IssuedCampaignForm
    title = "部署专项检查"
    success_message = "专项检查已保存，核对后提交机关负责人下达。"
    NOBODY = (
        "本机关在系统里没有下级档案主管部门，不能部署专项检查。"
        "上级部署给本机关的，请用“登记上级交办”。"
    )

    def get_context_data(self, **kwargs):
        alone = not queries.below(self.request.user.bureau).exists()
        return super().get_context_data(why_not=self.NOBODY if alone else "", **kwargs)

    def perform(self, form):
        return services.draft_campaign(
            actor=self.request.user,
            on=self.act_date(form),
            bureaus=form.cleaned_data["bureaus"],
            **form.words,
        )


class CampaignEnterView(BeginView):
    form_class = EnteredCampaignForm
    title = "登记上级交办"
    success_message = "已登记，核对后提交机关负责人。"

    def perform(self, form):
        return services.enter_campaign(
            actor=self.request.user,
            on=self.act_date(form),
            files=form.cleaned_data["files"],
            **form.words,
        )


class CampaignActView(ActView):
    """An act on a campaign: the page names it, one service does it."""

    permission_required = services.DRAFT
    template_name = "inspections/campaign_act.html"
    queryset = CAMPAIGNS
    form_class = ActForm
    title = ""
    explanation = ""
    consequences = ()

    def get_context_data(self, **kwargs):
        context = {
            "title": self.title,
            "campaign": self.object,
            "crumbs": crumbs_of(self.object, self.title),
            "cancel_url": self.object.get_absolute_url(),
            "submit_label": self.title,
            "explanation": self.explanation,
            "consequences": self.consequences,
        }
        return super().get_context_data(**(context | kwargs))

    def who(self, form) -> dict:
        return {"actor": self.request.user, "on": self.act_date(form)}

    def noted(self, form) -> dict:
        return self.who(form) | {"note": form.cleaned_data["note"]}


class CampaignEditView(CampaignActView):
    template_name = "inspections/campaign_form.html"
    title = "修改专项检查"
    success_message = "专项检查已修改。"

    def get_form_class(self):
        return EnteredEditForm if self.object.is_entered else IssuedCampaignForm

    def get_initial(self):
        row = self.object
        return {name: getattr(row, name) for name in services.WORDS} | {
            "questions": "\n".join(row.questions),
            "bureaus": list(row.participants.values_list("bureau", flat=True)),
        }

    def perform(self, form):
        more = {
            name: form.cleaned_data[name] for name in ("bureaus", "files") if name in form.fields
        }
        return services.revise_campaign(self.object, **self.who(form), **more, **form.words)


class SubmitView(CampaignActView):
    success_message = "已提交机关负责人。"

    @property
    def title(self) -> str:
        return f"提交{self.object.deciding}"

    def perform(self, form):
        return services.submit_campaign(self.object, **self.who(form))


class DiscardView(CampaignActView):
    title = "放弃草稿"
    success_message = "草稿已放弃。"
    explanation = "草稿从列表里去掉，全过程记录里保留。"

    def perform(self, form):
        return services.discard_campaign(self.object, **self.who(form))

    def get_success_url(self):
        return reverse(LIST[1])
