"""Pages that write one entry of a draft: a line, a factor, a range, a weight, a rounding."""

from functools import cached_property

from django.http import Http404
from django.utils.timezone import localdate

from penalties.benchmark_parts import LEVEL, PARTS
from penalties.forms.benchmark_entries import EntryForm, WeightForm
from penalties.queries.benchmark_table import cited
from penalties.services import benchmarks as services
from penalties.spreadsheet.columns import BASES, LINES
from penalties.views.benchmark_acts import BenchmarkActView


class EntryPage(BenchmarkActView):
    """A page about the entry at a place of a list (from 1; 0: a new one); 404 where none is."""

    def dispatch(self, request, *args, **kwargs):
        self.part, self.place = PARTS.get(kwargs["part"]), kwargs["place"]
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def entry(self) -> dict:
        if self.part is None:
            raise Http404
        entries = self.part.entries(self.object.content)
        if self.place > len(entries):
            raise Http404
        return entries[self.place - 1] if self.place else {}

    @property
    def name(self) -> str:
        return next((self.entry[it] for it in ("code", "key", "title") if it in self.entry), "")

    def write(self, form, entry: dict | None):
        where = {"name": self.kwargs["part"], "place": self.place}
        return services.write_entry(self.object, **self.by(form), **where, entry=entry)


class EntryView(EntryPage):
    success_message = "已修改，请看校验结果。"

    @property
    def title(self):
        verb = "修改" if self.entry else "新增"
        return f"{verb}{self.part.title}{f'：{self.name}' if self.name else ''}"

    def get_form_class(self):
        return WeightForm if self.kwargs["part"] == "weights" else EntryForm

    def get_form_kwargs(self):
        _ = self.entry  # 404 before a form is made of no columns
        return super().get_form_kwargs() | {"part": self.part}

    def get_initial(self):
        if self.kwargs["part"] == "weights":
            return _weight(self.entry)
        return {it.field: self._shown(it, self.entry.get(it.field)) for it in self.part.columns}

    def _shown(self, column, value):
        if column.kind == LINES:
            return "\n".join(value or [])
        if column.kind == BASES:
            return cited(value, self.object.valid_from or localdate()) if value else ""
        return value

    def perform(self, form):
        return self.write(form, form.entry)


def _weight(entry: dict) -> dict:
    lines = [[level.get(column.field) for column in LEVEL] for level in entry.get("levels", [])]
    typed = ["；".join("" if it is None else str(it) for it in line).rstrip("；") for line in lines]
    shown = {"factor": entry.get("title", ""), "repeated": entry.get("repeated", False)}
    return shown | {"levels": "\n".join(typed)}


class EntryRemoveView(EntryPage):
    success_message = "已删除，请看校验结果。"

    @property
    def title(self):
        if not self.entry:
            raise Http404
        return f"删除{self.part.title}{f'：{self.name}' if self.name else ''}"

    @property
    def explanation(self):
        return f"{self.entry.get('title', self.name)}：删除以后，以校验结果为准。"

    def perform(self, form):
        if not self.entry:
            raise Http404
        return self.write(form, None)
