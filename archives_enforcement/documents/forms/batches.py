"""Which papers go on together, and on which records papers are drafted together."""

from django import forms
from django.db.models import Q
from django.utils.functional import cached_property

from archives_enforcement.documents.drafting import Listing
from archives_enforcement.documents.forms.papers import TitleField, beside, read
from archives_enforcement.documents.models import Document
from archives_enforcement.forms import ActForm, ConfirmField, PageForm, name_the_field

STALE = "选中的里面有的已经办过，或者现在不能办了。下面是最新的名单，请重新勾选。"
SHARED = "各份都一样的写在这里；各份不一样的留空，起草后在每份草稿里填写（没有填写的不能提交）。"


class BatchForm(ActForm):
    undone = "没有办理"

    documents = forms.ModelMultipleChoiceField(
        Document.objects.none(),
        label="文书",
        error_messages={"required": "请选择要办理的文书。", "invalid_choice": STALE},
    )
    confirmed = ConfirmField()

    def __init__(self, *args, waiting, confirmation: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["documents"].queryset = waiting
        self.fields["confirmed"].label = confirmation

    @cached_property
    def chosen(self) -> set[str]:
        """Keys of the ticked papers."""
        return {str(key) for key in self["documents"].value() or ()}


class TogetherForm(ActForm):
    """The records, and what all papers say alike; a sample is looked at before it is confirmed."""

    undone = "没有起草"

    records = forms.ModelMultipleChoiceField(
        Document.objects.none(), error_messages={"invalid_choice": STALE}
    )
    title = TitleField()
    confirmed = ConfirmField(label="我已核对选中的名单和一份样张")

    def __init__(
        self, *args, rows, sort: str, title: str, own_title: bool, asked: dict, has_beside: bool,
        previewing, **kwargs,
    ):  # fmt: skip
        super().__init__(*args, **kwargs)
        self.fields["records"].queryset, self.fields["records"].label = rows, sort
        self.fields["records"].error_messages["required"] = f"请勾选要起草文书的{sort}。"
        self.fields["title"].initial = title
        if own_title:
            del self.fields["title"]
        for name, label in asked.items():
            self.fields[name] = forms.CharField(
                label=label,
                required=False,
                max_length=20_000,
                help_text=SHARED,
                widget=forms.Textarea(attrs={"rows": 3}),
            )
            name_the_field(self.fields[name])
        self.asked, self.beside = tuple(asked), beside({}) if has_beside else {}
        self.fields |= self.beside
        self.order_fields([name for name in self.fields if name != "on"])
        self.fields["confirmed"].required = not previewing

    @cached_property
    def chosen(self) -> set[str]:
        """Keys of the ticked records, here or before the list was narrowed."""
        return {str(key) for key in self["records"].value() or ()}

    @property
    def beside_records(self):
        """What is filled in once for all."""
        apart = ("records", "confirmed")
        return [self[name] for name in self.fields if name not in apart]

    def facts(self) -> dict:
        typed = {
            name: self.cleaned_data.get(name, "").replace("\r\n", "\n").strip()
            for name in (*self.asked, *self.beside)
        }
        return typed | {name: read(name, typed[name]) for name in self.beside}


class RecordFilter(PageForm):
    """Narrows the records; what is chosen stays in the address."""

    q = forms.CharField(
        label="单位",
        required=False,
        widget=forms.TextInput(attrs={"placeholder": "名称、首字母、信用代码"}),
    )
    since = forms.DateField(label="日期从", required=False)
    until = forms.DateField(label="日期到", required=False)

    def __init__(self, *args, listing: Listing, **kwargs):
        super().__init__(*args, **kwargs)
        self.listing = listing
        if not listing.day:
            del self.fields["since"], self.fields["until"]
        for name, (label, values) in listing.choices.items():
            self.fields[name] = forms.ChoiceField(
                label=label, required=False, choices=[("", "全部"), *values]
            )

    def condition(self) -> Q:
        """What was chosen, as one condition; what cannot be understood narrows nothing."""
        self.is_valid()
        chosen = {name: value for name, value in self.cleaned_data.items() if value}
        found = self.listing.like(chosen.pop("q")) if "q" in chosen else Q()
        ends = {"since": "gte", "until": "lte"}
        for name, value in chosen.items():
            path = f"{self.listing.day}__{ends[name]}" if name in ends else name
            found &= Q(**{path: value})
        return found
