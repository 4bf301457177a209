"""批量起草: choose the kind, the records and the words that all have alike; see one; confirm."""

from typing import NamedTuple

from django.http import Http404
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property

from archives_enforcement import views
from archives_enforcement.access import ScopedModel
from archives_enforcement.documents import composing, drafting, kinds, services
from archives_enforcement.documents.forms.batches import RecordFilter, TogetherForm
from archives_enforcement.documents.models import Document
from archives_enforcement.documents.services import together
from archives_enforcement.documents.services.batches import MOST
from archives_enforcement.documents.views.reading import crumbs_of_list
from archives_enforcement.navigation import Crumb
from archives_enforcement.whole_numbers import is_key
from archives_enforcement.workflow import Refused

TITLE = "批量起草"
LISTED = 200  # records on one page; more are found by narrowing the list


class Row(NamedTuple):
    """One record as the page lists it."""

    record: ScopedModel
    detail: str
    why: str  # why nothing can be drafted on it; empty where it can


class TogetherPickView(views.TemplateView):
    """Which kinds may be drafted on many records at once, and on which sort of record."""

    permission_required = kinds.kind.DRAFT
    template_name = "documents/together_pick.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            title=TITLE,
            most=MOST,
            crumbs=crumbs_of_list(TITLE),
            sorts=list(together.offered(self.request.user)),
            **kwargs,
        )


class DraftTogetherView(views.FormView):
    """The records on which the kind may be drafted now; those on which it may not say why."""

    permission_required = drafting.KEEP  # and what the catalogue asks of the drafter
    form_class = TogetherForm
    template_name = "documents/together_form.html"

    @cached_property
    def way(self) -> drafting.Way:
        way = together.way_of(self.kwargs["about"], self.kwargs["kind"])
        if way is None:
            raise Http404("这种文书不能批量起草。")
        return way

    def get_permission_required(self):
        return (self.permission_required, self.way.permission)

    @property
    def subject(self) -> drafting.Subject:
        return drafting.SUBJECTS[self.kwargs["about"]]

    @property
    def kind(self) -> kinds.Kind:
        return kinds.KINDS[self.kwargs["kind"]]

    def candidates(self):
        """The records of this person's bureau that the kind may concern, in order."""
        rows = self.subject.model.objects.open_to(self.request.user)
        return self.subject.listing.rows(rows, self.kwargs["kind"])

    @cached_property
    def asked(self) -> dict[str, str]:
        """What is typed once: all that a record does not say itself."""
        one = self.subject.listing.read(self.candidates()).first()
        return self.way.asked(one, timezone.localdate()) if one else {}

    @property
    def previewing(self) -> bool:
        return "preview" in self.request.POST

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {
            "rows": self.subject.listing.read(self.candidates()),
            "sort": self.subject.listing.label,
            "title": self.way.title,
            "own_title": self.way.own_title,
            "asked": self.asked,
            "has_beside": self.way.beside,
            "previewing": self.previewing,
        }

    def get_initial(self):
        """What was ticked before the list was narrowed stays ticked."""
        return {"records": [key for key in self.request.GET.getlist("records") if is_key(key)]}

    def post(self, request, *args, **kwargs):
        form = self.get_form()
        if not self.previewing or not form.is_valid():
            return super().post(request, *args, **kwargs)
        return self.render_to_response(self.get_context_data(form=form, sample=self.sample(form)))

    def sample(self, form) -> dict:
        """The first of the ticked as it would read; a fact still missing shows its name."""
        record = form.cleaned_data["records"][0]
        today = timezone.localdate()
        try:
            wording = composing.wording_on(self.kwargs["kind"], today)
        except Refused as missing:
            raise Http404(missing.message) from missing
        typed = {name: value for name, value in form.facts().items() if value}
        missing = {name: f"〔{label}〕" for name, label in self.kind.fields.items()}
        document = Document(
            bureau=record.owning_bureau(),
            party=self.subject.party(record),
            kind=self.kwargs["kind"],
            title=form.cleaned_data.get("title") or self.way.title,
            wording=wording,
            fields={**missing, **self.way.facts(record, typed, today)},
        )
        return {"record": record, "content": composing.sheet(document)}

    def get_context_data(self, **kwargs):
        form = kwargs.pop("form", None) or self.get_form()
        listing = self.subject.listing
        narrowed = RecordFilter(self.request.GET, listing=listing)
        rows = listing.read(self.candidates())
        records = list(rows.filter(narrowed.condition())[: LISTED + 1])
        kept = form.chosen - {str(row.pk) for row in records[:LISTED]}
        ticked = list(rows.filter(pk__in=[key for key in kept if is_key(key)]))
        return super().get_context_data(
            title=f"{TITLE}{self.kind.label}",
            crumbs=crumbs_of_list(
                Crumb(TITLE, reverse("documents:together-pick")), self.kind.label
            ),
            form=form,
            basis=self.kind.basis,
            listing=listing,
            filter=narrowed,
            **self.sorted_out([*ticked, *records[:LISTED]]),
            listed=LISTED if len(records) > LISTED else 0,
            most=MOST,
            consequences=self.consequences(),
            cancel_url=reverse("documents:together-pick"),
            **kwargs,
        )

    def sorted_out(self, records) -> dict:
        """The records on which the kind may be drafted, and the refused ones with the reason."""
        about, kind = self.kwargs["about"], self.kwargs["kind"]
        why = together.refusals(about, kind, records, timezone.localdate())
        detail = self.subject.listing.detail
        rows = [Row(record, detail(record), why.get(record.pk, "")) for record in records]
        return {
            "rows": [row for row in rows if not row.why],
            "refused": [row for row in rows if row.why],
        }

    def consequences(self) -> list[str]:
        onwards = (
            "批量提交审核，审核后签发" if self.kind.review else f"批量提交，{self.kind.signed_by}"
        )
        return [
            f"选中的每一项各起草一份{self.kind.label}，都是草稿：不编号、不盖章、不发给单位",
            "有一份不能起草的，不影响其他各份；原因会逐份列出，可以再试",
            f"起草以后请逐份核对；没有问题的{onwards}",
        ]

    def perform(self, form):
        return services.draft_together(
            self.kwargs["about"],
            self.kwargs["kind"],
            list(form.cleaned_data["records"]),
            title=form.cleaned_data.get("title", ""),
            fields=form.facts(),
            actor=self.request.user,
            on=self.act_date(form),
        )

    def get_success_url(self):
        return self.result.get_absolute_url()
