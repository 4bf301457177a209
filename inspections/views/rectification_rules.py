"""Pages of 整改规则: all that hold or held, and a new one for the days to come."""

from django.urls import reverse
from django.utils import timezone

from archives_enforcement.audit.settings_history import ways_to
from archives_enforcement.navigation import Crumb
from archives_enforcement.views import FormView, ListView
from inspections.forms.rectification_rules import RectificationRuleForm
from inspections.models import RectificationRule
from inspections.services import rectification_rules as services
from inspections.views.rectification import LIST_CRUMB

TITLE, LIST = "整改规则", "inspections:finding-rules"


def _present(user) -> RectificationRule:
    return RectificationRule.objects.on(user.bureau_id, timezone.localdate())


class RuleListView(ListView):
    permission_required = "inspections.view_finding"
    template_name = "inspections/rectification_rule_list.html"
    model = RectificationRule

    def get_context_data(self, **kwargs):
        user = self.request.user
        new = {
            "label": "设定新规则",
            "url": reverse("inspections:finding-rule-set"),
            "icon": "plus",
        }
        return super().get_context_data(
            crumbs=[Crumb(LIST_CRUMB[0], reverse(LIST_CRUMB[1])), Crumb(TITLE)],
            actions=[*ways_to(self.model, user), *([new] if user.has_perm(services.SET) else [])],
            present=_present(user),
            **kwargs,
        )


class RuleSetView(FormView):
    permission_required = services.SET
    template_name = "components/form_page.html"
    form_class = RectificationRuleForm
    success_message = "整改规则已设定。"
    extra_context = {"title": "设定整改规则", "submit_label": "设定"}

    def get_initial(self):
        rule = _present(self.request.user)
        return {name: getattr(rule, name) for name in services.TERMS if name != "source"}

    def perform(self, form):
        values = {name: form.cleaned_data[name] for name in ("valid_from", *services.TERMS)}
        return services.set_rule(actor=self.request.user, on=self.act_date(form), **values)

    def get_context_data(self, **kwargs):
        crumbs = [
            Crumb(LIST_CRUMB[0], reverse(LIST_CRUMB[1])),
            Crumb(TITLE, reverse(LIST)),
            Crumb("设定"),
        ]
        return super().get_context_data(crumbs=crumbs, cancel_url=reverse(LIST), **kwargs)

    def get_success_url(self):
        return reverse(LIST)
