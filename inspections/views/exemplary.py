"""Pages of 整改优秀典型: nominations, what was put right, and the decision."""

from django.urls import reverse
from django.utils import timezone

from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.documents import drafting, kinds
from archives_enforcement.documents.queries import documents_about
from archives_enforcement.exporting import Exported
from archives_enforcement.files.queries import files_of
from archives_enforcement.files.resumable import ResumableMixin
from archives_enforcement.forms import ActForm, ReasonForm
from archives_enforcement.navigation import Crumb, PageAct, acts_from
from archives_enforcement.views import ActView, DetailView, ListView
from inspections.forms.exemplary import (
    DecideForm,
    EnterConsentForm,
    EnterWithdrawalForm,
    ExemplaryFilter,
    NominateForm,
)
from inspections.models import Consent, Exemplary
from inspections.queries import exemplary as queries
from inspections.services import consents
from inspections.services import exemplary as services
from inspections.views.closing import VisitActView
from inspections.views.rectification import NAV, tabs
from inspections.workflow import CONSENT_FLOW, EXEMPLARY_FLOW

LIST_CRUMB = ("整改典型", "inspections:exemplary-list")
PAGE_OF_CONSENT = {
    "enter_give": "inspections:exemplary-consent-enter",
    "enter_withdraw": "inspections:exemplary-consent-withdraw",
}
NOMINATIONS = Exemplary.objects.select_related("inspection__unit__party", "nominated_by", "bureau")


class ExemplaryListView(Exported, ListView):
    permission_required = "inspections.view_finding"
    template_name = "inspections/exemplary_list.html"
    queryset = NOMINATIONS.order_by("-nominated_on", "-pk")
    filterset_class = ExemplaryFilter
    sheet_title = "整改优秀典型"
    sheet_columns = (
        ("单位", 34), ("推荐理由", 50), ("推荐人", 14), ("推荐日期", 12), ("状态", 12),
        ("决定日期", 12),
    )  # fmt: skip

    def sheet_line(self, row):
        return (
            str(row.inspection.unit), row.reason, str(row.nominated_by), row.nominated_on,
            row.get_state_display(), row.decided_on,
        )  # fmt: skip

    def get_context_data(self, **kwargs):
        user = self.request.user
        may = user.has_perm("inspections.nominate_exemplary")
        ready = queries.ready_to_nominate(user) if may else []
        return super().get_context_data(
            ready=ready, tabs=tabs("inspections:exemplary-list"), nav=NAV, **kwargs
        )


class ExemplaryDetailView(DetailView):
    permission_required = "inspections.view_finding"
    template_name = "inspections/exemplary_detail.html"
    queryset = NOMINATIONS
    workflow = EXEMPLARY_FLOW

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        row, user = self.object, self.request.user
        consent, papers = queries.consent_of(row), list(documents_about(row, user))
        paper = queries.decision_among(papers)
        return context | {
            "consent": consent,
            "consent_files": list(files_of(consent, user)) if consent else [],
            "pairs": queries.pairs_of(row),
            "papers": papers,
            "nav": NAV,
            "crumbs": [
                Crumb(LIST_CRUMB[0], reverse(LIST_CRUMB[1])),
                Crumb(str(row.inspection.unit)),
            ],
            "cases": queries.before_and_after(row.inspection, user),
            "steps": queries.steps(row, consent),
            "next_step": queries.next_step(row, consent, paper),
            "acts": self.acts(context["offers"], consent, paper),
            "entries": AuditEntry.objects.visible_to(user).about(row, *filter(None, [consent]))[
                :10
            ],
        }

    def acts(self, offers, consent, paper) -> list[PageAct]:
        """The decision, what staff enter for the unit, and the paper of what is decided."""
        row, user = self.object, self.request.user
        found = acts_from(
            offers, lambda name: reverse(f"inspections:exemplary-{name}", args=[row.pk])
        )
        behind = []  # what staff enter for the unit comes last
        if consent is not None:
            own = [
                offer
                for offer in CONSENT_FLOW.offers(consent, user, on=timezone.localdate())
                if offer.step.name in PAGE_OF_CONSENT
            ]
            entered = acts_from(own, lambda name: reverse(PAGE_OF_CONSENT[name], args=[consent.pk]))
            behind = [act._replace(primary=False) for act in entered]
        decided = row.state == Exemplary.State.DECIDED
        drafter = kinds.KINDS[queries.DECISION].drafter
        if decided and paper is None and user.has_perms((drafting.KEEP, drafter)):
            url = reverse("documents:draft", args=["exemplary", row.pk, queries.DECISION])
            why = queries.decision_refusal(row, queries.DECISION, timezone.localdate()) or ""
            found.append(PageAct("起草整改优秀典型决定", "" if why else url, not why, why=why))
        return found + behind


