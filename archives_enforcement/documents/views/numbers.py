"""Pages of 发文字号: the series of a year, and where one of them begins."""

from django.http import Http404
from django.urls import reverse
from django.utils import timezone

from archives_enforcement import views
from archives_enforcement.documents import kinds, numbering, series, services
from archives_enforcement.documents.forms.numbers import StartForm
from archives_enforcement.documents.models import NumberSequence
from archives_enforcement.documents.views.reading import crumbs_of_list
from archives_enforcement.navigation import Crumb

YEARS_BACK = 5  # a start is set for years of which the papers are still to be entered


class SeriesListView(views.TemplateView):
    """Each series of the reader's bureau in one year: a late one, or one that has numbers."""

    permission_required = "documents.view_numbersequence"
    template_name = "documents/series_list.html"

    def get_context_data(self, **kwargs):
        year = self._year()
        phases = series.of_year(self.request.user.bureau, year)
        unused = [(title, [line for line in table if not line.last]) for title, table in phases]
        return super().get_context_data(
            used=[line for _, table in phases for line in table if line.last],
            phases=[(title, lines) for title, lines in unused if lines],
            year=year,
            tabs=self._tabs(year),
            crumbs=crumbs_of_list("发文字号"),
            **kwargs,
        )

    def _year(self) -> int:
        asked = self.request.GET.get("year", "")
        return int(asked) if asked.isdecimal() and len(asked) == 4 else timezone.localdate().year

    def _tabs(self, shown: int) -> list[dict]:
        rows = NumberSequence.objects.visible_to(self.request.user).order_by()
        this = timezone.localdate().year
        late = range(this - YEARS_BACK, this + 1)
        years = {shown, *late, *rows.values_list("year", flat=True).distinct()}
        return [
            {"label": f"{year} 年", "url": f"?year={year}", "current": year == shown}
            for year in sorted(years, reverse=True)
        ]


class StartView(views.FormView):
    """设定起始号 of one series of one year."""

    permission_required = "documents.set_number_start"
    template_name = "components/form_page.html"
    form_class = StartForm
    success_message = "起始号已设定。"

    @property
    def kind(self) -> str:
        if self.kwargs["kind"] not in {**kinds.KINDS, **kinds.OTHER_SERIES}:
            raise Http404("没有这一种字号。")
        return self.kwargs["kind"]

    @property
    def year(self) -> int:
        return self.kwargs["year"]

    def get_context_data(self, **kwargs):
        word = numbering.word(self.request.user.bureau, self.kind)
        back = Crumb("发文字号", self.get_success_url())
        return super().get_context_data(
            title="设定起始号",
            number=f"{kinds.label_of(self.kind)}　{word}〔{self.year}〕",
            crumbs=crumbs_of_list(back, "设定起始号"),
            cancel_url=back.url,
            submit_label="设定起始号",
            consequences=[
                "系统从下一号编起；这个号和更小的号都不再由系统编",
                "系统编出第一个号以后，不能再改",
                "此前的纸质文书由综合人员补录，字号不能大于这个号",
            ],
            **kwargs,
        )

    def perform(self, form):
        return services.set_start(
            self.kind,
            self.year,
            start=form.cleaned_data["start"],
            reason=form.cleaned_data["note"],
            actor=self.request.user,
            on=self.act_date(form),
        )

    def get_success_url(self):
        return f"{reverse('documents:series-list')}?year={self.year}"
