"""What the pages of cases share: the path, the head of one case, the page of an act."""

from django.urls import reverse
from django.utils import timezone

from archives_enforcement.forms import ActForm
from archives_enforcement.navigation import Crumb
from archives_enforcement.views import ActView
from archives_enforcement.workflow import Act
from penalties.models import Case
from penalties.queries.acts import LAMPS_OF_PAGE, PAGE_OF_STEP
from penalties.queries.cases import RELATED
from penalties.workflow import CASE_FLOW

LIST = ("案件", "penalties:case-list")
HANDLE = "penalties.handle_case"
STEP_OF_PAGE = {page: step for step, page in PAGE_OF_STEP.items()} | LAMPS_OF_PAGE


def crumbs_of(case: Case, *more: str) -> list[Crumb]:
    """The path to a case, then to a page about it."""
    unfiled = "当场处罚" if case.on_the_spot else "待立案"
    own = Crumb(case.number or unfiled, case.get_absolute_url() if more else "")
    return [Crumb(LIST[0], reverse(LIST[1])), own, *(Crumb(label) for label in more)]


class CaseActView(ActView):
    """An act on a case: its facts stand beside the form; one service does it."""

    permission_required = HANDLE
    template_name = "penalties/case_act.html"
    queryset = Case.objects.select_related(*RELATED)
    form_class = ActForm
    title = ""
    explanation = ""
    consequences = ()

    @property
    def case(self) -> Case:
        return self.object

    def get_context_data(self, **kwargs):
        case = self.case
        context = {
            "title": self.title,
            "case": case,
            "explanation": self.explanation,
            "consequences": self.consequences,
            "submit_label": self.title,
            "crumbs": crumbs_of(case, self.title),
            "cancel_url": self.get_success_url(),
            "lamps": self.lamps(),
        }
        return super().get_context_data(**(context | kwargs))

    def lamps(self):
        """What taking the step of this page would pass over."""
        step = STEP_OF_PAGE.get(self.request.resolver_match.url_name, "")
        return CASE_FLOW.lit(self.case, step, Act(self.request.user, timezone.localdate()))

    def get_success_url(self):
        return self.case.get_absolute_url()

    def given(self, form, *leave_out: str) -> dict:
        """What was typed, as the arguments of the service; the date goes apart as `on`."""
        return {
            name: value
            for name, value in form.cleaned_data.items()
            if name not in ("on", "confirmed", *leave_out)
        }

    def by(self, form) -> dict:
        return {"actor": self.request.user, "on": self.act_date(form)}
