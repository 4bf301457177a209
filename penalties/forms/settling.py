"""Forms of 线索办结."""

from django import forms

from archives_enforcement.forms import ActForm, name_the_field
from penalties.models import Settlement


class SettlementForm(ActForm):
    """提请办结: the result, how it was found, and for what is too late the day the act ended."""

    result = forms.ChoiceField(
        label="核查结论", choices=Settlement.Result, widget=forms.RadioSelect
    )
    act_ended_on = forms.DateField(
        label="违法行为终了日期",
        required=False,
        help_text="只有超过追责期限的才填（行政处罚法第三十六条）。",
    )
    five_years = forms.BooleanField(
        label="涉及公民生命健康安全、金融安全，并且有危害后果（追责期限五年）",
        required=False,
        help_text="只有超过追责期限的才勾选；不勾选的按二年计算，并写入核查情况。",
    )
    report = forms.CharField(
        label="核查情况",
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="写明怎样核查、查到了什么、采取了什么措施、对方是否已经反馈。",
    )

    def __init__(self, *args, before: Settlement | None, known, **kwargs):
        super().__init__(*args, **kwargs)
        name_the_field(self.fields["result"])
        if before is not None:
            for name in ("result", "report", "act_ended_on"):
                self.fields[name].initial = getattr(before, name)
        elif known is not None:
            self.fields["report"].initial = known.grounds

    def clean(self):
        data = super().clean()
        if data.get("result") != Settlement.Result.TIME_BARRED:
            data["act_ended_on"], data["five_years"] = None, False
        return data
