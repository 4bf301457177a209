"""Forms of public lists."""

import django_filters
from django import forms

from archives_enforcement.accounts.models import Bureau
from archives_enforcement.forms import ActForm, PageForm
from archives_enforcement.whole_numbers import is_key
from publicity.list_kinds import CHOICES, KINDS, LONGEST
from publicity.models import PublicList

SPARE_LINES = 3


class ListKindForm(ActForm):
    kind = forms.ChoiceField(label="种类", choices=CHOICES)
    changed_on = forms.DateField(
        label="内容变化的日期",
        required=False,
        help_text="已有现行版本的填写，例如职责调整文件印发的日期；自这一天起20个工作日内公布新版本"
        "（广东做法，供参照）。不填的，自起草当天起算。",
    )


class ListChangeForm(ActForm):
    changed_on = forms.DateField(
        label="内容变化的日期",
        help_text="例如职责调整文件印发的日期；自这一天起20个工作日内公布新版本（广东做法，供参照）。",
    )
    what = forms.CharField(
        label="变化的内容和依据",
        max_length=200,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="写明哪些内容有变化、依据哪份文件。",
    )


class ListRowsForm(ActForm):
    """Every cell of a list, with some lines to spare; a line left empty is dropped."""

    source = forms.CharField(
        label="制定依据或来源",
        max_length=300,
        required=False,
        help_text="写明依据的文件，例如“区委编办批准的职责清单”。示例内容核对以后再写。",
    )

    def __init__(self, *args, row: PublicList, **kwargs):
        super().__init__(*args, **kwargs)
        self.columns = KINDS[row.kind].columns
        lines = self._lines_sent() or len(row.rows) + SPARE_LINES
        for line in range(lines):
            for place, column in enumerate(self.columns):
                self.fields[_name(line, place)] = forms.CharField(
                    label=f"第 {line + 1} 行{column.head}",
                    required=False,
                    max_length=LONGEST,
                    initial=row.rows[line][place] if line < len(row.rows) else "",
                    widget=forms.Textarea(attrs={"rows": 1 if column.narrow else 3}),
                )
        self.count = lines

    def _lines_sent(self) -> int:
        """As many lines as the page had, so that nothing typed is lost; within bounds."""
        sent = [name for name in self.data if name.startswith("cell-")]
        numbers = [int(part) for name in sent if is_key(part := name.split("-")[1])]
        return min(max(numbers, default=-1) + 1, 600)

    @property
    def table(self) -> list[list]:
        """Bound fields, line by line."""
        places = range(len(self.columns))
        return [[self[_name(line, place)] for place in places] for line in range(self.count)]

    @property
    def typed(self) -> list[list[str]]:
        return [[bound.field.clean(bound.data) for bound in line] for line in self.table]

    @property
    def plain(self) -> list:
        """The fields that stand outside the table."""
        return [self["source"], *([self["on"]] if "on" in self.fields else [])]


def _name(line: int, place: int) -> str:
    return f"cell-{line}-{place}"


class ListFileForm(ActForm):
    file = forms.FileField(
        label="Excel 文件（xlsx）", help_text="第一行是列名，和导出的文件一样；导入后代替现有内容。"
    )
    source = forms.CharField(label="制定依据或来源", max_length=300, required=False)


class ListWithdrawForm(PageForm):
    reason = forms.CharField(
        label="撤下的理由",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="会向社会公开。",
    )


class BeforeFilter(django_filters.FilterSet):
    """What anyone may look for among the lists in force."""

    q = django_filters.CharFilter(
        label="查找",
        method="like",
        widget=forms.TextInput(attrs={"placeholder": "姓名、证件编号、事项"}),
    )
    kind = django_filters.ChoiceFilter(label="清单", choices=CHOICES, empty_label="全部清单")
    bureau = django_filters.ModelChoiceFilter(
        label="机关",
        queryset=lambda request: Bureau.objects.filter(publiclist__state="published").distinct(),
        empty_label="全部机关",
    )

    class Meta:
        model = PublicList
        form = PageForm
        fields = ["q", "kind", "bureau"]

    def like(self, rows, name, text):
        """Lists with a cell that holds the text; each database keeps json in its own spelling."""
        keys = [row.pk for row in rows if any(text in cell for line in row.rows for cell in line)]
        return rows.filter(pk__in=keys)
