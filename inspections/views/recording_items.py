"""Pages on which the checklist is recorded: an area at a time, and each card by itself."""

from django.core.exceptions import ValidationError
from django.http import Http404
from django.urls import reverse
from django.utils.functional import SimpleLazyObject

from archives_enforcement.views import ActView
from inspections.forms.recording import LookBackForm, SectionForm
from inspections.queries import letters
from inspections.queries import recording as queries
from inspections.queries import steps as step_queries
from inspections.services import recording as services
from inspections.views.recording import OnSiteMixin


class RowsMixin(OnSiteMixin):
    """Rows of the checklist, or the findings of the first visit in a look-back."""

    def get_form_class(self):
        return LookBackForm if self.object.is_look_back else SectionForm

    def perform(self, form):
        who = {"actor": self.request.user, "on": self.act_date(form)}
        record = services.record_look_back if self.object.is_look_back else services.record_items
        self.answers = {key: result for key, (result, _) in form.results.items()}
        return record(self.object, results=form.results, photos=form.photos, **who)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        if self.object.is_look_back:
            return context
        return context | {"hazards": {row.item_id for row in letters.hazards_on_site(self.object)}}

    def kept_photos(self, recorded) -> dict:
        return queries.photos_of([row for row in recorded if row.pk], self.request.user)


class SectionView(RowsMixin, ActView):
    """One page of the record."""

    template_name = "inspections/record_section.html"

    def dispatch(self, request, *args, **kwargs):
        self.following = None
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self):
        sections = queries.sections(self.object)
        codes = [section.code for section in sections]
        if self.kwargs["section"] not in codes:
            raise Http404
        place = codes.index(self.kwargs["section"])
        self.section = sections[place]
        rows = [row for section in sections for row in section.rows]
        self.conditional = any(getattr(row, "condition_id", None) for row in rows)
        self.following = sections[place + 1] if place + 1 < len(sections) else None
        return super().get_form_kwargs() | {
            "section": self.section,
            "party": self.object.party,
            "photos": SimpleLazyObject(lambda: self.kept_photos(self.section.recorded.values())),
        }

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        return context | {
            "title": self.section.title,
            "section": self.section,
            "following": self.following,
            "cards": context["form"].cards(),
            "not_opened": step_queries.not_opened(self.object, step_queries.times_of(self.object)),
        }

    def get_success_message(self):
        saved = f"“{self.section.title}”已保存。"
        if not self.conditional:
            return saved
        kept = {key: row.result for key, row in self.section.recorded.items() if row.pk}
        items = queries.applicable_items(self.object)
        count = len(queries.unasked(items, kept | self.answers))
        return f"{saved}前提不成立的 {count} 项不查，记为不适用。" if count else saved

    def get_success_url(self):
        if self.following and "next" in self.request.POST:
            return reverse(
                "inspections:inspection-record-section",
                args=[self.object.pk, self.following.code],
            )
        return self.record_url()


class ItemView(RowsMixin, ActView):
    """One card saved by itself as soon as it is answered; the others stay as they are.

    Answers with what the card then knows of itself; without script the whole page is saved.
    """

    template_name = "inspections/_record_kept.html"
    http_method_names = ("post",)

    def get_form_kwargs(self):
        return super().get_form_kwargs() | self.row_kwargs()

    def row_kwargs(self) -> dict:
        """The part of the record with this row, narrowed down to it."""
        for part in queries.sections(self.object):
            for row in part.rows:
                if row.pk == self.kwargs["row"]:
                    self.part = part
                    kept = [part.recorded[row.pk]] if row.pk in part.recorded else []
                    return {
                        "section": part._replace(rows=[row]),
                        "party": self.object.party,
                        "photos": self.kept_photos(kept),
                    }
        raise Http404

    def form_valid(self, form):
        if form.results or getattr(form, "photos", None):
            try:
                self.perform(form)
            except ValidationError as refusal:
                form.add_error(None, refusal)
                return self.form_invalid(form)
        fresh = self.get_form_class()(**self.row_kwargs())
        return self.render_to_response(self.get_context_data(form=fresh, saved=True))

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        return context | {"card": context["form"].cards()[0], "section": self.part}
