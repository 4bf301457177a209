"""Pages between the visit and its letter: findings' words, guidance, the draft."""

from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from archives_enforcement.documents import composing, numbering, standing
from archives_enforcement.documents.kinds import KINDS
from archives_enforcement.documents.models import Document
from archives_enforcement.navigation import Crumb
from archives_enforcement.views import ActView
from archives_enforcement.workdays import deadlines
from inspections.forms.letters import FindingTextForm, GuidanceForm, LetterForm
from inspections.models import Finding, Inspection
from inspections.queries import letters
from inspections.queries import recording as queries
from inspections.queries.standing import LETTER
from inspections.services import feedback

VISITS = Inspection.objects.select_related(
    "bureau", "unit__party", "checklist", "origin", "approved_by"
)


def crumbs_of(inspection, *last: Crumb) -> list[Crumb]:
    """The path from the list of inspections to a page about one of them."""
    return [
        Crumb("检查", reverse("inspections:inspection-list")),
        Crumb(str(inspection.unit), inspection.get_absolute_url()),
        *last,
    ]


def clock_of(inspection, code: str) -> dict:
    """The clock of a visit for a page, and the word that says it was met."""
    clock = deadlines.for_subject(inspection).filter(code=code).order_by("-pk").first()
    return {"clock": clock, "clock_done": "已办结" if clock and clock.met_on else ""}


class LetterDraftView(ActView):
    """The feedback letter beside what it will look like."""

    permission_required = "inspections.draft_letter"
    template_name = "inspections/letter_draft.html"
    queryset = VISITS
    form_class = LetterForm

    def get(self, request, *args, **kwargs):
        letter = self.letter
        if letter and letter.state != Document.State.DRAFT:
            return HttpResponseRedirect(letter.get_absolute_url())
        return super().get(request, *args, **kwargs)

    @property
    def letter(self):
        return letters.letter_of(self.object)

    def get_initial(self):
        if self.why_not():
            return {}
        written = self.letter.fields if self.letter else {}
        bureau = self.object.bureau
        return {
            "overview": written.get("overview") or feedback.default_overview(self.object),
            "phone": written.get("phone") or bureau.phone,
            "cc": "、".join(written.get("cc", [])),
            "printer": written.get("printer", ""),
        }

    def why_not(self) -> str:
        """Why this visit gets no letter now; empty when it may."""
        if self.object.is_look_back:
            return "回头看不另发反馈意见书，结果记入原检查。"
        if self.object.state not in queries.AFTERWARDS:
            return "检查还没有结束。结束现场检查、单位签字或者注明拒签后，才能起草。"
        return ""

    def perform(self, form):
        names = ("overview", "phone", "cc", "printer")
        step = feedback.redraft_letter if self.letter else feedback.draft_letter
        return step(
            self.object,
            actor=self.request.user,
            on=self.act_date(form),
            **{name: form.cleaned_data[name] for name in names},
        )

    def get_success_message(self):
        return "草稿已保存，请核对样张后提交签发。"

    def get_success_url(self):
        return self.result.get_absolute_url()

    def get_context_data(self, **kwargs):
        context = super().get_context_data(
            crumbs=crumbs_of(self.object, Crumb("反馈意见书")),
            why_not=self.why_not(),
            letter=self.letter,
            **clock_of(self.object, "D-I06"),
            today=timezone.localdate(),
            **kwargs,
        )
        if context["why_not"]:
            return context
        sheet = self.sheet(context["form"])
        return context | {
            "next_step": f"核对问题的表述和样张，保存草稿后提交，由{sheet['signed_by']}。",
            "findings": letters.findings_of(self.object),
            "sheet": sheet,
            "number": numbering.expected(self.object.bureau, LETTER, timezone.localdate().year),
        }

    def sheet(self, form) -> dict:
        """The letter as it would read today with what stands in the form."""
        typed = {name: form[name].value() or "" for name in ("overview", "phone", "printer")}
        today = timezone.localdate()
        fields = letters.fields(self.object, today, **typed)
        text = composing.wording_on(LETTER, today).text
        return {
            "signed_by": standing.signed_by(KINDS[LETTER], fields),
            "paragraphs": composing.paragraphs(text, fields),
            "attachments": fields["attachments"],
        }


class FindingView(ActView):
    """An act on one finding, with the finding beside the form."""

    template_name = "inspections/letter_finding.html"
    queryset = Finding.objects.select_related("inspection__unit__party", "item")
    title = ""

    def get_context_data(self, **kwargs):
        inspection = self.object.inspection
        name = Crumb(f"第 {self.object.position} 项")
        return super().get_context_data(
            **{
                "title": self.title,
                "finding": self.object,
                "crumbs": crumbs_of(inspection, name),
                "cancel_url": self.back(),
                **kwargs,
            }
        )

    def back(self):
        """Where the page was opened from."""
        raise NotImplementedError

    def get_success_url(self):
        return self.back()


class FindingEditView(FindingView):
    permission_required = "inspections.draft_letter"
    form_class = FindingTextForm
    title = "修改问题表述"
    success_message = "问题表述已修改。"

    def get_initial(self):
        return {"text": self.object.text, "requirement": self.object.requirement}

    def perform(self, form):
        return feedback.revise_finding(
            self.object,
            actor=self.request.user,
            on=self.act_date(form),
            text=form.cleaned_data["text"],
            requirement=form.cleaned_data["requirement"],
        )

    def back(self):
        return reverse("inspections:letter-draft", args=[self.object.inspection_id])


class GuidanceView(FindingView):
    permission_required = "inspections.give_guidance"
    form_class = GuidanceForm
    title = "写整改指导"
    success_message = "整改指导已保存。"

    def get_initial(self):
        return {"text": self.object.guidance}

    def perform(self, form):
        return feedback.give_guidance(
            self.object,
            actor=self.request.user,
            on=self.act_date(form),
            text=form.cleaned_data["text"],
        )

    def back(self):
        return self.object.get_absolute_url()
