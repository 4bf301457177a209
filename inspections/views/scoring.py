"""Pages of 评分规则: all that hold or held, and a new one for the days to come."""

from django.urls import reverse
from django.utils import timezone

from archives_enforcement.audit.settings_history import ways_to
from archives_enforcement.navigation import Crumb
from archives_enforcement.views import FormView, ListView
from inspections.forms.scoring import RuleForm
from inspections.models import ScoringRule
from inspections.services import scoring as services
from inspections.services.adopting import ADOPT
from inspections.views.checklists import LIST_CRUMB

TITLE = "评分规则"


class RuleListView(ListView):
    permission_required = "inspections.view_checklist"
    template_name = "inspections/scoring_rule_list.html"
    model = ScoringRule

    def get_queryset(self):
        return super().get_queryset().for_bureau(self.request.user.bureau)

    def get_context_data(self, **kwargs):
        user = self.request.user
        actions, url = ways_to(self.model, user), reverse("inspections:checklist-scoring-set")
        if user.has_perm(ADOPT):
            actions.append({"label": "设定新规则", "url": url, "icon": "plus"})
        return super().get_context_data(
            crumbs=[Crumb(LIST_CRUMB[0], reverse(LIST_CRUMB[1])), Crumb(TITLE)],
            actions=actions,
            present=ScoringRule.objects.on(user.bureau_id, timezone.localdate()),
            **kwargs,
        )


class RuleSetView(FormView):
    permission_required = ADOPT
    template_name = "components/form_page.html"
    form_class = RuleForm
    success_message = "评分规则已设定。"
    extra_context = {"title": "设定评分规则", "submit_label": "设定"}

    def get_initial(self):
        rule = ScoringRule.objects.on(self.request.user.bureau_id, timezone.localdate())
        return {name: getattr(rule, name) for name in services.FIGURES} if rule else {}

    def perform(self, form):
        values = {name: form.cleaned_data[name] for name in ("valid_from", *services.FIGURES)}
        return services.set_rule(actor=self.request.user, on=self.act_date(form), **values)

    def get_context_data(self, **kwargs):
        back = reverse("inspections:checklist-scoring")
        crumbs = [Crumb(LIST_CRUMB[0], reverse(LIST_CRUMB[1])), Crumb(TITLE, back), Crumb("设定")]
        return super().get_context_data(crumbs=crumbs, cancel_url=back, **kwargs)

    def get_success_url(self):
        return reverse("inspections:checklist-scoring")
