"""Forms between the visit and its letter: the findings' words, guidance, the letter, the report."""

from django import forms

from archives_enforcement.forms import ActForm


class FindingTextForm(ActForm):
    """A finding in words the unit understands."""

    text = forms.CharField(
        label="问题",
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="写清楚时间、地点、数量和看到的情况。",
    )
    requirement = forms.CharField(
        label="整改要求",
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="写清楚要做到什么程度；期限由系统按规定写入。",
    )


class GuidanceForm(ActForm):
    """怎么改, by the archive hall."""

    text = forms.CharField(
        label="怎么改",
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="分步骤写，单位照着就能做；单位在回复页面看到。",
    )


class LetterForm(ActForm):
    """What a person adds to a letter that the record writes by itself."""

    overview = forms.CharField(label="检查概况", widget=forms.Textarea(attrs={"rows": 5}))
    phone = forms.CharField(label="联系电话", max_length=40)
    cc = forms.CharField(
        label="抄送", required=False, max_length=200, help_text="多个机关用顿号隔开。"
    )
    printer = forms.CharField(label="印发机关", required=False, max_length=60)

    def clean_cc(self):
        return [name for part in self.cleaned_data["cc"].split("、") if (name := part.strip())]


class ReportForm(ActForm):
    """That a visit was reported to the platform."""
