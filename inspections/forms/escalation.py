"""Forms of 逐级督促: which problems, why, and what the paper of the rung asks besides."""

from django import forms
from django.utils import timezone

from archives_enforcement.documents import written_answers
from archives_enforcement.forms import ActForm
from archives_enforcement.workdays.limits import term_of
from inspections.forms.interviews import FindingChoiceField
from inspections.models import Escalation, Finding
from inspections.queries import ladder
from inspections.queries.interviews import failing_findings

Step = Escalation.Step


def _text(label: str, help_text: str = "", rows: int = 3) -> forms.CharField:
    area = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, max_length=1000, widget=area, help_text=help_text)


class StepForm(ActForm):
    """What every rung asks; its problems are those that failed."""

    findings = FindingChoiceField(
        Finding.objects.none(),
        label="没有改好的问题",
        error_messages={"required": "请至少选择一个没有改好的问题。"},
    )
    reason = _text("事由", "写入文书（线索）的第一段；已按记录写好，请核对。")

    def __init__(self, *args, inspection, step: str, **kwargs):
        super().__init__(*args, **kwargs)
        today = timezone.localdate()
        failing = failing_findings(inspection, today).select_related("item")
        field = self.fields["findings"]
        field.queryset = failing
        field.initial, field.help_text = ladder.split(inspection, step, failing, today)
        self.fields["reason"].initial = ladder.reason(inspection, field.initial or failing, today)


class ReminderForm(StepForm):
    request = _text("提醒的事项", "例如：请于2026年12月10日前整改完毕并回复。", rows=2)


class InquiryForm(StepForm):
    questions = _text("需要说明的问题", "问题和整改要求会列在前面，这里写要单位说明什么。")
    reply_due = forms.CharField(
        label="回复期限",
        max_length=60,
        help_text="法律没有规定天数，已按本机关的做法（期限“函询、催报回复” D-I20）填好，可以改；"
        "自送达之日起计算。",
    )

    def __init__(self, *args, inspection, **kwargs):
        super().__init__(*args, inspection=inspection, **kwargs)
        term = term_of(written_answers.CLOCK, bureau=inspection.bureau, on=timezone.localdate())
        self.fields["reply_due"].initial = f"收到本函之日起{term.in_words}内"


class CircularForm(StepForm):
    requirements = _text("工作要求")


FORMS = {
    Step.REMIND: ReminderForm,
    Step.INQUIRY: InquiryForm,
    Step.CIRCULAR: CircularForm,
    Step.LEAD: StepForm,
}
