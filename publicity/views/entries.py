"""Pages of one entry of 普法宣传: what is written there, what it said before, its correction."""

from django.http import Http404
from django.urls import reverse

from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.files.queries import files_of
from archives_enforcement.navigation import Crumb, PageAct
from archives_enforcement.views import ActView, DetailView
from publicity.forms import activities as forms
from publicity.models import Activity, ArticlePiece, MediaRecord
from publicity.services import activities as services
from publicity.views.activities import LIST

KINDS = {  # what the address calls it → the records, their tab, the form that corrects them
    "activity": (Activity, "activities", forms.AmendActivityForm),
    "article": (ArticlePiece, "articles", forms.AmendArticleForm),
    "media": (MediaRecord, "media", forms.AmendMediaForm),
}
HIDDEN = ("id", "bureau", "struck_on", "struck_because")


class OfKind:
    """The kind of record is part of the address."""

    def get_queryset(self):
        kind = self.kwargs["kind"]
        if kind not in KINDS:
            raise Http404
        self.queryset = KINDS[kind][0].objects.select_related("bureau")
        return super().get_queryset()

    def back(self) -> str:
        return f"{reverse(LIST)}?tab={KINDS[self.kwargs['kind']][1]}&year={self.object.day.year}"

    def page(self, name: str) -> str:
        return reverse(f"publicity:entry-{name}", args=[self.kwargs["kind"], self.object.pk])


class EntryView(OfKind, DetailView):
    permission_required = "publicity.view_activity"
    template_name = "publicity/entry_detail.html"

    def get_context_data(self, **kwargs):
        row, user = self.object, self.request.user
        trail = AuditEntry.objects.none()
        if user.has_perm("audit.view_auditentry"):
            trail = AuditEntry.objects.visible_to(user).about(row)
        return super().get_context_data(**kwargs) | {
            "crumbs": [Crumb("普法宣传", self.back()), Crumb(str(row))],
            "nav": LIST,
            "pairs": pairs_of(row),
            "files": files_of(row, user),
            "trail": trail,
            "acts": self.acts(user),
        }

    def acts(self, user) -> list[PageAct]:
        if self.object.struck_on or not user.has_perm(services.RECORD):
            return []
        return [PageAct("更正", self.page("amend")), PageAct("作废", self.page("strike"))]


def pairs_of(row) -> list[tuple[str, object]]:
    """(label, value) of what is filled in, choices in words."""
    found = []
    for field in row._meta.concrete_fields:
        display = getattr(row, f"get_{field.name}_display", None)
        value = display() if display else getattr(row, field.name)
        if field.name not in HIDDEN and value not in (None, ""):
            found.append((field.verbose_name, value))
    return found


class EntryActView(OfKind, ActView):
    permission_required = services.RECORD
    template_name = "publicity/list_act.html"
    title = explanation = ""

    def get_context_data(self, **kwargs):
        crumbs = [
            Crumb("普法宣传", self.back()),
            Crumb(str(self.object), self.object.get_absolute_url()),
            Crumb(self.title),
        ]
        context = {
            "title": self.title,
            "submit_label": self.title,
            "explanation": self.explanation,
            "crumbs": crumbs,
            "cancel_url": self.object.get_absolute_url(),
            "nav": LIST,
        }
        return super().get_context_data(**(context | kwargs))

    def given(self, form) -> dict:
        typed = {name: value for name, value in form.cleaned_data.items() if name != "on"}
        return typed | {"actor": self.request.user, "on": self.act_date(form)}


class EntryAmendView(EntryActView):
    title, success_message = "更正登记", "已更正，原来的内容留在过程记录里。"
    explanation = "改正登记有误的内容，写明原因；原来的内容留在过程记录里。文件只能补充。"

    def get_form_class(self):
        return KINDS[self.kwargs["kind"]][2]

    def get_initial(self):
        row = self.object
        names = [name for name in self.get_form_class().base_fields if hasattr(row, name)]
        values = {name: getattr(row, name) for name in names}
        return values | ({"item": row.item_id} if "item" in values else {})

    def perform(self, form):
        return services.amend(self.object, **self.given(form))


class EntryStrikeView(EntryActView):
    form_class = forms.StrikeForm
    title, success_message = "作废登记", "已作废，不再计数；登记的内容仍可以查看。"
    explanation = "重复或者根本没有发生的登记作废，写明原因；作废以后不再计入任何数字，不能恢复。"

    def perform(self, form):
        return services.strike(self.object, **self.given(form))
