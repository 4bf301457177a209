"""Pages of 检查评价: the unit's, and the figures for who supervises from above."""

from django.conf import settings
from django.http import Http404
from django.urls import reverse
from django.utils import timezone

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


class RatingListView(TemplateView):
    """What units say of the bureaus below, by quarter."""

    permission_required = VIEW
    template_name = "supervision/rating_list.html"

    def get_context_data(self, **kwargs):
        rows = queries.judged(self.request.user, timezone.localdate())
        if not rows:
            raise Http404
        return super().get_context_data(
            rows=rows, questions=QUESTIONS, least=settings.RATINGS_SHOWN_FROM, **kwargs
        )
