"""检查时间: one of the proposed half-days, or another day that is typed."""

from datetime import date

from crispy_forms.layout import Layout
from django import forms
from django.utils.functional import cached_property

from archives_enforcement.forms import ActForm, Pair
from archives_enforcement.templatetags.formats import cn_date
from inspections.models import Inspection

OTHER = "other"  # none of the proposed half-days


class HalfDayForm(ActForm):
    """Half-days are proposed, another day may be named; `scheduled_on` and `session` are chosen."""

    slot = forms.ChoiceField(label="检查时间", widget=forms.RadioSelect)
    scheduled_on = forms.DateField(
        label="检查日期", required=False, help_text="从上面选了时段的不用填。"
    )
    session = forms.ChoiceField(
        label="时段",
        choices=Inspection.Session.choices,
        required=False,
        initial=Inspection.Session.AFTERNOON,
    )

    def __init__(self, *args, slots, **kwargs):
        super().__init__(*args, **kwargs)
        self.slots = slots
        self.fields["slot"].choices = [
            *((slot.code, self.described(slot)) for slot in slots),
            (OTHER, "另选日期（填写下面的日期和时段）"),
        ]

    @cached_property
    def helper(self):
        """Day and half-day of another date stand side by side."""
        helper = super().helper
        names = [name for name in self.fields if name != "session"]
        helper.layout = Layout(
            *(Pair(name, "session") if name == "scheduled_on" else name for name in names)
        )
        return helper

    @staticmethod
    def described(slot) -> str:
        return "　".join(filter(None, (slot.when, str(slot.load), slot.note)))

    def clean(self):
        data = super().clean()
        slot = data.get("slot")
        if slot and slot != OTHER:
            day, data["session"] = slot.split(" ")
            self._check_one_day(data.get("scheduled_on"), day)
            data["scheduled_on"] = date.fromisoformat(day)
        elif slot == OTHER and not data.get("scheduled_on"):
            if "scheduled_on" not in self.errors:
                self.add_error("scheduled_on", "请填写检查日期，或者从上面选择一个时段。")
        elif slot == OTHER and not data.get("session"):
            self.add_error("session", "请选择上午或者下午。")
        return data

    def _check_one_day(self, typed: date | None, chosen: str):
        """A day typed beside a proposed one is not passed over in silence."""
        kept = str(self.initial.get("scheduled_on") or "")
        if typed and typed.isoformat() not in (chosen, kept):
            self.add_error(
                "scheduled_on",
                f"上面选了{cn_date(date.fromisoformat(chosen))}的时段，这里又填了{cn_date(typed)}。"
                "要按这里的日期检查，请在上面选“另选日期”；否则请清空这里。",
            )
