"""Pages on which the unit reads what would be published of it, answers, and may take it back."""

from django.urls import reverse

from archives_enforcement.views import ActView
from inspections.forms.exemplary import ConsentForm, WithdrawForm
from inspections.models import Consent, Exemplary
from inspections.queries import exemplary as queries
from inspections.services import consents


class PortalConsentView(ActView):
    """What is to be published stands above the form; the form changes with where it stands."""

    permission_required = "inspections.answer_finding"
    template_name = "inspections/portal_consent.html"
    queryset = Consent.objects.select_related("exemplary__inspection__unit__party__bureau")

    @property
    def to_withdraw(self) -> bool:
        return self.object.state == Consent.State.GIVEN

    @property
    def may_answer(self) -> bool:
        nominated = self.object.exemplary.state == Exemplary.State.NOMINATED
        return nominated and self.object.state == Consent.State.ASKED

    def get_form_class(self):
        return WithdrawForm if self.to_withdraw else ConsentForm

    def get_context_data(self, **kwargs):
        party = self.object.party
        context = {
            "consent": self.object,
            "party": party,
            "bureau": party.bureau,
            "pairs": queries.pairs_of(self.object.exemplary),
            "open": self.may_answer or self.to_withdraw,
            "submit_label": "撤回同意" if self.to_withdraw else "提交答复",
            "back_url": self.back_url,
        }
        return super().get_context_data(**(context | kwargs))

    @property
    def back_url(self) -> str:
        visit = self.object.exemplary.inspection_id
        return reverse("inspections:portal-inspection", args=[visit])

    def perform(self, form):
        act = consents.withdraw if self.to_withdraw else consents.answer
        return act(self.object, actor=self.request.user, on=self.act_date(form), **form.said)

    def get_success_message(self):
        return {
            Consent.State.GIVEN: "已答复同意，以后您可以随时在这里撤回。",
            Consent.State.DECLINED: "已答复不同意。",
            Consent.State.WITHDRAWN: "已撤回同意，公开页面不再显示。",
        }[self.result.state]

    def get_success_url(self):
        return reverse("inspections:portal-consent", args=[self.object.pk])