class NominateView(VisitActView):
    permission_required = "inspections.nominate_exemplary"
    form_class = NominateForm
    title, submit_label = "推荐整改典型", "推荐并征求单位意见"
    success_message = "已推荐，并请单位答复是否同意公开。"

    @property
    def explanation(self) -> str:
        before = queries.declined_because(self.object)
        return (
            "问题全部销号、回头看没有发现未改好、有认可的整改前后照片的，可以推荐为整改优秀典型。"
            "推荐后先征求单位意见，单位同意的由机关负责人决定。"
            f"{before and f'以前的推荐：{before}。'}"
        )

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"inspection": self.object}

    def perform(self, form):
        return services.nominate(
            self.object,
            actor=self.request.user,
            on=self.act_date(form),
            reason=form.cleaned_data["reason"],
            findings=form.cleaned_data["findings"],
        )

    def get_success_url(self):
        return self.result.get_absolute_url()


class ExemplaryActView(ActView):
    permission_required = "inspections.decide_exemplary"
    template_name = "inspections/exemplary_act.html"
    queryset = NOMINATIONS
    form_class = ActForm
    title = ""

    def get_context_data(self, **kwargs):
        row = self.object
        return super().get_context_data(
            title=self.title,
            exemplary=row,
            pairs=queries.pairs_of(row),
            cases=queries.before_and_after(row.inspection, self.request.user),
            crumbs=[
                Crumb(LIST_CRUMB[0], reverse(LIST_CRUMB[1])),
                Crumb(str(row.inspection.unit), row.get_absolute_url()),
                Crumb(self.title),
            ],
            submit_label=self.title,
            cancel_url=row.get_absolute_url(),
            today=timezone.localdate(),
            **kwargs,
        )


class EnterConsentView(ResumableMixin, ActView):
    """What the unit answered on paper, or took back, entered with its scan (代录)."""

    permission_required = "accounts.act_for_party"
    template_name = "inspections/exemplary_act.html"
    queryset = Consent.objects.select_related("exemplary__inspection__unit__party")
    form_class = EnterConsentForm
    title, success_message = "代录单位意见", "已代录单位意见。"
    enter = staticmethod(consents.enter_answer)

    def get_context_data(self, **kwargs):
        row = self.object.exemplary
        context = {
            "title": self.title,
            "exemplary": row,
            "pairs": queries.pairs_of(row),
            "cases": queries.before_and_after(row.inspection, self.request.user),
            "crumbs": [
                Crumb(LIST_CRUMB[0], reverse(LIST_CRUMB[1])),
                Crumb(str(row.inspection.unit), row.get_absolute_url()),
                Crumb(self.title),
            ],
            "submit_label": "提交代录",
            "cancel_url": row.get_absolute_url(),
        }
        return super().get_context_data(**(context | kwargs))

    def perform(self, form):
        return self.enter(
            self.object,
            actor=self.request.user,
            on=self.act_date(form),
            files=form.cleaned_data["files"],
            **form.said,
        )


class EnterWithdrawalView(EnterConsentView):
    form_class = EnterWithdrawalForm
    title = "代录单位撤回同意"
    success_message = "已代录撤回，公开页面停止显示。"
    enter = staticmethod(consents.enter_withdrawal)


class DecideView(ExemplaryActView):
    form_class = DecideForm
    title, success_message = "确定为典型", "已确定为整改优秀典型。"

    def perform(self, form):
        return services.decide(
            self.object,
            actor=self.request.user,
            on=self.act_date(form),
            note=form.cleaned_data["note"],
        )


class DeclineView(ExemplaryActView):
    form_class = ReasonForm
    title, success_message = "不采纳", "已记录不采纳的原因。"

    def perform(self, form):
        return services.decline(
            self.object,
            actor=self.request.user,
            on=self.act_date(form),
            note=form.cleaned_data["note"],
        )
