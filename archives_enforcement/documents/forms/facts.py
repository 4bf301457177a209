"""Inputs of the facts that a paper states: words, and lists of rows."""

from django import forms
from django.core.exceptions import ValidationError

from archives_enforcement.documents import tabling
from archives_enforcement.documents.kinds.kind import Columns

LONGEST, LONGEST_LIST = 20_000, 60_000  # signs of one fact; a list that long takes 7 s to set
LIST_HELP = (
    "每行一项，各栏用“|”或者“；”隔开，也可以从 Excel 复制粘贴；"
    "序号自动编排，不用写，后面的栏可以空着。"
)
DRAFT_MAY_LACK = "保存草稿可以先不填，提交以前必须填写。"


class DueLater(forms.CharField):
    """Asked for on the page like any mandatory input, yet a draft is kept without it."""

    def validate(self, value):
        """Leave it to the guard of submitting to demand a value."""


class ListField(DueLater):
    """A list: one row a line, as it is typed or pasted out of a sheet; `columns` name its parts."""

    def __init__(self, *, label: str, initial: str, columns: Columns):
        self.columns = columns
        super().__init__(
            label=label,
            initial=initial,
            required=True,
            strip=False,  # a tab at the beginning is an empty cell
            max_length=LONGEST_LIST,
            help_text=f"各栏：{'｜'.join(columns)}。{LIST_HELP}{DRAFT_MAY_LACK}",
            widget=forms.Textarea(attrs={"rows": rows_for(initial)}),
        )

    def validate(self, value):
        """Refuse what does not fit into the columns; a draft may have no row yet."""
        super().validate(value)
        if why := tabling.fault(value, self.columns):
            raise ValidationError(why)

    def kept(self, value: str):
        """The table that a paper keeps; as it is typed while it does not fit."""
        if tabling.fault(value, self.columns):
            return value
        return tabling.laid_out(value, self.columns)


def fact(label: str, value: str, help_text: str = "", *, due: bool = False) -> forms.CharField:
    """An input as large as what stands in it already; `due` is what the paper must state."""
    return (DueLater if due else forms.CharField)(
        label=label,
        initial=value,
        required=due,
        max_length=LONGEST,
        help_text=DRAFT_MAY_LACK if due else help_text,
        widget=forms.Textarea(attrs={"rows": rows_for(value)}),
    )


class ChosenLater(DueLater):
    """Words to choose from; a draft is kept without any of them."""

    def __init__(self, *, label: str, initial: str, words: tuple[str, ...]):
        self.words = words
        chosen = [("", "请选择"), *((text, text) for text in words)]
        super().__init__(
            label=label, initial=initial if initial in words else "", required=True,
            help_text=DRAFT_MAY_LACK, widget=forms.Select(choices=chosen),
        )  # fmt: skip

    def validate(self, value):
        """Refuse what is not among the words."""
        if value and value not in self.words:
            raise ValidationError("请从列出的结果里选择。")


def rows_for(value: str) -> int:
    return min(12, max(2, len(value) // 40 + value.count("\n") + 1))
