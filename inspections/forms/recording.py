"""Forms of the checklist on site: one card for each item, and the look-back's."""

from typing import NamedTuple

from django import forms
from django.forms.boundfield import BoundField

from archives_enforcement.forms import EvidenceField, PageForm
from inspections.models import ItemResult, LookBackResult
from inspections.queries.recording import Section

PHRASES = ("现场未能提供有关材料，无法核实。", "有相应做法，但没有书面记录。")
LOOKS = {  # result → class and icon of its button
    ItemResult.Result.CONFORMS: ("yes", "check"),
    ItemResult.Result.FAILS: ("no", "x"),
    ItemResult.Result.NOT_APPLICABLE: ("na", ""),
    LookBackResult.Result.FIXED: ("yes", "check"),
    LookBackResult.Result.PARTLY: ("na", ""),
    LookBackResult.Result.NOT_FIXED: ("no", "x"),
}


class Button(NamedTuple):
    """One of the three large buttons of a card."""

    tag: str
    label: str
    look: str
    icon: str


class Card(NamedTuple):
    """One row of a page of the record, as the page draws it."""

    row: object  # ChecklistItem or Finding
    result: BoundField
    facts: BoundField
    phrase: BoundField | None
    photos: BoundField | None
    kept: list  # photos already stored
    basis: str = ""  # what may be cited to this party
    level: str = ""  # degree for this party
    closed: str = ""  # why it is not looked at, as answers on other pages decide
    waits: bool = False  # for the answer to a card of the same page
    recorded: object = None  # ItemResult

    @property
    def fails(self) -> bool:
        return self.recorded is not None and self.recorded.result == ItemResult.Result.FAILS

    @property
    def spot_fix(self):
        return getattr(self.recorded, "spot_fix", None)

    @property
    def name(self) -> str:
        return str(self.row.pk)

    @property
    def own_fields(self) -> str:
        """The names that travel when the card is saved by itself."""
        fields = [field for field in (self.result, self.facts, self.phrase, self.photos) if field]
        seen = [field.html_initial_name for field in (self.result, self.facts)]
        return ",".join([field.html_name for field in fields] + seen)

    @property
    def buttons(self) -> list[Button]:
        return [
            Button(option.tag(), option.choice_label, *LOOKS[option.data["value"]])
            for option in self.result
        ]

    @property
    def seen(self) -> list[str]:
        """What stood on the page when it was opened, so that only real changes are saved."""
        return [field.as_hidden(only_initial=True) for field in (self.result, self.facts)]


class SectionForm(PageForm):
    """All rows of one page of the record; a row left alone stays as it is.

    Each row remembers what it showed: two officers who work on one page do not undo each
    other's entries.
    """

    results_of = ItemResult

    def __init__(self, *args, section: Section, party, photos: dict | None = None, **kwargs):
        super().__init__(*args, **kwargs)
        self.section, self.party = section, party
        self.kept_photos = {} if photos is None else photos  # read only where cards are shown
        for row in section.rows:
            self._add(row, section.recorded.get(row.pk))

    def _add(self, row, recorded) -> None:
        self.fields[f"result-{row.pk}"] = forms.ChoiceField(
            label="检查结果",
            choices=self.results_of.Result.choices,
            widget=forms.RadioSelect,
            required=False,
            show_hidden_initial=True,
            initial=recorded.result if recorded and recorded.pk else "",
        )
        self.fields[f"facts-{row.pk}"] = forms.CharField(
            label="事实记录",
            widget=forms.Textarea(attrs={"rows": 3}),
            required=False,
            show_hidden_initial=True,
            initial=recorded.facts if recorded and recorded.pk else "",
        )
        self._add_more(row)

    def _add_more(self, item) -> None:
        phrases = [text for text in (item.typical_problem, *PHRASES) if text]
        self.fields[f"phrase-{item.pk}"] = forms.ChoiceField(
            label="常用说法",
            choices=[("", "不选，自己写"), *((text, text) for text in phrases)],
            required=False,
        )
        self.fields[f"photos-{item.pk}"] = EvidenceField(label="照片", required=False)

    def cards(self) -> list[Card]:
        return [self._card(row) for row in self.section.rows]

    def _card(self, item) -> Card:
        recorded = self.section.recorded.get(item.pk)
        waits = item.condition_id in {row.pk for row in self.section.rows}
        return Card(
            item,
            self[f"result-{item.pk}"],
            self[f"facts-{item.pk}"],
            self[f"phrase-{item.pk}"],
            self[f"photos-{item.pk}"],
            self.kept_photos.get(recorded.pk, []) if recorded else [],
            item.basis_for(self.party),
            item.severity_for(self.party),
            "" if waits or recorded is None or recorded.pk else recorded.facts,
            waits,
            recorded,
        )

    def clean(self):
        for row in self.section.rows:
            result = self.cleaned_data.get(f"result-{row.pk}")
            written = self.cleaned_data.get(f"facts-{row.pk}")
            if not result and (written or self.cleaned_data.get(f"photos-{row.pk}")):
                self.add_error(f"result-{row.pk}", "写了事实或者加了照片，还没有选结果。请选择。")

    @property
    def results(self) -> dict:
        """Key of each row that was changed → (result, facts)."""
        changed = set(self.changed_data)
        return {
            row.pk: (self.cleaned_data[f"result-{row.pk}"], self._facts(row))
            for row in self.section.rows
            if changed & {f"result-{row.pk}", f"facts-{row.pk}"}
        }

    def _facts(self, row) -> str:
        written = self.cleaned_data[f"facts-{row.pk}"]
        fails = self.cleaned_data[f"result-{row.pk}"] == ItemResult.Result.FAILS
        return written or (self.cleaned_data.get(f"phrase-{row.pk}", "") if fails else "")

    @property
    def photos(self) -> dict:
        """Key of each row → the files just chosen for it."""
        return {
            row.pk: uploads
            for row in self.section.rows
            if (uploads := self.cleaned_data.get(f"photos-{row.pk}"))
        }


class LookBackForm(SectionForm):
    """The open findings of the first visit, looked at again."""

    results_of = LookBackResult

    def _add_more(self, finding) -> None:
        """What was found has its words already; how it looks now is photographed."""
        self.fields[f"photos-{finding.pk}"] = EvidenceField(label="照片", required=False)

    def _card(self, finding) -> Card:
        recorded, name = self.section.recorded.get(finding.pk), finding.pk
        kept = self.kept_photos.get(recorded.pk, []) if recorded else []
        return Card(
            finding, self[f"result-{name}"], self[f"facts-{name}"], None, self[f"photos-{name}"],
            kept,
        )  # fmt: skip
