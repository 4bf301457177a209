"""Forms of the annual report."""

from django import forms
from django.utils import timezone

from archives_enforcement.forms import ActForm, ConfirmField
from reports.models import AnnualReport
from reports.queries.narrative import REQUIRED, SLOTS

HINTS = {
    "measures": "数据已由记录生成；这里补写机制、协同、队伍建设等做法，如“一是……”。",
    "problems": "实事求是写明执法工作本身的问题。",
    "next_steps": "针对问题写明下一年度的举措。",
}


class ReportYearForm(ActForm):
    year = forms.IntegerField(label="年度")

    def __init__(self, *args, year: int | None = None, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["year"].initial = year or timezone.localdate().year - 1


class NarrativeForm(ActForm):
    """One text box for each part that people write."""

    def __init__(self, *args, report: AnnualReport, **kwargs):
        super().__init__(*args, **kwargs)
        for name, label in SLOTS.items():
            self.fields[name] = forms.CharField(
                label=label,
                required=False,
                initial=report.narrative.get(name, ""),
                help_text=HINTS[name] + ("" if name not in REQUIRED else "提交签发前必须写。"),
                widget=forms.Textarea(attrs={"rows": 8}),
            )
        self.order_fields([*SLOTS, "on"])

    def narrative(self) -> dict:
        return {name: self.cleaned_data[name].strip() for name in SLOTS}


class ReportSignForm(ActForm):
    confirmed = ConfirmField(label="我已核对数据和文字")


class PublicationForm(ActForm):
    url = forms.URLField(
        label="公开的网址",
        required=False,
        assume_scheme="https",
        help_text="在政府网站或者公示平台公开的地址。",
    )


class EarlierPublicationForm(PublicationForm):
    """What was public before this system knew of it."""

    on = forms.DateField(
        label="公开的日期", help_text="当时实际公开的日期；全过程记录里会标明“补录”。"
    )
    place = forms.CharField(
        label="公开的地方和凭据",
        max_length=200,
        required=False,
        help_text="没有网址的，写明报刊、公开栏等地方，以及留存的截图或者剪报放在哪里。",
    )
    confirmed = ConfirmField(label="我已核对公开的日期和地方")
