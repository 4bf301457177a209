"""Pages of 整改 for the bureau: one problem with its answers, and what may be done."""

from django.urls import reverse
from django.utils import timezone

from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.documents.drafting import KEEP
from archives_enforcement.documents.kinds import KINDS
from archives_enforcement.forms import ActForm
from archives_enforcement.navigation import Crumb, PageAct, acts_from
from archives_enforcement.prefetching import filled
from archives_enforcement.views import ActView, DetailView
from inspections import finding_card
from inspections.drafting_guards import CRITICISM, finding_refusal
from inspections.models import Finding, Inspection
from inspections.queries import finding_steps, ladder_taken, reminders, terminations
from inspections.queries import rectification as queries
from inspections.queries.evidence import exhibits_of_finding
from inspections.services import rectification as services
from inspections.workflow import FINDING_FLOW

LIST_CRUMB = ("整改", "inspections:finding-list")
FINDINGS = Finding.objects.select_related(
    "spot_fix__before__exhibit",
    "spot_fix__after__exhibit",
    "inspection__unit__party__bureau",
    "inspection__bureau",
    "item",
    "guidance_by",
    "termination",
)
PAGE_OF_STEP = {
    "enter_reply": "inspections:finding-reply-enter",
    "accept": "inspections:finding-accept",
    "accept_part": "inspections:finding-accept",
    "extend": "inspections:finding-extend",
    "refuse_time": "inspections:finding-refuse-time",
    "uphold": "inspections:finding-uphold",
    "answer_objection": "inspections:finding-answer-objection",
    "pause": "inspections:finding-pause",
    "return_reply": "inspections:finding-return",
    "accept_on_site": "inspections:finding-verify",
}
SIDES = ("questions", "interview", "escalations", "reminders", "look_back_results")


class FindingDetailView(DetailView):
    permission_required = "inspections.view_finding"
    template_name = "inspections/finding_detail.html"
    queryset = FINDINGS
    workflow = FINDING_FLOW

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        finding, user = self.object, self.request.user
        replies = queries.replies_of(finding, user)
        answer = replies[0] if replies else None
        told_on = queries.letter_issued_on(finding.inspection)
        there = filled(finding, *SIDES)  # most problems have few of these
        measured = {"interview", "escalations"} & there
        return context | {
            "crumbs": crumbs(finding),
            "replies": replies,
            "questions": queries.questions_on(finding, user) if "questions" in there else [],
            "measures": ladder_taken.taken(finding.inspection, user, finding) if measured else [],
            "reminders": list(reminders.sent(finding, user)) if "reminders" in there else [],
            "results": list(queries.look_back_results(finding))
            if "look_back_results" in there
            else [],
            "exhibits": exhibits_of_finding(finding, user),
            "steps": finding_steps.steps(finding, told_on, answer),
            "next_step": finding_steps.next_step(finding),
            "acts": finding_acts(finding, context["offers"], user),
            "beside": finding_card.sections_for(finding, user),
            "entries": AuditEntry.objects.visible_to(user).about(finding)[:10],
        }


def crumbs(finding: Finding, *more: Crumb) -> list[Crumb]:
    visit = finding.inspection
    path = [
        Crumb(LIST_CRUMB[0], reverse(LIST_CRUMB[1])),
        Crumb(str(visit.unit), visit.get_absolute_url()),
        Crumb(f"第 {finding.position} 项", finding.get_absolute_url() if more else ""),
    ]
    return [*path, *more]


OF_THE_UNIT = ("reply", "ask", "enter_request")  # the last is entered on the page of enter_reply
ELSEWHERE = (*OF_THE_UNIT, "terminate")  # decided on what the unit left as a whole


def finding_acts(finding: Finding, offers, user) -> list[PageAct]:
    """The buttons of a problem: of the ways to take an answer only those of its kind."""
    shown = [offer for offer in offers if offer.step.name not in ELSEWHERE]
    acts = acts_from(shown, lambda name: reverse(PAGE_OF_STEP[name], args=[finding.pk]))
    visit = finding.inspection
    told = visit.state in Inspection.ANSWERABLE
    if finding.state == Finding.State.TERMINATED:
        return []
    if visit.unit.left_no_heir and finding.state in Finding.UNFIXED:
        return [*_termination(visit.unit, user), *(act._replace(primary=False) for act in acts)]
    if told and finding.state in queries.AWAITS_UNIT and user.has_perm(services.REVIEW):
        acts.append(PageAct("催办", reverse("inspections:inspection-remind", args=[visit.pk])))
    if told and user.has_perm("accounts.act_for_party"):
        address = reverse("inspections:finding-question-enter", args=[finding.pk])
        acts.append(PageAct("代录单位的提问", address))
    if finding.state in Finding.UNFIXED and user.has_perm("inspections.give_guidance"):
        address = reverse("inspections:finding-guidance", args=[finding.pk])
        acts.append(PageAct("写整改指导", address))
    acts += _criticism(finding, user)
    if finding.state in queries.AWAITS_UNIT:  # the unit's turn, or a request to be weighed
        acts = [act._replace(primary=False) for act in acts]
    return acts


def _termination(unit, user) -> list[PageAct]:
    """What a unit without an heir left is ended together, whatever problem one began with."""
    if waiting := terminations.waits_for_decision(unit):
        return [PageAct("看提出的终结", waiting.get_absolute_url())]
    if not user.has_perm(services.REVIEW):
        return []
    return [PageAct("提出终结整改", reverse("inspections:termination-propose", args=[unit.pk]))]


def _criticism(finding: Finding, user) -> list[PageAct]:
    """批评教育记录 of an act that is not punished, for those who draft records."""
    own = finding.inspection.bureau_id == user.bureau_id
    if not own or not user.has_perms((KEEP, KINDS[CRITICISM].drafter)):
        return []
    if finding_refusal(finding, CRITICISM, timezone.localdate()):
        return []
    page = reverse("documents:draft", args=["finding", finding.pk, CRITICISM])
    return [PageAct("批评教育记录", page)]


class FindingActView(ActView):
    """One act on one problem; what was found and answered stands beside the form."""

    template_name = "inspections/finding_act.html"
    queryset = FINDINGS
    form_class = ActForm
    title = submit_label = ""

    def get_context_data(self, **kwargs):
        finding = self.object
        title = kwargs.get("title", self.title)
        context = {
            "title": title,
            "finding": finding,
            "crumbs": crumbs(finding, Crumb(title)),
            "replies": queries.replies_to_take(finding, self.request.user),
            "submit_label": self.submit_label or self.title,
            "cancel_url": finding.get_absolute_url(),
            "today": timezone.localdate(),
        }
        return super().get_context_data(**(context | kwargs))
