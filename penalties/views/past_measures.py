"""历史强制措施记录: the flagged list, and the form that enters one from its papers."""

from django.urls import reverse

from archives_enforcement.exporting import Exported
from archives_enforcement.navigation import Crumb
from archives_enforcement.views import FormView, ListView
from archives_enforcement.whole_numbers import is_key
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


class PastMeasureListView(Exported, ListView):
    permission_required = "penalties.view_case"
    template_name = "penalties/past_measure_list.html"
    queryset = PastMeasure.objects.select_related("party", "case", "entered_by")
    sheet_title = TITLE
    sheet_columns = (
        ("措施", 18), ("当事人", 30), ("案件", 34), ("对象", 40), ("采取人员", 20),
        ("采取日期", 12), ("解除日期", 12), ("当时的依据", 34), ("纸质材料", 40), ("补录", 14),
        ("补录日期", 12), ("补录原因", 34), ("有法律风险", 60),
    )  # fmt: skip

    def sheet_rows(self, rows):
        return with_files(rows, self.request.user)

    def sheet_line(self, row):
        return (
            row.get_kind_display(), str(row.party), str(row.case or ""), row.what, row.taken_by,
            row.taken_on, row.lifted_on, row.claimed, "\n".join(each.name for each in row.attached),
            str(row.entered_by), row.entered_on, row.reason, "\n".join(row.risks),
        )  # fmt: skip

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
        return {"party": int(asked)} if is_key(asked) else {}

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
