"""Forms of a decision on the spot (行政处罚法第五十一条至第五十三条)."""

from django import forms

from archives_enforcement.forms import ActForm
from penalties import spot_guards
from penalties.models import Case, Collection
from penalties.queries import discretion

SHORT = forms.Textarea(attrs={"rows": 2})
LONG = forms.Textarea(attrs={"rows": 3})


class SpotDecisionForm(ActForm):
    """What the officers say and hear on the spot; the rest the record says already."""

    fine = forms.IntegerField(label="罚款（元）", min_value=0)
    correction = forms.CharField(
        label="责令改正的内容",
        max_length=300,
        widget=SHORT,
        help_text="处罚的同时责令改正（行政处罚法第二十八条）。",
    )
    reasons = forms.CharField(label="裁量理由", max_length=300, widget=SHORT)
    time = forms.CharField(label="时间", max_length=60, help_text="作出决定的年、月、日、时、分。")
    place = forms.CharField(label="地点", max_length=200)
    told = forms.BooleanField(
        label="已出示执法证件，已告知拟处罚的内容、事实、理由、依据和陈述、申辩的权利"
        "（行政处罚法第四十四条、第五十二条）",
        required=False,
    )
    statement = forms.CharField(
        label="当事人的陈述申辩和复核情况",
        max_length=500,
        widget=LONG,
        help_text="没有意见的，写明“当事人没有陈述、申辩”；提出的，写明复核结果和理由。",
    )
    collection = forms.ChoiceField(
        label="缴纳方式", choices=Collection, widget=forms.RadioSelect, initial=Collection.BANK
    )
    payment_account = forms.CharField(
        label="指定银行和账户，或者电子支付方式",
        max_length=200,
        required=False,
        help_text="由当事人到银行缴纳的，必须填写。",
    )
    because = forms.CharField(
        label="当场收缴的事实和理由",
        max_length=200,
        required=False,
        help_text="事后难以执行、交通不便的，必须填写。当场收缴的，二个工作日内交至本机关（行政处罚法第七十一条）。",
    )

    def __init__(self, *args, case: Case, on, **kwargs):
        super().__init__(*args, **kwargs)
        clause, most = case.clause, spot_guards.most(case)
        if discretion.row_for(case, on):
            del self.fields["reasons"]  # the benchmark and the weighed facts give them
        if not spot_guards.fines(case):
            self.fields["fine"].initial = 0
            return
        highest = min(clause.maximum, most)
        self.fields["fine"].help_text = (
            f"{clause.minimum:,} 元至 {highest:,} 元"
            f"（法定幅度以内，当场处罚不超过 {most:,} 元，行政处罚法第五十一条）。"
        )


class ReportForm(ActForm):
    note = forms.CharField(
        label="备案情况", max_length=200, widget=SHORT, help_text="备案的机构、接收人和登记号。"
    )
