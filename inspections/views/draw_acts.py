"""Pages of the acts on a draw."""

from django.utils import timezone

from archives_enforcement.forms import ActForm, WithdrawForm
from archives_enforcement.navigation import Crumb
from archives_enforcement.views import ActView
from inspections.forms import draws as forms
from inspections.models import Draw, DrawExclusion
from inspections.queries import draws as queries
from inspections.services import draw_exclusions, draw_withdrawing
from inspections.services import draws as services
from inspections.views.draws import DRAWS, crumbs_of, settings_of


class DrawActView(ActView):
    """An act on a draw: the page names it, one service does it."""

    template_name = "inspections/draw_act.html"
    queryset = DRAWS
    form_class = ActForm
    title = ""
    consequences = ()

    @property
    def draw(self) -> Draw:
        return self.object

    def who(self, form) -> dict:
        return {"actor": self.request.user, "on": self.act_date(form)}

    def get_context_data(self, **kwargs):
        page = self.draw.get_absolute_url()
        context = {
            "title": self.title,
            "draw": self.draw,
            "crumbs": crumbs_of(Crumb(self.draw.title, page), Crumb(self.title)),
            "cancel_url": page,
            "submit_label": self.title,
            "consequences": self.consequences,
        }
        return super().get_context_data(**(context | kwargs))

    def get_success_url(self):
        return self.draw.get_absolute_url()


class DrawEditView(DrawActView):
    permission_required = services.PREPARE
    template_name = "inspections/draw_form.html"
    form_class = forms.DrawForm
    title = "修改抽取"
    success_message = "已修改，请再核对名单。"

    def get_initial(self):
        return {name: getattr(self.object, name) for name in services.SETTINGS}

    def perform(self, form):
        return services.revise(self.object, **self.who(form), **settings_of(form.cleaned_data))


class DrawExcludeView(DrawActView):
    permission_required = services.PREPARE
    form_class = forms.ExclusionForm
    title = "不列入名单"
    success_message = "已从名单中去掉，原因随规则公示。"

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"draw": self.object}

    def perform(self, form):
        chosen = {name: form.cleaned_data[name] for name in ("unit", "officer", "reason")}
        return draw_exclusions.exclude(self.object, **self.who(form), **chosen)


class DrawIncludeView(DrawActView):
    permission_required = services.PREPARE
    queryset = DrawExclusion.objects.select_related("draw__bureau", "unit__party", "officer")
    title = "重新列入名单"
    success_message = "已重新列入。"

    @property
    def draw(self) -> Draw:
        return self.object.draw

    def get_context_data(self, **kwargs):
        return super().get_context_data(exclusion=self.object, **kwargs)

    def perform(self, form):
        return draw_exclusions.include(self.object, **self.who(form))


class DrawPublishView(DrawActView):
    permission_required = "inspections.publish_draw"
    form_class = forms.DrawPublishForm
    title = "公示"
    success_message = "已公示，摘要已经公开。"
    consequences = (
        "单位名单、执法人员姓名和证件编号、规则、摘要立即在公开页面上公布，任何人都能看到。",
        "名单、规则、监督人、公布的数的来源和时间从此不能更改，也不能删除。",
    )

    def perform(self, form):
        return services.publish(self.object, **self.who(form))


class DrawContributeView(DrawActView):
    permission_required = "inspections.hold_draw"
    form_class = forms.ContributionForm
    title = "登记监督人给出的内容"
    success_message = "已登记并公开。"
    consequences = ("监督人给出的内容立即公开，参加决定抽取结果，不能更改。",)

    def perform(self, form):
        return services.contribute(
            self.object, **self.who(form), contribution=form.cleaned_data["contribution"]
        )


class DrawHoldView(DrawActView):
    permission_required = "inspections.hold_draw"
    form_class = forms.NumberForm
    title = "抽取"
    success_message = "抽取完成，结果已经公开。"
    consequences = (
        "由摘要、监督人给出的内容和公布的数算出结果，立即公开，不能更改。",
        "数字录错的，只能由机关负责人写明原因后重新抽取，这一次的结果照样公开。",
    )

    def perform(self, form):
        return services.hold(self.object, **self.who(form), number=form.cleaned_data["number"])


class DrawAdoptView(DrawActView):
    permission_required = "inspections.adopt_draw"
    form_class = forms.AdoptForm
    title = "采用结果"
    consequences = ("抽中的单位列入所选的计划，不能移除；确实不能检查的，总结计划时写明原因。",)

    def get_initial(self):
        return {"month": timezone.localdate().month}

    def get_context_data(self, **kwargs):
        return super().get_context_data(drawn=queries.drawn(self.object), **kwargs)

    def perform(self, form):
        chosen = {name: form.cleaned_data[name] for name in ("plan", "kind", "month", "checklist")}
        return services.adopt(self.object, **self.who(form), **chosen)

    def get_success_message(self):
        return f"{len(self.result)} 个单位已列入{self.result[0].plan}。"

    def get_success_url(self):
        return self.result[0].plan.get_absolute_url()


class DrawRedrawView(DrawActView):
    permission_required = "inspections.adopt_draw"
    form_class = forms.RedrawForm
    title = "重新抽取"
    success_message = "已准备重新抽取，请核对后再公示。"
    consequences = (
        "这一次抽取不再采用；它的名单、结果和您写的原因继续公开，任何人都能看到。",
        "重新抽取另行公示，再用以后公布的另一个数。",
    )

    def perform(self, form):
        return services.redraw(self.object, **self.who(form), reason=form.cleaned_data["note"])

    def get_success_url(self):
        return self.result.get_absolute_url()


class DrawWithdrawView(DrawActView):
    """撤回公示 before anybody can know the result."""

    permission_required = "inspections.publish_draw"
    form_class = WithdrawForm
    title = "撤回公示"
    success_message = "已撤回，理由已公开。"
    consequences = (
        "公开页面不再显示名单，只显示撤回的日期、理由和原来的摘要；这次抽取到此为止。",
        "需要抽取的，另行准备、公示，再用以后公布的另一个数。",
    )

    withdraw = staticmethod(draw_withdrawing.withdraw)

    def perform(self, form):
        return self.withdraw(self.object, **self.who(form), reason=form.cleaned_data["reason"])


class DrawWithdrawResultView(DrawWithdrawView):
    """The same afterwards, by the head who took no part in it."""

    permission_required = "inspections.adopt_draw"
    withdraw = staticmethod(draw_withdrawing.withdraw_result)
    consequences = (
        *DrawWithdrawView.consequences,
        "按这次抽取列入计划、还没有安排检查的项目一并移出计划。",
    )
