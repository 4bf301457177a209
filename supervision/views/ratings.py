"""Pages of 检查评价: the unit's, and the figures for who supervises from above."""

from django.conf import settings
from django.http import Http404
from django.urls import reverse
from django.utils import timezone

from archives_enforcement.exporting import Exported
from archives_enforcement.views import ActView, TemplateView
from inspections.models import Inspection
from supervision import rating_guards as guards
from supervision.forms.ratings import RatingForm
from supervision.models.ratings import GIVE, QUESTIONS, VIEW
from supervision.queries import ratings as queries
from supervision.services import ratings as services


class RatingGiveView(ActView):
    """One visit is rated; the page keeps no draft, which would say whose it is."""

    permission_required = GIVE
    template_name = "supervision/portal_rating.html"
    queryset = Inspection.objects.select_related("unit__party", "bureau__parent")
    form_class = RatingForm
    success_message = "已提交，谢谢。没有记下是谁交的，检查你单位的机关看不到。"

    def get_context_data(self, **kwargs):
        visit = self.object
        context = {
            "visit": visit,
            "party": visit.party,
            "bureau": visit.bureau,
            "above": visit.bureau.parent,
            "why_not": guards.why_not_rated(visit),
            "least": settings.RATINGS_SHOWN_FROM,
            "back_url": self.get_success_url(),
        }
        return super().get_context_data(**(context | kwargs))

    def perform(self, form):
        return services.rate(
            self.object, actor=self.request.user, on=self.act_date(form), **form.cleaned_data
        )

    def get_success_url(self):
        return reverse("inspections:portal-inspection", args=[self.object.pk])


class RatingListView(Exported, TemplateView):
    """What units say of the bureaus below, by quarter."""

    permission_required = VIEW
    template_name = "supervision/rating_list.html"
    sheet_title = "检查评价"
    sheet_columns = (
        ("机关", 24), ("季度", 30), ("份数", 8), *((asked.short, 12) for asked in QUESTIONS),
        ("平均", 8), ("1—2分", 10), ("意见", 60),
    )  # fmt: skip

    def judged(self) -> list[queries.Judged]:
        rows = queries.judged(self.request.user, timezone.localdate())
        if not rows:
            raise Http404
        return rows

    def get_queryset(self):
        return [(row.bureau, period) for row in self.judged() for period in row.periods]

    def sheet_line(self, row):
        bureau, period = row
        means = (round(mean, 1) for mean in (*period.means, period.mean))
        texts = "\n".join(period.texts)
        return str(bureau), period.label, period.count, *means, period.low, texts

    def get_context_data(self, **kwargs):
        rows = self.judged()
        file = [{"label": "导出 Excel", "url": "?export=xlsx", "icon": "download"}]
        return super().get_context_data(
            rows=rows,
            questions=QUESTIONS,
            least=settings.RATINGS_SHOWN_FROM,
            actions=file if any(row.periods for row in rows) else [],
            **kwargs,
        )
