"""Forms of one entry of a benchmark, made of the same columns as its Excel file."""

from django import forms

from archives_enforcement.documents.tabling import rows_of
from archives_enforcement.forms import ActForm
from penalties.benchmark_parts import LEVEL, Part
from penalties.queries.benchmarks import law_codes
from penalties.spreadsheet.cells import bases_of, read_cell
from penalties.spreadsheet.columns import BASES, FLAG, LABEL, LINES, NUMBER, Column

AREA = {"rows": 3}
ARTICLES = "写成《法律名称》第几条第几款第（几）项，可以写几条。"


def field_of(column: Column) -> forms.Field:
    """The field in which a column is typed on a page."""
    told = {"label": column.head, "required": column.needed}
    if column.kind == NUMBER:
        return forms.IntegerField(min_value=0, **told)
    if column.kind == FLAG:
        return forms.BooleanField(label=column.head, required=False)
    if column.kind == LABEL:
        return forms.ChoiceField(choices=list(column.labels.items()), **told)
    if column.kind in (LINES, BASES):
        help_text = ARTICLES if column.kind == BASES else ""
        area = forms.Textarea(attrs=AREA)
        return forms.CharField(max_length=2_000, widget=area, help_text=help_text, **told)
    return forms.CharField(max_length=200, **told)


class EntryForm(ActForm):
    """One entry, column by column; the validator judges what it says."""

    def __init__(self, *args, part: Part, **kwargs):
        super().__init__(*args, **kwargs)
        self.columns = part.columns
        for column in self.columns:
            self.fields[column.field] = field_of(column)
        last = [name for name in ("levels", "on") if name in self.fields]
        self.fields |= {name: self.fields.pop(name) for name in last}

    def clean(self):
        data = super().clean()
        for column in self.columns:
            if column.kind == BASES and data.get(column.field):
                try:
                    data[column.field] = bases_of(data[column.field], law_codes())
                except ValueError as fault:
                    self.add_error(column.field, f"{fault}。")
        return data

    @property
    def entry(self) -> dict:
        """What was typed, as the document writes it."""
        found = {column.field: self._value(column) for column in self.columns}
        return {name: value for name, value in found.items() if value is not None}

    def _value(self, column: Column):
        value = self.cleaned_data[column.field]
        if column.kind == LINES:
            return [line.strip() for line in value.splitlines() if line.strip()]
        return value or ([] if column.kind == BASES else value)


class WeightForm(EntryForm):
    """A weight with its levels, a line for each."""

    levels = forms.CharField(
        label="等级和百分值",
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="一行一个等级：等级；百分值；从；至。例如“11至50件；5；11；50”，后两项可以不写。",
    )

    def clean_levels(self):
        found = []
        for number, cells in enumerate(rows_of(self.cleaned_data["levels"]), start=1):
            try:
                found.append(_level(cells))
            except ValueError as fault:
                self.add_error("levels", f"第 {number} 行：{fault}。")
        return found

    @property
    def entry(self) -> dict:
        entry = super().entry
        levels = self.cleaned_data["levels"]
        return {"title": entry.pop("factor"), **entry, "levels": levels}


def _level(cells: list[str]) -> dict:
    if not 2 <= len(cells) <= len(LEVEL):
        raise ValueError("应当是“等级；百分值”，需要时再写“；从；至”")
    pairs = zip(LEVEL, cells, strict=False)
    return {column.field: read_cell(cell, column, {}) for column, cell in pairs if cell}
