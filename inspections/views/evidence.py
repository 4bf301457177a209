"""证据清单: the list of what was photographed, recorded and signed, and its custody."""

from django.urls import reverse

from archives_enforcement.files.resumable import ResumableMixin
from archives_enforcement.navigation import Crumb
from archives_enforcement.views import ActView, DetailView
from inspections.forms.evidence import EvidenceForm, HandOverForm, WithdrawForm
from inspections.models import Inspection
from inspections.queries import evidence
from inspections.services import evidence as services
from inspections.views.letters import crumbs_of

VISITS = Inspection.objects.select_related("bureau", "unit__party", "checklist")


class EvidenceView(DetailView):
    """The list, to be read and printed."""

    permission_required = ("inspections.view_inspection", "files.view_storedfile")
    template_name = "inspections/evidence_list.html"
    queryset = VISITS

    def get_context_data(self, **kwargs):
        exhibits = evidence.exhibits(self.object, self.request.user)
        standing = sum(row.stands for row in exhibits)
        return super().get_context_data(
            crumbs=crumbs_of(self.object, Crumb("证据清单")),
            exhibits=exhibits,
            standing=standing,
            withdrawn=len(exhibits) - standing,
            may_add=services.why_not_add(self.object) is None,
            may_withdraw=services.may_withdraw(self.object),
            **kwargs,
        )


class EvidenceAddView(ResumableMixin, ActView):
    """Recordings and whatever else belongs to the visit and to no item of the list."""

    permission_required = "inspections.record_inspection"
    template_name = "components/form_page.html"
    queryset = VISITS
    form_class = EvidenceForm
    resumable = "uploads"
    may_be_recording = True

    def perform(self, form):
        data = form.cleaned_data
        return services.add(
            self.object,
            actor=self.request.user,
            on=self.act_date(form),
            purpose=data["purpose"],
            uploads=data["uploads"],
        )

    def get_success_message(self):
        return f"已加入{'、'.join(str(file.exhibit) for file in self.result)}。"

    def get_success_url(self):
        return reverse("inspections:inspection-evidence", args=[self.object.pk])

    def get_context_data(self, **kwargs):
        context = {
            "title": "加入证据",
            "crumbs": crumbs_of(self.object, Crumb("加入证据")),
            "why_not": services.why_not_add(self.object),
            "submit_label": "加入",
            "cancel_url": self.get_success_url(),
        }
        return super().get_context_data(**(context | kwargs))


class PieceView(ActView):
    """An act on one piece of evidence, chosen on the form."""

    permission_required = "inspections.record_inspection"
    template_name = "components/form_page.html"
    queryset = VISITS
    title = ""

    def get_form_kwargs(self):
        rows = evidence.exhibits(self.object, self.request.user)
        return super().get_form_kwargs() | {"exhibits": [row for row in rows if row.stands]}

    def get_success_url(self):
        return reverse("inspections:inspection-evidence", args=[self.object.pk])

    def get_context_data(self, **kwargs):
        context = {
            "title": self.title,
            "crumbs": crumbs_of(self.object, Crumb(self.title)),
            "submit_label": self.title,
            "cancel_url": self.get_success_url(),
        }
        return super().get_context_data(**(context | kwargs))


class WithdrawView(PieceView):
    """One piece of evidence is taken back before the unit signs."""

    form_class = WithdrawForm
    title = "撤回证据"
    success_message = "已撤回，编号和原件保留。"

    def get_initial(self):
        return {"file": self.request.GET.get("file")}

    def perform(self, form):
        data = form.cleaned_data
        return services.withdraw(
            self.object,
            actor=self.request.user,
            on=self.act_date(form),
            file=int(data["file"]),
            reason=data["reason"],
        )

    def get_context_data(self, **kwargs):
        consequences = (
            "这份证据标为“已撤回”，不再列入笔录和案卷，不能恢复。",
            "编号不再使用，原件和撤回的经过保留。",
        )
        return super().get_context_data(consequences=consequences, **kwargs)


class HandOverView(PieceView):
    """One piece of evidence goes to somebody else."""

    form_class = HandOverForm
    title = "移交证据"
    success_message = "已登记移交。"

    def perform(self, form):
        data = form.cleaned_data
        return services.hand_over(
            self.object,
            actor=self.request.user,
            on=self.act_date(form),
            file=int(data["file"]),
            to=data["to"],
            reason=data["reason"],
        )

    def get_context_data(self, **kwargs):
        return super().get_context_data(submit_label="登记移交", **kwargs)
