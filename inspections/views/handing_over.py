"""The page of 移交工作."""

from django.urls import reverse

from archives_enforcement.navigation import Crumb
from archives_enforcement.views import FormView
from inspections.forms.handing_over import HandOverForm
from inspections.services import handing_over as services


class HandOverView(FormView):
    permission_required = services.DECIDE
    template_name = "components/form_page.html"
    form_class = HandOverForm
    extra_context = {
        "title": "移交工作",
        "submit_label": "移交",
        "consequences": (
            "还没有到现场的检查，由接办人代替移交人参加；已经批准的，您的移交就是批准换人。",
            "已经到过现场的检查，检查组的记录不变，整改、复核等由接办人接着办。",
            "还没有办结的案件，由接办人承办；移交人参加过调查，仍然不能审核、主持听证或者决定。",
        ),
    }

    def perform(self, form):
        data = form.cleaned_data
        return services.hand_over(
            data["giver"],
            data["taker"],
            actor=self.request.user,
            on=self.act_date(form),
            reason=data["reason"],
        )

    def get_context_data(self, **kwargs):
        link = self.get_success_url()
        crumbs = [Crumb("检查", link), Crumb("移交工作")]
        return super().get_context_data(crumbs=crumbs, cancel_url=link, **kwargs)

    def get_success_message(self):
        return f"已移交：{services.in_words(self.result)}。已发检查通知书的，请按新的执法人员更正。"

    def get_success_url(self):
        return reverse("inspections:inspection-list")
