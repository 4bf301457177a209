"""Pages of 登记变更: a new name, a merger, a division, the end, and what stands in there twice."""

from django.urls import reverse
from django.utils import timezone

from archives_enforcement import views
from archives_enforcement.exporting import Exported
from archives_enforcement.navigation import Crumb
from units import duplicates, open_matters, queries, services
from units.forms import changes as forms
from units.views.facts import UnitActView
from units.views.register import LIST_CRUMB, MANAGE

GOES_ON = "承继单位的经办人可以看到原单位的文书和问题，接着办理。"
ENDS = (
    "原单位不再列入计划、抽取和检查，没有报送的自查报告不再报送；以前的检查、文书和案件原样保留。"
)


class ChangeView(UnitActView):
    """An act after which the register reads otherwise; the page says what is still open."""

    template_name = "units/unit_change.html"

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"unit": self.object}

    def get_context_data(self, **kwargs):
        unit, user = self.object, self.request.user
        return super().get_context_data(
            why_not=services.succession_in_words(unit),
            open_matters=open_matters.of(unit, user, timezone.localdate()),
            **kwargs,
        )


class RenameView(ChangeView):
    form_class = forms.RenameForm
    title = submit_label = "登记更名"
    success_message = "已登记更名，原名称仍可以查找。"

    def perform(self, form):
        return services.rename(
            self.object, actor=self.request.user, on=self.act_date(form), **form.facts
        )


class EndingView(ChangeView):
    consequences = (ENDS, GOES_ON)

    def get_context_data(self, **kwargs):
        return super().get_context_data(consequences=self.consequences, **kwargs)


class MergeView(EndingView):
    form_class = forms.MergeForm
    title = submit_label = "登记合并"

    def perform(self, form):
        return services.merge(
            self.object, actor=self.request.user, on=self.act_date(form), **form.facts
        )

    def get_success_message(self):
        return f"已并入{self.result}。"


class DuplicateView(EndingView):
    form_class = forms.DuplicateForm
    title = submit_label = "登记为重复"
    consequences = ("这条登记不再使用，以前的检查、文书和案件留在这条登记上。", GOES_ON)

    def perform(self, form):
        return services.drop_duplicate(
            self.object, actor=self.request.user, on=self.act_date(form), **form.facts
        )

    def get_success_message(self):
        return f"已登记为重复，今后使用{self.result}。"


class SplitView(EndingView):
    form_class = forms.SplitForm
    title = submit_label = "登记分立"
    success_message = "已登记分立。"
    consequences = (
        f"没有勾选“原单位保留”的：{ENDS}{GOES_ON}",
        "原单位主管的单位改由第一个选择的分立出来的单位主管，不是这样的请随后逐个修改。",
        "勾选“原单位保留”的：原单位的文书和问题仍由原单位办理，分立出来的单位看不到。",
    )

    def perform(self, form):
        return services.split(
            self.object, actor=self.request.user, on=self.act_date(form), **form.facts
        )


class DissolveView(EndingView):
    form_class = forms.DissolveForm
    title = submit_label = "登记撤销"
    success_message = "已登记撤销。"
    consequences = (
        ENDS,
        "没有承继单位：没有整改的问题不算已整改，由执法人员提出终结、机关负责人决定；不再催办。",
        "有单位接手其职能的，请办理合并或者分立；登记撤销以后不能再登记承继单位。",
    )

    def perform(self, form):
        return services.dissolve(
            self.object, actor=self.request.user, on=self.act_date(form), **form.facts
        )


class DuplicatesView(Exported, views.ListView):
    """疑似重复: every two units of the register with almost the same name."""

    permission_required = MANAGE
    template_name = "units/unit_duplicates.html"
    context_object_name = "pairs"
    sheet_title = "疑似重复"
    sheet_columns = (
        ("单位", 34), ("统一社会信用代码", 22), ("名称相近的单位", 34), ("其统一社会信用代码", 22),
    )  # fmt: skip

    def sheet_line(self, row):
        return [cell for unit in row for cell in (str(unit), unit.party.credit_code or "")]

    def get_queryset(self) -> list:
        units = queries.active_units(self.request.user).order_by("party__name")
        return duplicates.pairs(list(units))

    def get_context_data(self, **kwargs):
        crumbs = [Crumb(LIST_CRUMB[0], reverse(LIST_CRUMB[1])), Crumb("疑似重复")]
        return super().get_context_data(crumbs=crumbs, **kwargs)
