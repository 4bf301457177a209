"""立行立改: the page on which a problem is noted as put right during the visit."""

from django.shortcuts import get_object_or_404
from django.urls import reverse

from archives_enforcement.views import ActView
from inspections.forms.site import SpotFixForm
from inspections.models import ItemResult
from inspections.queries import recording as queries
from inspections.services import spot_fixes
from inspections.views.recording import OnSiteMixin


class SpotFixView(OnSiteMixin, ActView):
    """One failing item, how it looked before and how it looks now."""

    template_name = "inspections/record_spot_fix.html"
    form_class = SpotFixForm
    title = "当场整改"
    success_message = "已记录当场整改。检查结束时这个问题随之销号。"

    def get_form_kwargs(self):
        rows = ItemResult.objects.select_related("item", "spot_fix")
        self.row = get_object_or_404(
            rows,
            inspection=self.object,
            item=self.kwargs["row"],
            result=ItemResult.Result.FAILS,
        )
        photos = queries.photos_of([self.row], self.request.user)
        return super().get_form_kwargs() | {"photographed": bool(photos)}

    def perform(self, form):
        return spot_fixes.fix_on_the_spot(
            self.object,
            actor=self.request.user,
            on=self.act_date(form),
            item=self.row.item_id,
            **form.cleaned_data,
        )

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        return context | {"result": self.row, "home_url": self.get_success_url()}

    def get_success_url(self):
        for part in queries.sections(self.object):
            if self.row.item_id in {row.pk for row in part.rows}:
                page = "inspections:inspection-record-section"
                address = reverse(page, args=[self.object.pk, part.code])
                return f"{address}#q{self.row.item.code}"
        return self.record_url()
