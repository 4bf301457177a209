"""Pages of 普法宣传: three lists on one page, and a form for each kind of record."""

from django.urls import reverse, reverse_lazy
from django.utils import timezone

from archives_enforcement.exporting import Exported
from archives_enforcement.navigation import Crumb
from archives_enforcement.views import FormView, ListView
from publicity.forms.activities import ActivityForm, ArticleForm, MediaForm
from publicity.models import Activity, ArticlePiece, MediaRecord
from publicity.queries import activities as queries
from publicity.queries import outreach as plans
from publicity.services import activities as services

LIST = "publicity:activity-list"
TABS = {
    "activities": (Activity, "普法活动", "publicity:activity-create"),
    "articles": (ArticlePiece, "宣传稿件", "publicity:article-create"),
    "media": (MediaRecord, "媒体和简报刊载", "publicity:media-create"),
}
FIELDS = {  # of the Excel file
    "activities": ("held_on", "title", "kind", "series", "place", "partners", "audience", "reach",
                   "result", "link", "note"),
    "articles": ("published_on", "series", "title", "channel", "link"),
    "media": ("published_on", "outlet", "title", "kind", "link"),
}  # fmt: skip
WIDTH = 20
OTHER_PAGES = (
    {"label": "普法计划", "url": reverse_lazy("publicity:outreach-list"), "icon": "clipboard"},
    {"label": "普法日历", "url": reverse_lazy("publicity:outreach-calendar"), "icon": "calendar"},
)


class ActivityListView(Exported, ListView):
    """Activities, article pieces or media records of a year; tab and year stay in the address."""

    permission_required = "publicity.view_activity"
    template_name = "publicity/activity_list.html"

    @property
    def tab(self) -> str:
        chosen = self.request.GET.get("tab")
        return chosen if chosen in TABS else "activities"

    @property
    def model(self):
        return TABS[self.tab][0]

    @property
    def year(self) -> int | None:
        """The year asked for; this year at first, None for all years."""
        asked = self.request.GET.get("year")
        if asked is None:
            return timezone.localdate().year
        return int(asked) if asked.isdecimal() and len(asked) == len("2024") else None

    @property
    def sheet_title(self) -> str:
        return TABS[self.tab][1]

    @property
    def sheet_columns(self) -> list[tuple[str, int]]:
        known = self.model._meta.get_field
        return [(str(known(name).verbose_name), WIDTH) for name in FIELDS[self.tab]]

    def sheet_line(self, row) -> list:
        said = {"kind": row.get_kind_display()} if "kind" in FIELDS[self.tab] else {}
        return [said.get(name, getattr(row, name)) for name in FIELDS[self.tab]]

    def get_queryset(self):
        rows = super().get_queryset()
        if self.year is None:
            return rows
        return rows.filter(**{f"{queries.DAY_OF[self.model]}__year": self.year})

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        user = self.request.user
        counts = queries.counts(user, self.year)
        here = timezone.localdate().year
        context |= {
            "tab": self.tab,
            "year": self.year,
            "years": sorted({here, *queries.years_of(self.model, user)}, reverse=True),
            "tabs": [self._tab(name, counts[model]) for name, (model, *_) in TABS.items()],
            "actions": self._actions(),
        }
        if self.tab == "articles":
            context["series"] = queries.series_counts(user, self.year)
        if self.tab in ("activities", "media"):
            context["rows"] = self._with_files(context["object_list"])
        return context

    def _with_files(self, rows) -> list[tuple]:
        files = queries.files_among(self.model, rows, self.request.user)
        return [(row, files.get(row.pk, [])) for row in rows]

    def _tab(self, name: str, count: int) -> dict:
        query = self.request.GET.copy()
        query.pop("page", None)
        query["tab"] = name
        return {
            "label": TABS[name][1],
            "url": f"?{query.urlencode()}",
            "count": count,
            "current": name == self.tab,
        }

    def _actions(self) -> list[dict]:
        query = self.request.GET.copy()
        query["export"] = "xlsx"
        export = {"label": "导出 Excel", "url": f"?{query.urlencode()}", "icon": "download"}
        if not self.request.user.has_perm(services.RECORD):
            return [*OTHER_PAGES, export]
        _, label, page = TABS[self.tab]
        return [
            *OTHER_PAGES,
            export,
            {"label": f"登记{label}", "url": reverse(page), "icon": "plus", "primary": True},
        ]


class RecordView(FormView):
    """Enter one record; the page goes back to the list it belongs to."""

    permission_required = services.RECORD
    template_name = "publicity/activity_form.html"
    title = ""
    tab = "activities"

    def get_context_data(self, **kwargs):
        crumbs = [Crumb("普法宣传", reverse(LIST)), Crumb(self.title)]
        context = {
            "title": self.title,
            "crumbs": crumbs,
            "cancel_url": reverse(LIST),
            "nav": LIST,
        }
        return super().get_context_data(**(context | kwargs))

    def facts(self, form) -> dict:
        return {name: value for name, value in form.cleaned_data.items() if name != "on"}

    def get_success_url(self):
        return f"{reverse(LIST)}?tab={self.tab}&year={self.result.day.year}"


class ActivityCreateView(RecordView):
    form_class = ActivityForm

    def get_initial(self):
        """The page of a plan leads here with its item."""
        return super().get_initial() | plans.known_of(
            self.request.GET.get("item", ""), self.request.user
        )

    title = "登记普法活动"
    success_message = "普法活动已登记。"

    def perform(self, form):
        return services.record_activity(
            actor=self.request.user, on=self.act_date(form), **self.facts(form)
        )


class ArticleCreateView(RecordView):
    tab = "articles"
    form_class = ArticleForm
    title = "登记宣传稿件"
    success_message = "稿件已登记。"

    def perform(self, form):
        return services.record_article(
            actor=self.request.user, on=self.act_date(form), **self.facts(form)
        )


class MediaCreateView(RecordView):
    tab = "media"
    form_class = MediaForm
    title = "登记媒体刊载"
    success_message = "刊载情况已登记。"

    def perform(self, form):
        return services.record_media(
            actor=self.request.user, on=self.act_date(form), **self.facts(form)
        )
