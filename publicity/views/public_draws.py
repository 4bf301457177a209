"""Pages anyone may read without signing in: draws before and after, and their computation anew."""

import json

from django.http import HttpResponse
from django.utils import timezone
from django.views import generic

from inspections import drawing
from inspections.models import Draw
from inspections.queries import draws as queries
from publicity.forms.public import DrawFilter
from publicity.opening import open_to_all
from publicity.queries import results
from publicity.views.filtering import Filtered
from publicity.views.withdrawn import OrWithdrawn

LIST = "publicity:public-draw-list"


class PublicDraw:
    """Rows come only from what was published; drafts exist for nobody."""

    def get_queryset(self):
        return queries.public_draws()


@open_to_all
class PublicDrawListView(Filtered, generic.ListView):
    template_name = "publicity/public_draw_list.html"
    paginate_by = 20
    filterset_class = DrawFilter

    def published(self):
        return queries.public_draws()


@open_to_all
class PublicDrawDetailView(PublicDraw, OrWithdrawn, generic.DetailView):
    """Before the draw the digest with all that it covers; after it everything."""

    template_name = "publicity/public_draw_detail.html"
    withdrawn_as = "随机抽查名单"
    list_page = LIST

    def withdrawn(self):
        return Draw.objects.withdrawn()

    def get_context_data(self, **kwargs):
        draw = self.object
        return super().get_context_data(
            lists=draw.lists,
            drawn=queries.drawn(draw),
            next_step=queries.public_next_step(draw),
            steps=queries.steps(draw),
            bureau_name=draw.bureau.name,
            results=results.of_draw(draw, timezone.localdate()),
            **kwargs,
        )


@open_to_all
class PublicDrawRecomputeView(PublicDraw, generic.DetailView):
    """重新计算: every digest, the seed and each choice, worked out while the page is made."""

    template_name = "publicity/public_draw_recompute.html"

    def get_context_data(self, **kwargs):
        draw = self.object
        checks = drawing.check(queries.record(draw))
        return super().get_context_data(
            checks=checks,
            sound=all(check.holds for check in checks),
            walk=list(queries.walk(draw)) if draw.seed else [],
            bureau_name=draw.bureau.name,
            **kwargs,
        )


@open_to_all
class PublicDrawExportView(PublicDraw, generic.DetailView):
    """The record as a file, for the script or for `verify_draw`."""

    def render_to_response(self, context, **kwargs):
        text = json.dumps(queries.record(self.object), ensure_ascii=False, indent=1)
        return as_file(text, "application/json", f"draw-{self.object.pk}.json")


@open_to_all
class PublicDrawScriptView(generic.View):
    """Thirty lines that repeat the draw from the file on any computer with Python."""

    def get(self, request):
        text = drawing.SCRIPT.read_text(encoding="utf-8")
        return as_file(text, "text/x-python; charset=utf-8", drawing.SCRIPT.name)


def as_file(text: str, content_type: str, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(text, content_type=content_type, headers=headers)
