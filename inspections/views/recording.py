"""Pages of the visit: a phone in the storeroom, one page for each area of the checklist."""

from django.urls import reverse
from django.utils import timezone

from archives_enforcement.views import ActView, DetailView
from archives_enforcement.workflow import BACKFILL, Act
from inspections import powers
from inspections.forms.concluding import ConcludeForm
from inspections.forms.site import FactsForm, StartForm
from inspections.models import Inspection
from inspections.queries import measures
from inspections.queries import recording as queries
from inspections.queries import steps as step_queries
from inspections.queries.acts import judged_on
from inspections.queries.reporting import officers
from inspections.services import concluding, site_facts
from inspections.services import recording as services
from inspections.workflow import INSPECTION_FLOW

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
    success_message = "检查已经开始，请先告知、出示执法证件，再逐项记录。"
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

    def asked(self) -> Act:
        """What could be asked for now, so that a refusal is said before anything is typed."""
        user = self.request.user
        return Act(user, judged_on(self.object, user, timezone.localdate()), RECORD)

    def get_context_data(self, **kwargs):
        back = self.object.get_absolute_url()
        context = {
            "home_url": back,
            "cancel_url": back,
            "why_not": INSPECTION_FLOW.why_not(self.object, "start", self.asked()),
        }
        return super().get_context_data(**(context | kwargs))


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
            strip=step_queries.strip(self.object),
            unwritten=measures.unwritten(self.object),
            **kwargs,
        )


class FactsView(OnSiteMixin, ActView):
    """Methods, people, powers, oral feedback."""

    template_name = "inspections/record_facts.html"
    form_class = FactsForm
    title = "现场情况和口头反馈"
    success_message = "现场情况已保存。"

    def get_initial(self):
        return {name: getattr(self.object, name) for name in FactsForm.base_fields}

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"visit": self.object}

    def perform(self, form):
        return site_facts.record_facts(
            self.object, actor=self.request.user, on=self.act_date(form), **form.facts
        )


class FinishView(OnSiteMixin, ActView):
    """结束检查: totals, what fails, the signature or the refusal."""

    template_name = "inspections/record_finish.html"
    form_class = ConcludeForm
    title = "结束检查"
    success_message = "检查已经结束，记录已加锁。"

    def get_form_kwargs(self):
        day = self.object.inspected_on
        return super().get_form_kwargs() | {
            "officers": queries.officers_of(self.object),
            "late": day is not None and day < timezone.localdate(),
        }

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
    queryset = VISITS.select_related("signature__exhibit")

    def get_context_data(self, **kwargs):
        sections = queries.sections(self.object) if self.object.inspected_on else []
        return super().get_context_data(
            sections=sections,
            totals=queries.totals(self.object, sections),
            troubles=queries.troubles(sections),
            officers=officers(self.object),
            signing=queries.officers_of(self.object),
            refusal_photos=queries.refusal_photos(self.object, self.request.user),
            steps=step_queries.in_words(self.object),
            people=step_queries.people_in_words(self.object),
            powers=powers.used(self.object.powers),
            **kwargs,
        )
