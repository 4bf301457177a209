"""Pages that show draws, and the one that begins one."""

from django.urls import reverse

from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.documents import drafting
from archives_enforcement.documents.queries import documents_about
from archives_enforcement.exporting import Exported, moment
from archives_enforcement.navigation import Crumb, PageAct, acts_from
from archives_enforcement.views import DetailView, FormView, ListView
from inspections.forms.draws import DrawForm
from inspections.models import Draw
from inspections.queries import draw_lists
from inspections.queries import draws as queries
from inspections.services import draws as services
from inspections.workflow import DRAW_FLOW

LIST_CRUMB = ("随机抽取", "inspections:draw-list")
RECORD = "draw_record"
DRAWS = Draw.objects.select_related("bureau", "drafted_by", "drawn_by", "redraw_of", "redraw")


def crumbs_of(*more: Crumb) -> list[Crumb]:
    return [Crumb(LIST_CRUMB[0], reverse(LIST_CRUMB[1])), *more]


class DrawListView(Exported, ListView):
    permission_required = "inspections.view_draw"
    template_name = "inspections/draw_list.html"
    queryset = DRAWS
    sheet_title = "随机抽取"
    sheet_columns = (
        ("名称", 44), ("状态", 12), ("抽取单位", 10), ("公布的数", 18), ("公示时间", 18),
        ("抽取时间", 18), ("代替的抽取", 18),
    )  # fmt: skip

    def sheet_line(self, row):
        before = row.redraw_of
        return (
            row.title, row.get_state_display(), row.unit_count, moment(row.announced_at),
            moment(row.published_at), moment(row.drawn_at), moment(before and before.published_at),
        )  # fmt: skip

    def get_context_data(self, **kwargs):
        return super().get_context_data(actions=self.actions(), **kwargs)

    def actions(self) -> list[dict]:
        found = [
            {"label": "看公开页面", "url": reverse("publicity:public-draw-list"), "icon": "eye"}
        ]
        if self.request.user.has_perm(services.PREPARE):
            url = reverse("inspections:draw-create")
            found.append({"label": "准备抽取", "url": url, "icon": "plus", "primary": True})
        return found


class DrawDetailView(DetailView):
    """The lists as they are or were frozen, the seed with what went into it, and the result."""

    permission_required = "inspections.view_draw"
    template_name = "inspections/draw_detail.html"
    queryset = DRAWS
    workflow = DRAW_FLOW

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        draw, user = self.object, self.request.user
        may_edit = draw.state == Draw.State.DRAFT and user.has_perm(services.PREPARE)
        return context | {
            "crumbs": crumbs_of(Crumb(draw.title)),
            "steps": queries.steps(draw),
            "next_step": queries.next_step(draw),
            "actions": self.actions(),
            "acts": self.acts(context["offers"]),
            "lists": self.lists(),
            "drawn": queries.drawn(draw, with_rows=True),
            "may_edit": may_edit,
            "papers": list(documents_about(draw, user)),
            "items": list(draw.items.select_related("plan")[:1]),
            "entries": AuditEntry.objects.visible_to(user).about(draw)[:10],
        }

    def lists(self) -> dict:
        """What stands in the lists: as frozen, or for a draft as it would be frozen now."""
        if self.object.frozen:
            return self.object.lists
        found = draw_lists.lists(self.object)
        return {
            "units": [entry.public for entry in found.units],
            "officers": [entry.public for entry in found.officers],
            "rule": {"exclusions": found.left_out},
        }

    def actions(self) -> list[dict]:
        if self.object.state == Draw.State.DRAFT:
            return []
        url = reverse("publicity:public-draw-detail", args=[self.object.pk])
        return [{"label": "看公开页面", "url": url, "icon": "eye"}]

    def acts(self, offers) -> list[PageAct]:
        key = [self.object.pk]
        steps = acts_from(offers, lambda name: reverse(f"inspections:draw-{name}", args=key))
        return [*steps, *self.papers()]

    def papers(self) -> list[PageAct]:
        """The record of the draw, for those who may draft it."""
        if not (self.object.result and drafting.offer("draw", self.object, self.request.user)):
            return []
        url = reverse("documents:draft", args=["draw", self.object.pk, RECORD])
        return [PageAct("起草随机抽取记录", url)]


class DrawCreateView(FormView):
    permission_required = services.PREPARE
    template_name = "inspections/draw_form.html"
    form_class = DrawForm
    success_message = "已保存，请核对名单。"
    extra_context = {"title": "准备抽取"}

    def perform(self, form):
        return services.prepare(
            actor=self.request.user, on=self.act_date(form), **settings_of(form.cleaned_data)
        )

    def get_context_data(self, **kwargs):
        cancel = reverse(LIST_CRUMB[1])
        return super().get_context_data(
            crumbs=crumbs_of(Crumb("准备")), cancel_url=cancel, **kwargs
        )

    def get_success_url(self):
        return self.result.get_absolute_url()


def settings_of(data: dict) -> dict:
    return {name: data[name] for name in services.SETTINGS}
