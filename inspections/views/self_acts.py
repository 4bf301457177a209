"""Pages of the acts on a 年度自查."""

from django.urls import reverse
from django.utils import timezone

from archives_enforcement.forms import ActForm, ReasonForm
from archives_enforcement.views import ActView, FormView
from inspections.forms import self_inspection as forms
from inspections.queries import self_inspection as queries
from inspections.services import self_inspection as services
from inspections.services import self_urging as urging
from inspections.views.self_inspection import LIST, ROUNDS, crumbs_of
from inspections.views.ticking import TickedUnits
from inspections.workflow import SELF_FLOW


class SelfCreateView(FormView):
    permission_required = services.RUN
    template_name = "inspections/self_form.html"
    form_class = forms.SelfInspectionForm
    success_message = "已准备，请核对报送范围，再由机关负责人布置。"

    def get_initial(self):
        return {"report_year": timezone.localdate().year - 1}

    def get_context_data(self, **kwargs):
        title = "准备年度自查"
        crumbs, link = crumbs_of(None, title), reverse(LIST[1])
        return super().get_context_data(title=title, crumbs=crumbs, cancel_url=link, **kwargs)

    def perform(self, form):
        return services.prepare(actor=self.request.user, on=self.act_date(form), **form.words)

    def get_success_url(self):
        return self.result.get_absolute_url()


class SelfActView(ActView):
    """An act on a 自查: the page names it, one service does it."""

    permission_required = services.RUN
    template_name = "inspections/self_act.html"
    queryset = ROUNDS
    form_class = ActForm
    title = explanation = step = ""
    consequences = ()

    def get_context_data(self, **kwargs):
        asked = self.object
        context = {
            "title": self.title,
            "asked": asked,
            "counted": queries.progress(asked),
            "due_on": queries.due_on(asked),
            "crumbs": crumbs_of(asked, self.title),
            "cancel_url": asked.get_absolute_url(),
            "submit_label": self.title,
            "explanation": self.explanation,
            "consequences": self.consequences,
            "why_not": SELF_FLOW.out_of_turn(asked, self.step) if self.step else "",
        }
        return super().get_context_data(**(context | kwargs))

    def who(self, form) -> dict:
        return {"actor": self.request.user, "on": self.act_date(form)}


class SelfEditView(SelfActView):
    template_name = "inspections/self_form.html"
    form_class = forms.SelfInspectionForm
    title, success_message = "修改年度自查", "已修改，报送范围按现在的规则重新列出。"

    def get_initial(self):
        return {name: getattr(self.object, name) for name in services.WORDS}

    def perform(self, form):
        return services.revise(self.object, **self.who(form), **form.words)


class DiscardView(SelfActView):
    form_class = ReasonForm
    title, step, success_message = "放弃", "discard", "已放弃，这个年度可以重新准备。"
    consequences = ("没有单位看到过这次自查；它留在列表里，标明已放弃。",)

    def perform(self, form):
        return services.discard(self.object, note=form.cleaned_data["note"], **self.who(form))


class OpenView(SelfActView):
    permission_required = services.OPEN
    form_class = forms.OpenForm
    title, step = "布置", "open"
    success_message = "已布置，各单位会收到消息，期限开始计算。"
    consequences = ("报送规则、自查表和期限不能再改，各单位从现在起可以填报。",)

    def perform(self, form):
        return services.open_it(self.object, **self.who(form))


class IncludeView(TickedUnits, SelfActView):
    template_name = "inspections/self_units.html"
    form_class = forms.IncludeForm
    title, success_message = "列入其他单位", "已列入。"

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"asked": self.object}

    def selectable(self):
        return queries.addable_units(self.object)

    def perform(self, form):
        data = form.cleaned_data
        return services.include(
            self.object, units=data["units"], reason=data["reason"], **self.who(form)
        )

    def get_success_url(self):
        return self.object.get_absolute_url()


class RemindView(SelfActView):
    form_class = forms.RemindForm
    title, submit_label = "催报", "起草催报函"
    explanation = (
        "只列法定的报送义务人里逾期没有报送的。每个单位起草一份催报函，可以一起签发；"
        "条例第四十五条没有规定责令和处罚，催报以后只有登记的地方性法规条文允许的，才能责令。"
    )

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"asked": self.object}

    def get_context_data(self, **kwargs):
        return super().get_context_data(submit_label=self.submit_label, **kwargs)

    def perform(self, form):
        data = form.cleaned_data
        return urging.remind(
            self.object, data["reports"], reply_due=data["reply_due"], **self.who(form)
        )

    def get_success_message(self):
        return f"已起草 {len(self.result)} 份催报函，请提交签发。"


class CloseView(SelfActView):
    form_class = forms.CloseForm
    title, step = "汇总", "close"
    success_message = "已汇总，可以起草《自查审核汇总表》。"
    consequences = ("汇总意见写进汇总表，以后补报的仍可收下和审核，但不再改变汇总意见。",)

    def perform(self, form):
        return services.close(self.object, note=form.cleaned_data["note"], **self.who(form))


class SummaryView(SelfActView):
    title, success_message = "起草《自查审核汇总表》", "汇总表已起草，请核对后提交签发。"
    explanation = "各单位的报送和审核情况按现在的记录列入，一个单位一行。"

    def perform(self, form):
        return urging.draft_summary(self.object, **self.who(form))

    def get_success_url(self):
        return self.result.get_absolute_url()
