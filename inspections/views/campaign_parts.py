"""Pages of the acts on one bureau's part in a 专项检查（上级）."""

from archives_enforcement.forms import ActForm, ReasonForm
from archives_enforcement.views import ActView
from inspections.forms.campaign_tables import CampaignUnitsForm, TableForm
from inspections.forms.campaigns import SendForm, UrgeForm
from inspections.models import CampaignUnit
from inspections.queries import campaign_figures as figures
from inspections.queries import campaigns as queries
from inspections.services import campaign_parts as services
from inspections.views.campaign_tables import PARTS, crumbs_of_part
from inspections.views.ticking import TickedUnits
from inspections.workflow import PART_FLOW


class PartActView(ActView):
    """An act on a part: the page names it, one service does it."""

    template_name = "inspections/campaign_part_act.html"
    queryset = PARTS
    form_class = ActForm
    title = explanation = step = ""
    consequences = ()

    @property
    def part(self):
        return self.object

    def get_context_data(self, **kwargs):
        part = self.part
        context = {
            "title": self.title,
            "part": part,
            "campaign": part.campaign,
            "crumbs": crumbs_of_part(part, self.title),
            "cancel_url": part.get_absolute_url(),
            "submit_label": self.title,
            "explanation": self.explanation,
            "consequences": self.consequences,
            "why_not": PART_FLOW.out_of_turn(part, self.step) if self.step else "",
        }
        return super().get_context_data(**(context | kwargs))

    def who(self, form) -> dict:
        return {"actor": self.request.user, "on": self.act_date(form)}

    def noted(self, form) -> dict:
        return self.who(form) | {"note": form.cleaned_data["note"]}

    def get_success_url(self):
        return self.part.get_absolute_url()


class OursView(PartActView):
    """The bureau below, on its own part."""

    permission_required = services.ANSWER

    def get_queryset(self):
        return super().get_queryset().ours(self.request.user)


class AboveView(PartActView):
    """The bureau that holds the campaign, on the part of another."""

    permission_required = services.DIRECT

    def get_queryset(self):
        return super().get_queryset().directed_by(self.request.user)


class UnitsView(TickedUnits, OursView):
    template_name = "inspections/campaign_units.html"
    form_class = CampaignUnitsForm
    title = "选定单位"

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"part": self.object}

    def get_context_data(self, **kwargs):
        part = self.object
        return super().get_context_data(
            record=part, aside=part.campaign.name, submit_label="选定", **kwargs
        )

    def selectable(self):
        return queries.selectable_units(self.object, self.request.user)

    def perform(self, form):
        return services.add_units(self.object, units=form.chosen, **self.who(form))

    def get_success_message(self):
        return f"已选定 {len(self.result)} 个单位。"


class UnitRemoveView(PartActView):
    permission_required = services.ANSWER
    queryset = CampaignUnit.objects.select_related(
        "unit__party", "participant__bureau", "participant__campaign__bureau"
    )
    title = "移除单位"
    success_message = "已移除。"

    @property
    def part(self):
        return self.object.participant

    def get_context_data(self, **kwargs):
        return super().get_context_data(unit=self.object.unit, **kwargs)

    def perform(self, form):
        return services.remove_unit(self.object, **self.who(form))


class WriteView(OursView):
    form_class = TableForm
    title = "填写报送表"
    success_message = "已保存。"
    explanation = "数据由系统从检查记录统计，签发时冻结；这里只写文字内容。"

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"part": self.object}

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            figures=figures.figures_of(self.object), submit_label="保存", **kwargs
        )

    def perform(self, form):
        return services.write_table(
            self.object,
            answers=form.answers,
            shortfall=form.cleaned_data["shortfall"],
            **self.who(form),
        )


class SubmitTableView(OursView):
    title, step = "提交签发", "submit_table"
    success_message = "已提交，等待机关负责人签发。"

    def perform(self, form):
        return services.submit_table(self.object, **self.who(form))


class ReturnTableView(OursView):
    permission_required = services.SEND
    form_class = ReasonForm
    title, step = "退回填报人", "return_table"
    success_message = "已退回填报人。"

    def perform(self, form):
        return services.return_table(self.object, **self.noted(form))


class SendView(OursView):
    permission_required = services.SEND
    form_class = SendForm
    title, step = "签发报送", "send"
    consequences = ("数据按现在的记录冻结，写明统计时间；报送后不能修改，要改的由上级退回。",)

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            figures=figures.figures_of(self.object),
            open_words=queries.still_open(self.object),
            **kwargs,
        )

    def perform(self, form):
        return services.send_table(self.object, **self.who(form))

    def get_success_message(self):
        entered = self.object.campaign.is_entered
        return "已签发，请导出 Excel 送上级。" if entered else "已报送，上级会收到消息。"


class SendBackView(AboveView):
    form_class = ReasonForm
    title, step = "退回重报", "send_back"
    success_message = "已退回，可以改正后重报。"
    explanation = "已报送的表原样保留；改正后重新签发，数据重新统计。"

    def perform(self, form):
        return services.send_back(self.object, **self.noted(form))


class AcceptView(AboveView):
    title, step = "接收", "accept"
    success_message = "已接收报送表。"

    def perform(self, form):
        return services.accept_table(self.object, **self.who(form))


class UrgeView(AboveView):
    form_class = UrgeForm
    title, success_message = "催报", "已催报，参加机关的负责人和综合人员会收到消息。"
    explanation = "向还没有报送的机关发送消息，并记入全过程记录；同一天只催报一次。"

    def perform(self, form):
        return services.urge(self.object, **self.noted(form))
