"""数据交换: the issued facts of a period, for the supervision platform and the bureau above."""

from datetime import date

from django.http import Http404
from django.urls import reverse
from django.utils import timezone

from archives_enforcement.navigation import Crumb
from archives_enforcement.views import Permitted, generic
from publicity.sheets import excel, open_data
from reports.forms.exchange import PeriodForm
from reports.queries import exchange

LIST = "reports:annual-report-list"


class ExchangeView(Permitted, generic.FormView):
    """Ask for a period and a form; the file is the answer."""

    permission_required = "reports.view_annualreport"
    form_class = PeriodForm
    template_name = "reports/exchange.html"

    def get_initial(self):
        today = timezone.localdate()
        year = today.year - 1
        return {"first": date(year, 1, 1), "last": date(year, 12, 31), "form": "json"}

    def get_context_data(self, **kwargs):
        if not self.request.user.bureau_id:
            raise Http404
        crumbs = [Crumb("年度报告", reverse(LIST)), Crumb("数据交换")]
        context = {"crumbs": crumbs, "title": "数据交换", "cancel_url": reverse(LIST)}
        context |= {"submit_label": "下载", "version": exchange.VERSION, "nav": LIST}
        return super().get_context_data(**(context | kwargs))

    def form_valid(self, form):
        bureau, period = self.request.user.bureau, form.period
        if bureau is None:
            raise Http404
        found = exchange.exchange(bureau, period, made_at=timezone.localtime())
        name = f"{bureau}执法数据（{period.first:%Y%m%d}-{period.last:%Y%m%d}）"
        if form.cleaned_data["form"] == "xlsx":
            return excel(exchange.as_workbook(found), name)
        return open_data(found, name)

    def form_invalid(self, form):
        return self.render_to_response(self.get_context_data(form=form), status=422)
