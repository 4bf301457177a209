"""Forms of the acts on case files, and the filter of their list."""

import django_filters
from django import forms
from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, OuterRef, Q

from archives_enforcement.archiving import queries
from archives_enforcement.archiving.models import CaseFile
from archives_enforcement.archiving.registry import Sort
from archives_enforcement.forms import (
    ActForm,
    ConfirmField,
    PageForm,
    RecordingField,
    name_the_field,
)

READY = "ready"  # the record has ended and nobody has begun its case file


class CaseFileFilter(django_filters.FilterSet):
    """Narrows the list; the sort of record, which the page has chosen, is named beside the rest."""

    about = django_filters.ChoiceFilter(label="种类", method="as_it_is", empty_label=None)
    q = django_filters.CharFilter(
        label="案卷",
        method="like",
        widget=forms.TextInput(attrs={"placeholder": "单位、当事人、案件名称、立案号、归档号"}),
    )
    state = django_filters.ChoiceFilter(
        label="状态",
        method="in_state",
        choices=[(READY, "待立卷"), *CaseFile.State.choices],
        empty_label="全部状态",
    )

    class Meta:
        form = PageForm

    def __init__(self, *args, request, **kwargs):
        super().__init__(*args, request=request, **kwargs)
        self.sorts = queries.sorts_for(request.user)
        self.filters["about"].extra["choices"] = [
            (about, sort.label) for about, sort in self.sorts.items()
        ]

    @property
    def sort(self) -> Sort:
        return next(row for row in self.sorts.values() if row.model is self.queryset.model)

    def as_it_is(self, rows, name, value):
        return rows

    def like(self, rows, name, text):
        found = Exists(self._case_files(number__startswith=text.strip()))
        for look_up in self.sort.search:
            found |= Q(**{f"{look_up}__icontains": text.strip()})
        return rows.filter(found)

    def in_state(self, rows, name, state):
        if state == READY:
            return rows.exclude(Exists(self._case_files()))
        return rows.filter(Exists(self._case_files(state=state)))

    def _case_files(self, **facts):
        kind = ContentType.objects.get_for_model(self.sort.model)
        return CaseFile.objects.filter(content_type=kind, object_id=OuterRef("pk"), **facts)


class MaterialForm(ActForm):
    place = forms.ChoiceField(label="放在哪里")
    files = RecordingField(
        label="文件",
        help_text=f"如签字页扫描件、罚款票据、主体资格证明。{RecordingField.also}",
    )

    def __init__(self, *args, places, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["place"].choices = [("", "请选择"), *((name, name) for name in places)]


class PlaceForm(ActForm):
    """Where the file lies in the fonds; what the archives have not given yet stays empty."""

    catalogue = forms.CharField(label="目录号", max_length=20, required=False)
    file_number = forms.CharField(
        label="案卷号",
        max_length=20,
        required=False,
        help_text="还没有编的不填，归档时再填；封面上留空。全宗号取自机关信息。",
    )

    def place(self) -> dict[str, str]:
        return {name: self.cleaned_data[name] for name in ("catalogue", "file_number")}


class CompileForm(PlaceForm):
    """立卷: a reason for each missing paper, the state of the file, how long it is kept."""

    retention = forms.ChoiceField(
        label="保管期限",
        choices=CaseFile.Retention.choices,
        initial=CaseFile.Retention.THIRTY,
        widget=forms.RadioSelect,
        help_text="重要的处罚案卷永久保管，一般的 30 年"
        "（机关文件材料归档范围和文书档案保管期限规定）。",
    )
    condition = forms.CharField(
        label="卷内情况说明",
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="缺损、修改、补充、移出的情况；没有的不用填。印入备考表。",
    )

    def __init__(self, *args, missing, reasons, **kwargs):
        super().__init__(*args, **kwargs)
        asked = [row for row in missing if row.waivable]
        self.absent = {f"reason_{place}": row.what for place, row in enumerate(asked)}
        for name, what in self.absent.items():
            self.fields[name] = forms.CharField(
                label=f"没有“{what}”的理由",
                max_length=200,
                initial=reasons.get(what, ""),
            )
            name_the_field(self.fields[name])
        self.fields["confirmed"] = ConfirmField(label="我已核对卷内文件的顺序、题名和日期")
        name_the_field(self.fields["confirmed"])
        tail = [name for name in ("on", "confirmed") if name in self.fields]
        place = ("catalogue", "file_number")
        self.order_fields([*self.absent, "retention", *place, "condition", *tail])

    def reasons(self) -> dict:
        return {what: self.cleaned_data[name] for name, what in self.absent.items()}


class ArchiveForm(PlaceForm):
    confirmed = ConfirmField(label="我已逐页检查正卷和副卷，件数、页数与目录相符")
