"""Pages of 检查结果公示规则: all that hold or held, and a new one for the letters to come."""

from django.urls import reverse
from django.utils import timezone

from archives_enforcement.audit.settings_history import ways_to
from archives_enforcement.navigation import Crumb
from archives_enforcement.views import FormView, ListView
from publicity.forms.results import ResultRuleForm
from publicity.models import ResultRule
from publicity.services import results as services
from publicity.views.notices import LIST, RULES, crumbs_of

PAGE = "publicity:result-rules"


def _present(user) -> ResultRule:
    return ResultRule.objects.on(user.bureau_id, timezone.localdate())


class RuleListView(ListView):
    permission_required = "publicity.view_notice"
    template_name = "publicity/result_rule_list.html"
    model = ResultRule

    def get_context_data(self, **kwargs):
        user = self.request.user
        url = reverse("publicity:result-rule-set")
        new = {"label": "设定新规则", "url": url, "icon": "plus"}
        return super().get_context_data(
            crumbs=crumbs_of(Crumb(RULES)),
            actions=[*ways_to(self.model, user), *([new] if user.has_perm(services.SET) else [])],
            present=_present(user),
            nav=LIST[1],
            **kwargs,
        )


class RuleSetView(FormView):
    permission_required = services.SET
    template_name = "components/form_page.html"
    form_class = ResultRuleForm
    success_message = "检查结果公示规则已设定。"
    extra_context = {"title": "设定检查结果公示规则", "submit_label": "设定", "nav": LIST[1]}

    def get_initial(self):
        rule = _present(self.request.user)
        return {name: getattr(rule, name) for name in services.TERMS if name != "source"}

    def perform(self, form):
        values = {name: form.cleaned_data[name] for name in ("valid_from", *services.TERMS)}
        return services.set_rule(actor=self.request.user, on=self.act_date(form), **values)

    def get_context_data(self, **kwargs):
        crumbs = crumbs_of(Crumb(RULES, reverse(PAGE)), Crumb("设定"))
        return super().get_context_data(crumbs=crumbs, cancel_url=reverse(PAGE), **kwargs)

    def get_success_url(self):
        return reverse(PAGE)
