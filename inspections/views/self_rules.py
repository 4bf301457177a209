"""Pages of the settings of 年度自查: who reports by which rule, and the questions."""

from django.urls import reverse
from django.utils import timezone

from archives_enforcement.audit.settings_history import ways_to
from archives_enforcement.legislation.models import Article, Law, LawVersion
from archives_enforcement.views import ActView, DetailView, FormView, ListView
from inspections.forms import self_rules as forms
from inspections.models import ReportRule, SelfForm
from inspections.services import self_rules as services
from inspections.services.self_inspection import OPEN
from inspections.views.self_inspection import crumbs_of

TITLE, LIST = "报送规则和自查表", "inspections:self-rule-list"


def local_articles():
    """Articles of local regulations in force, which alone can carry an order."""
    versions = LawVersion.objects.in_force(timezone.localdate())
    rows = Article.objects.filter(
        version__in=versions, version__law__level=Law.Level.LOCAL_REGULATION
    )
    return rows.select_related("version__law")


class RuleListView(ListView):
    permission_required = "inspections.view_selfinspection"
    template_name = "inspections/self_rule_list.html"
    queryset = ReportRule.objects.select_related("order_article__version__law")

    def get_context_data(self, **kwargs):
        may_set = self.request.user.has_perm(OPEN)
        new = {
            "label": "设定报送规则",
            "url": reverse("inspections:self-rule-create"),
            "icon": "plus",
        }
        return super().get_context_data(
            crumbs=crumbs_of(None, TITLE),
            actions=[*ways_to(ReportRule, self.request.user), *([new] if may_set else [])],
            may_set=may_set,
            forms=SelfForm.objects.visible_to(self.request.user),
            **kwargs,
        )


class RuleCreateView(FormView):
    permission_required = OPEN
    template_name = "inspections/self_rule_form.html"
    form_class = forms.RuleForm
    success_message = "报送规则已设定。"
    title = "设定报送规则"

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"articles": local_articles()}

    def get_initial(self):
        rule = ReportRule.objects.in_force(self.request.user.bureau, timezone.localdate()).first()
        if rule is None:
            return {}
        same = ("kinds", "roll", "basis", "mark", "ceiling", "ceiling_basis", "remind_before")
        return {name: getattr(rule, name) for name in same}

    def get_context_data(self, **kwargs):
        crumbs = crumbs_of(None, TITLE, self.title)
        return super().get_context_data(
            title=self.title, submit_label="设定", crumbs=crumbs, cancel_url=reverse(LIST), **kwargs
        )

    def perform(self, form):
        stated = {name: form.cleaned_data[name] for name in services.STATED}
        return services.set_rule(actor=self.request.user, on=self.act_date(form), **stated)

    def get_success_url(self):
        return reverse(LIST)


class RuleEndView(ActView):
    permission_required = OPEN
    template_name = "components/form_page.html"
    model = ReportRule
    form_class = forms.EndRuleForm
    success_message = "已设定适用至的日期。"

    def get_context_data(self, **kwargs):
        title = f"停用“{self.object}”"
        return super().get_context_data(
            title=title, submit_label="停用", crumbs=crumbs_of(None, TITLE, "停用"),
            cancel_url=reverse(LIST), **kwargs,
        )  # fmt: skip

    def perform(self, form):
        stated = {name: form.cleaned_data[name] for name in ("last_day", "note")}
        who = {"actor": self.request.user, "on": self.act_date(form)}
        return services.end_rule(self.object, **who, **stated)


class FormDetailView(DetailView):
    permission_required = "inspections.view_selfinspection"
    template_name = "inspections/self_form_detail.html"
    model = SelfForm

    def get_context_data(self, **kwargs):
        version = reverse("inspections:self-form-version", args=[self.object.pk])
        may_set = self.request.user.has_perm(OPEN)
        return super().get_context_data(
            crumbs=crumbs_of(None, TITLE, str(self.object)),
            actions=[{"label": "据此编制新版", "url": version, "icon": "pencil"}]
            if may_set
            else [],
            questions=self.object.questions.all(),
            **kwargs,
        )


class FormVersionView(ActView):
    """A new version of the bureau's own, begun from the lines of one that may be read."""

    permission_required = OPEN
    template_name = "components/form_page.html"
    model = SelfForm
    form_class = forms.FormForm
    to_act = False  # what came with the system is read and copied
    title, success_message = "编制新版自查表", "新版自查表已编制，以后准备的自查可以选用。"

    def get_initial(self):
        return {"name": "", "lines": services.as_lines(self.object)}

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            title=self.title, submit_label="编制", cancel_url=self.object.get_absolute_url(),
            crumbs=crumbs_of(None, TITLE, self.title), **kwargs,
        )  # fmt: skip

    def perform(self, form):
        data = form.cleaned_data
        stated = {name: data[name] for name in ("name", "source", "effective_from")}
        return services.make_form(
            actor=self.request.user, on=self.act_date(form),
            lines=data["lines"].splitlines(), **stated,
        )  # fmt: skip

    def get_success_url(self):
        return self.result.get_absolute_url()
