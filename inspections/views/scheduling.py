"""Pages where a check gets its unit, day, place and checklist."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property

from archives_enforcement.navigation import Crumb
from archives_enforcement.views import FormView, ListView
from archives_enforcement.whole_numbers import is_key
from archives_enforcement.workdays.calendar import load
from inspections.forms.half_days import OTHER
from inspections.forms.visits import NewVisitForm, PlannedFilter, VisitForm
from inspections.models import CampaignUnit, Inspection, Lead
from inspections.queries import planning, slots
from inspections.queries.search import unit_like
from inspections.services import visits as services
from inspections.views.visit_acts import InspectionActView
from inspections.views.visits import LIST
from units.models import Unit

PLANNED_SHOWN = 20


class InspectionPickView(ListView):
    """Whom to inspect: an item of the plan that waits, or any unit."""

    permission_required = "inspections.draft_inspection"
    template_name = "inspections/inspection_pick.html"
    queryset = Unit.objects.filter(state=Unit.State.ACTIVE).select_related("party")
    extra_context = {"title": "安排检查"}

    def get_queryset(self):
        self.search = PlannedFilter(self.request.GET)
        return super().get_queryset().filter(unit_like(self.search.text))

    def get_context_data(self, **kwargs):
        planned = list(self.search.items(self.request.user)[: PLANNED_SHOWN + 1])
        return super().get_context_data(
            search=self.search,
            planned=planned[:PLANNED_SHOWN],
            more_planned=len(planned) > PLANNED_SHOWN,
            shown=PLANNED_SHOWN,
            crumbs=[Crumb(LIST[0], reverse(LIST[1])), Crumb("安排检查")],
            **kwargs,
        )


class Proposing:
    """What every form with proposed half-days shares."""

    @cached_property
    def slots(self) -> list:
        return slots.proposed(self.request.user, timezone.localdate())

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"slots": self.slots}

    def warn_of_day(self, inspection: Inspection) -> None:
        """A holiday is said once more after saving; it never blocks."""
        if why := slots.day_warning(inspection.scheduled_on, load()):
            messages.warning(self.request, why)


class Scheduling(Proposing):
    """What the two forms that arrange a check share."""

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"unit": self.unit, "campaign": self.campaign}


class InspectionCreateView(Scheduling, FormView):
    """Time, place and checklist for what the address names: unit, plan item, lead or campaign."""

    permission_required = "inspections.draft_inspection"
    template_name = "inspections/inspection_form.html"
    form_class = NewVisitForm
    success_message = "检查已拟定，请确定检查组。"

    def dispatch(self, request, *args, **kwargs):
        named = {"plan_item", "lead", "unit", "campaign_unit"} & request.GET.keys()
        if self.has_permission() and not named:
            return redirect("inspections:inspection-pick")
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def plan_item(self):
        return self.named("plan_item", planning.items(self.request.user))

    @cached_property
    def lead(self):
        rows = Lead.objects.visible_to(self.request.user).select_related("party__unit")
        return self.named("lead", rows.filter(party__unit__isnull=False))

    @cached_property
    def campaign_unit(self):
        rows = CampaignUnit.objects.visible_to(self.request.user)
        rows = rows.select_related("unit__party", "participant__campaign__checklist")
        return self.named("campaign_unit", rows)

    @property
    def campaign(self):
        if self.campaign_unit:
            return self.campaign_unit.participant.campaign
        return self.plan_item.campaign if self.plan_item else None

    @cached_property
    def unit(self):
        if self.campaign_unit:
            return self.campaign_unit.unit
        if self.plan_item:
            return self.plan_item.unit
        if self.lead:
            return self.lead.party.unit
        return self.named("unit", Unit.objects.visible_to(self.request.user))

    def named(self, name: str, rows):
        """The row the address names; None when it names none, 404 when it is not the user's."""
        key = self.request.GET.get(name)
        if key is None:
            return None
        return get_object_or_404(rows, pk=key if is_key(key) else None)

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"plan_item": self.plan_item}

    def get_initial(self):
        initial = {"kind": self.kind}
        if day := self.request.GET.get("day"):
            initial |= {"slot": OTHER, "scheduled_on": day}
        elif self.plan_item and self.plan_item.half_day_on:
            initial |= self.proposed_half_day()
        elif free := [slot for slot in self.slots if not slot.load.visits]:
            initial["slot"] = min(free, key=lambda slot: bool(slot.note)).code
        if self.plan_item:
            initial["checklist"] = self.plan_item.checklist_id
        return initial

    @property
    def kind(self) -> str:
        if self.plan_item:
            return self.plan_item.kind
        if self.campaign:
            return Inspection.Kind.SPECIAL
        return Inspection.Kind.CASE if self.lead else Inspection.Kind.DAILY

    def proposed_half_day(self) -> dict:
        """The half-day that an adopted proposal gave to the item of the plan."""
        day, session = self.plan_item.half_day_on, self.plan_item.session
        code = f"{day.isoformat()} {session}"
        if any(slot.code == code for slot in self.slots):
            return {"slot": code}
        return {"slot": OTHER, "scheduled_on": day, "session": session}

    def perform(self, form):
        return services.draft_inspection(
            actor=self.request.user,
            on=self.act_date(form),
            unit=self.unit,
            plan_item=self.plan_item,
            lead=self.lead,
            campaign=self.campaign,
            **form.values,
        )

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            title=f"安排检查：{self.unit}",
            unit=self.unit,
            plan_item=self.plan_item,
            lead=self.lead,
            campaign=self.campaign,
            crumbs=[Crumb(LIST[0], reverse(LIST[1])), Crumb("安排检查")],
            submit_label="保存并确定检查组",
            cancel_url=reverse(LIST[1]),
            **kwargs,
        )

    def get_success_url(self):
        self.warn_of_day(self.result)
        return reverse("inspections:inspection-team", args=[self.result.pk])


class InspectionEditView(Scheduling, InspectionActView):
    permission_required = "inspections.draft_inspection"
    form_class = VisitForm
    title = "修改时间和地点"

    @property
    def unit(self):
        return self.object.unit

    @property
    def campaign(self):
        return self.object.campaign

    success_message = "检查安排已修改。"
    facts = False

    def get_initial(self):
        values = {name: getattr(self.object, name) for name in VisitForm.VALUES}
        return values | {"slot": OTHER}

    def perform(self, form):
        return services.revise_inspection(
            self.object, actor=self.request.user, on=self.act_date(form), **form.values
        )

    def get_success_url(self):
        self.warn_of_day(self.result)
        return super().get_success_url()
