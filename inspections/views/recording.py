"""Pages of the visit: a phone in the storeroom, one page for each area of the checklist."""

from django.http import Http404
from django.urls import reverse
from django.utils import timezone

from archives_enforcement.views import ActView, DetailView
from archives_enforcement.workflow import BACKFILL
from inspections.forms.concluding import ConcludeForm
from inspections.forms.recording import (
    FactsForm,
    LookBackForm,
    SectionForm,
    StartForm,
)
from inspections.models import Inspection
from inspections.queries import recording as queries
from inspections.queries.reporting import officers
from inspections.services import concluding
from inspections.services import recording as services

RECORD = "inspections.record_inspection"
VISITS = Inspection.objects.select_related("bureau", "unit__party", "checklist", "origin")


class OnSiteMixin:
    """What the pages of one visit share; a later day is entered as the day of the visit."""

    permission_required = RECORD
    queryset = VISITS
    title = ""

    def act_date(self, form):
        """The day of the visit for those who may enter late, today for all others."""
        if self.request.user.has_perm(BACKFILL) and self.object.inspected_on:
            return self.object.inspected_on
        return timezone.localdate()

    def get_context_data(self, **kwargs):
        context = {
            "title": self.title,
            "is_open": self.object.state == Inspection.State.ON_SITE,
            "home_url": self.record_url(),
        }
        return super().get_context_data(**(context | kwargs))

    def record_url(self):
        return reverse("inspections:inspection-record", args=[self.object.pk])

    def get_success_url(self):
        return self.record_url()


class StartView(OnSiteMixin, ActView):
    """到场: from here on the record is open."""

    template_name = "inspections/record_form.html"
    form_class = StartForm
    title = "开始检查"
    success_message = "检查已经开始，请先出示执法证件，再逐项记录。"
    extra_context = {"submit_label": "开始检查"}

    def get_initial(self):
        return {"place": self.object.place or self.object.party.address}

    def act_date(self, form):
        return form.cleaned_data.get("on") or timezone.localdate()

    def perform(self, form):
        data = form.cleaned_data
        return services.start(
            self.object,
            actor=self.request.user,
            on=self.act_date(form),
            arrived_at=data["arrived_at"],
            place=data["place"],
        )

    def get_context_data(self, **kwargs):
        back = self.object.get_absolute_url()
        return super().get_context_data(**({"home_url": back, "cancel_url": back} | kwargs))


class RecordView(OnSiteMixin, DetailView):
    """The contents of the record: areas with what is left, how the visit went, the end."""

    template_name = "inspections/record_overview.html"

    def get_context_data(self, **kwargs):
        sections = queries.sections(self.object)
        return super().get_context_data(
            sections=sections,
            whole=queries.Section(
                "",
                "",
                [row for part in sections for row in part.rows],
                sections[0].recorded if sections else {},
            ),
            missing=queries.missing(self.object, sections),
            **kwargs,
        )


class SectionView(OnSiteMixin, ActView):
    """One area of the checklist, or the findings of the first visit in a look-back."""

    template_name = "inspections/record_section.html"

    def dispatch(self, request, *args, **kwargs):
        self.following = None
        return super().dispatch(request, *args, **kwargs)

    def get_form_class(self):
        return LookBackForm if self.object.is_look_back else SectionForm

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
        photos = {}
        if not self.object.is_look_back:
            photos = queries.photos_of(self.section.recorded.values(), self.request.user)
        return super().get_form_kwargs() | {
            "section": self.section,
            "party": self.object.party,
            "photos": photos,
        }

    def perform(self, form):
        who = {"actor": self.request.user, "on": self.act_date(form)}
        if self.object.is_look_back:
            return services.record_look_back(self.object, results=form.results, **who)
        return services.record_items(self.object, results=form.results, photos=form.photos, **who)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        return context | {
            "title": self.section.title,
            "section": self.section,
            "following": self.following,
            "cards": context["form"].cards(),
        }

    def get_success_message(self):
        saved = f"“{self.section.title}”已保存。"
        if not self.conditional:
            return saved
        count = len(queries.not_asked(queries.sections(self.object)))
        return f"{saved}前提不成立的 {count} 项不查，记为不适用。" if count else saved

    def get_success_url(self):
        if self.following and "next" in self.request.POST:
            return reverse(
                "inspections:inspection-record-section",
                args=[self.object.pk, self.following.code],
            )
        return self.record_url()


class FactsView(OnSiteMixin, ActView):
    """Certificates, methods, people, oral feedback."""

    template_name = "inspections/record_form.html"
    form_class = FactsForm
    title = "现场情况和口头反馈"
    success_message = "现场情况已保存。"
    extra_context = {"submit_label": "保存"}

    def get_initial(self):
        return {name: getattr(self.object, name) for name in FactsForm.base_fields}

    def perform(self, form):
        return services.record_facts(
            self.object, actor=self.request.user, on=self.act_date(form), **form.cleaned_data
        )


class FinishView(OnSiteMixin, ActView):
    """结束检查: totals, what fails, the signature or the refusal."""

    template_name = "inspections/record_finish.html"
    form_class = ConcludeForm
    title = "结束检查"
    success_message = "检查已经结束，记录已加锁。"

    def perform(self, form):
        return concluding.conclude(
            self.object, actor=self.request.user, on=self.act_date(form), signing=form.signing
        )

    def get_context_data(self, **kwargs):
        sections = queries.sections(self.object)
        return super().get_context_data(
            missing=queries.missing(self.object, sections),
            totals=queries.totals(self.object, sections),
            troubles=queries.troubles(sections),
            today=timezone.localdate(),
            **kwargs,
        )

    def get_success_url(self):
        return self.object.get_absolute_url()


class RecordPrintView(DetailView):
    """现场检查笔录 as a sheet to print and keep."""

    permission_required = "inspections.view_inspection"
    template_name = "inspections/record_print.html"
    queryset = VISITS.select_related("signature")

    def get_context_data(self, **kwargs):
        sections = queries.sections(self.object) if self.object.inspected_on else []
        return super().get_context_data(
            sections=sections,
            totals=queries.totals(self.object, sections),
            troubles=queries.troubles(sections),
            officers=officers(self.object),
            **kwargs,
        )
