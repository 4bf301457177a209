"""Pages of 裁量 beside its own: leaving the benchmark, the repetition found, the sheet."""

from django.utils import timezone
from django.utils.functional import cached_property

from penalties import departure_guards
from penalties.amounts import plain
from penalties.forms import weighing as forms
from penalties.queries import discretion as queries
from penalties.queries import repetition
from penalties.services import circumstances, departures, discretion_sheet
from penalties.views.base import CaseActView
from penalties.views.cases import fixed
from penalties.views.deciding import PaperDraftView
from penalties.views.handling import discretion_page


class DepartView(CaseActView):
    title = "调整适用基准"
    form_class = forms.DepartForm
    success_message = "调整适用的意见已经提出，等待集体讨论和机关负责人批准。"

    def get_form_kwargs(self):
        confiscates = self.object.clause.confiscate_gains
        return super().get_form_kwargs() | {"confiscates": confiscates}

    def get_initial(self):
        return {"correction": fixed(self.object.assessment).get("correction", "")}

    @property
    def explanation(self):
        row = queries.row_for(self.object, timezone.localdate())
        if row is None:
            return "现在没有适用于本案的裁量权基准。"
        result, rules = (
            queries.result_of(self.object, row, timezone.localdate()),
            queries.rules_of(row, self.object),
        )
        if result.band is None:
            return f"{result.title}：按查明的事实，不计算罚款，没有可以调整的金额。"
        return (
            f"按“{row.benchmark}”，本案是“{result.title}”，幅度 {result.band.words}；"
            f"法定幅度 {plain(rules.minimum)}至 {plain(rules.maximum)}。经集体讨论、机关负责人批准"
            "（上级基准还要报经制定机关批准）以后，才能告知当事人。"
        )

    def perform(self, form):
        return departures.depart(self.object, **self.by(form), **self.given(form))

    def get_success_url(self):
        return discretion_page(self.object)


class ApproveDepartureView(CaseActView):
    permission_required = departures.APPROVE
    template_name = "penalties/departure_approve.html"
    title = "批准调整适用基准"
    form_class = forms.ApproveDepartureForm
    success_message = "调整适用已批准，承办人员已收到消息。"
    consequences = ("批准以后，调整适用的理由写入告知书和决定书，并随决定公开",)

    @cached_property
    def departure(self):
        return departure_guards.of_case(self.object)

    def get_form_kwargs(self):
        row = self.departure and self.departure.assessment.row
        above = bool(row and row.benchmark.from_above)
        return super().get_form_kwargs() | {"from_above": above}

    def get_context_data(self, **kwargs):
        waiting = self.departure and not self.departure.approved_on
        return super().get_context_data(
            departure=self.departure,
            discussions=self.object.discussions.filter(assessment=self.object.assessment),
            why_not="" if waiting else "没有等待批准的调整适用意见。",
            **kwargs,
        )

    def perform(self, form):
        return departures.approve(self.object, **self.by(form), **self.given(form))

    def get_success_url(self):
        return discretion_page(self.object)


class RepetitionView(CaseActView):
    title = "采用重复违法"
    success_message = "重复违法已登记，档次已重新计算。"

    @property
    def explanation(self):
        today = timezone.localdate()
        row = queries.row_for(self.object, today)
        found = row and repetition.found(self.object, row, today)
        return f"{found.text}：{found.follows}。" if found else "没有查到同类处罚决定。"

    def perform(self, form):
        return circumstances.adopt_repetition(self.object, **self.by(form))

    def get_success_url(self):
        return discretion_page(self.object)


class SheetDraftView(PaperDraftView):
    title = "起草裁量说明"
    success_message = "裁量说明已起草，请核对后定稿，打印由承办人员签字。"
    explanation = "由确定拟处罚意见时冻结的记录写成，不能手工改；签字后随案归档。"

    def perform(self, form):
        return discretion_sheet.draft(self.object, **self.by(form))
