"""Forms of 执法监督检查."""

from crispy_forms.layout import HTML, Layout
from django import forms

from archives_enforcement.forms import ActForm, EvidenceField, Pair
from archives_enforcement.workdays.limits import find
from supervision.forms.concerning import LINES
from supervision.forms.notices import UNITS
from supervision.models import Content, ContentFinding, Round
from supervision.queries.rounds import REPORT


class PrepareForm(ActForm):
    title = forms.CharField(label="名称", max_length=100, help_text="如：2026年下半年执法监督检查")
    method = forms.ChoiceField(label="方式", choices=Round.Method, widget=forms.RadioSelect)
    since = forms.DateField(label="检查、案件的期间自")
    until = forms.DateField(label="至")
    wanted_checks = forms.IntegerField(
        label="抽取检查（次）", min_value=0, max_value=500, required=False, help_text="不填为全部。"
    )
    wanted_cases = forms.IntegerField(
        label="抽取案件（件）", min_value=0, max_value=500, required=False, help_text="不填为全部。"
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper.layout = Layout(
            "title", "method", Pair("since", "until"), Pair("wanted_checks", "wanted_cases"),
            *(["on"] if "on" in self.fields else []),
        )  # fmt: skip


class DrawForm(ActForm):
    contribution = forms.CharField(
        label="见证人给出的数字", max_length=40,
        help_text="由您当场写一个数字（任意位），它和抽取范围的摘要一起决定结果，谁都不能预先知道。",
    )  # fmt: skip


class ReviewItemForm(ActForm):
    """A verdict on each of the seven contents."""

    def __init__(self, *args, item=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.contents = list(Content.objects.all())
        rows = []
        for content in self.contents:
            verdict, note = f"verdict_{content.code}", f"note_{content.code}"
            self.fields[verdict] = forms.ChoiceField(
                label=f"{content.position}. {content}", choices=ContentFinding.Verdict,
                widget=forms.RadioSelect,
                error_messages={"required": f"请评查“{content}”。"},
            )  # fmt: skip
            self.fields[note] = forms.CharField(
                label="问题", required=False, max_length=1000,
                widget=forms.Textarea(attrs={"rows": 2, "aria-label": f"{content}的问题"}),
            )  # fmt: skip
            rows += [verdict, note]
        guest = []
        if item is not None and item.round.method == Round.Method.MUTUAL:
            self.fields["guest"] = forms.CharField(
                label="互查的评查人（单位、姓名）", max_length=100
            )
            guest = ["guest"]
        note = HTML('<p class="muted small">选“有问题”的，请在下面写明问题。</p>')
        self.helper.layout = Layout(note, *guest, *rows, *(["on"] if "on" in self.fields else []))

    @property
    def verdicts(self) -> dict[str, tuple[str, str]]:
        data = self.cleaned_data
        return {
            row.code: (data[f"verdict_{row.code}"], data[f"note_{row.code}"])
            for row in self.contents
        }


class SumUpForm(ActForm):
    receiver = forms.CharField(label="受查机构", max_length=100)
    problems = forms.CharField(
        label="普遍性、倾向性问题", widget=forms.Textarea(attrs={"rows": 5}), max_length=4000
    )
    requirements = forms.CharField(label="整改意见", widget=LINES, max_length=2000)
    term = forms.IntegerField(label="报告期限", min_value=1, max_value=100)
    unit = forms.ChoiceField(label="期限单位", choices=UNITS)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        limit = find(REPORT)
        self.fields["term"].initial, self.fields["unit"].initial = limit.length, limit.unit
        self.helper.layout = Layout(
            "receiver", "problems", "requirements", Pair("term", "unit"),
            *(["on"] if "on" in self.fields else []),
        )  # fmt: skip


class RoundReportForm(ActForm):
    text = forms.CharField(
        label="检查纠正情况", widget=forms.Textarea(attrs={"rows": 5}), max_length=4000
    )
    uploads = EvidenceField(label="证明材料", required=False)
