"""Forms of 多检合一."""

from django import forms

from archives_enforcement.forms import ActForm
from inspections.forms.checklists import VersionForm
from inspections.models import Checklist, ChecklistItem
from inspections.queries.merging import Twin


class ChoiceOfLists(forms.Form):
    """Which lists become one; stands in the address."""

    lists = forms.ModelMultipleChoiceField(
        Checklist.objects.none(), widget=forms.CheckboxSelectMultiple, required=False
    )

    def __init__(self, *args, lists, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["lists"].queryset = lists


class MergeForm(VersionForm):
    """The name of the merged list, and which equal numbers mean the same matter."""

    same = forms.MultipleChoiceField(
        label="编号相同的事项：勾选的只问一次",
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text="内容其实不同的，去掉勾选，两项都问。编号不同而内容相同的，合并后在草稿里并为一项。",
    )

    def __init__(self, *args, twins: list[Twin], **kwargs):
        super().__init__(*args, **kwargs)
        self.codes = [twin.code for twin in twins]
        self.fields["same"].choices = [(twin.code, self.described(twin)) for twin in twins]
        self.fields["same"].initial = self.codes
        if not twins:
            del self.fields["same"]

    @staticmethod
    def described(twin: Twin) -> str:
        if twin.is_alike:
            return f"{twin.code}　{twin.items[0].text}"
        return f"{twin.code}（文字不同）　" + "　／　".join(
            f"{item.checklist}：{item.text}" for item in twin.items
        )

    @property
    def apart(self) -> set[str]:
        """The numbers that are asked in each list."""
        return set(self.codes) - set(self.cleaned_data.get("same", ()))


class FoldForm(ActForm):
    into = forms.ModelChoiceField(
        ChecklistItem.objects.none(),
        label="并入哪一项",
        empty_label="请选择",
        help_text="保留所选一项的文字；适用对象、依据合在一起，严重程度取重的。",
    )

    def __init__(self, *args, others, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["into"].queryset = others
