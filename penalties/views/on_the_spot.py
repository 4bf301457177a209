"""Pages of 当场处罚: choosing it, the decision, and reporting it to the bureau."""

from django.utils import timezone

from archives_enforcement.forms import ReasonForm
from penalties.forms import on_the_spot as forms
from penalties.services import on_the_spot
from penalties.views.base import CaseActView
from penalties.views.deciding import PaperDraftView


class BeginView(CaseActView):
    title = "适用简易程序（当场处罚）"
    success_message = "已适用简易程序，请当场取证、认定事实。"
    explanation = (
        "违法事实确凿并有法定依据，对公民处二百元以下、对法人或者其他组织处三千元以下罚款或者警告的，"
        "可以当场作出决定（行政处罚法第五十一条），不用立案、法制审核。"
    )

    def perform(self, form):
        return on_the_spot.begin(self.object, **self.by(form))


class LeaveView(CaseActView):
    title = "改用普通程序"
    form_class = ReasonForm
    success_message = "已改用普通程序，等待机关负责人审批立案。"

    def perform(self, form):
        return on_the_spot.leave(self.object, **self.by(form), **self.given(form))


class DecisionDraftView(PaperDraftView):
    title = "起草当场处罚决定书"
    form_class = forms.SpotDecisionForm
    success_message = "决定书已起草，请核对后定稿，打印签名，当场交付当事人。"
    explanation = "事实、依据由案件记录写成；定稿即作出决定，字号由系统按顺序编定。"

    def get_form_kwargs(self):
        today = timezone.localdate()
        return super().get_form_kwargs() | {"case": self.object, "on": today}

    def get_initial(self):
        place = self.object.act_place
        return {"time": self.now, "place": place}

    @staticmethod
    def now() -> str:
        return f"{timezone.localtime():%Y年%-m月%-d日%-H时%-M分}"

    def perform(self, form):
        return on_the_spot.draft(self.object, **self.by(form), **self.given(form))


class ReportView(CaseActView):
    title = "报备案"
    form_class = forms.ReportForm
    success_message = "备案已登记。"
    explanation = "当场作出的行政处罚决定，应当报所属行政机关备案（行政处罚法第五十二条第三款）。"

    def perform(self, form):
        return on_the_spot.report(self.object, **self.by(form), **self.given(form))
