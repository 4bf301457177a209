"""历史强制措施记录: the flagged list, and the form that enters one from its papers."""

from django.urls import reverse

from archives_enforcement.navigation import Crumb
from archives_enforcement.views import FormView, ListView
from archives_enforcement.workflow import BACKFILL
from penalties.forms.past_measures import PastMeasureForm
from penalties.models import PastMeasure
from penalties.queries.cases import with_files
from penalties.services import past_measures

LIST = "penalties:past-measure-list"
TITLE = "历史强制措施记录"


def crumbs(*more: str) -> list[Crumb]:
    locked = Crumb("查封、扣押", reverse("documents:seizure"))
    own = Crumb(TITLE, reverse(LIST) if more else "")
    return [locked, own, *(Crumb(label) for label in more)]


class PastMeasureListView(ListView):
    permission_required = "penalties.view_case"
    template_name = "penalties/past_measure_list.html"
    queryset = PastMeasure.objects.select_related("party", "case", "entered_by")

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        user, actions = self.request.user, []
        if user.has_perms((past_measures.ENTER, BACKFILL)):
            url = reverse("penalties:past-measure-enter")
            actions.append({"label": "补录", "url": url, "icon": "plus"})
        rows = with_files(context["object_list"], user)
        return context | {
            "title": TITLE, "crumbs": crumbs(), "actions": actions, "measures": rows,
            "risk": PastMeasure.RISK,
        }  # fmt: skip


class PastMeasureEnterView(FormView):
    permission_required = (past_measures.ENTER, BACKFILL)
    template_name = "penalties/past_measure_form.html"
    form_class = PastMeasureForm
    success_message = "已补录，标明法律风险；不计入任何统计。"

    def get_initial(self):
        asked = self.request.GET.get("party", "")
        return {"party": int(asked)} if asked.isdigit() else {}

    def perform(self, form):
        data = {name: value for name, value in form.cleaned_data.items() if name != "on"}
        return past_measures.enter(actor=self.request.user, on=self.act_date(form), **data)

    def get_context_data(self, **kwargs):
        context = {
            "title": "补录历史强制措施", "submit_label": "补录", "crumbs": crumbs("补录"),
            "cancel_url": reverse(LIST), "risk": PastMeasure.RISK,
        }  # fmt: skip
        return super().get_context_data(**(context | kwargs))

    def get_success_url(self):
        return reverse(LIST)
