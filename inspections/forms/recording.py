"""Forms of the visit itself: arrival, the pages of the checklist, how it went."""

from typing import NamedTuple

from django import forms
from django.forms.boundfield import BoundField
from django.utils import timezone

from archives_enforcement.forms import ActForm, EvidenceField, PageForm
from inspections import powers
from inspections.models import ItemResult, LookBackResult, PersonMet
from inspections.queries.recording import Section
from inspections.services.recording import METHODS

CAMERA = {"accept": "image/*", "capture": "environment"}
PERSON = ("name", "title", "role")
EMPTY_ROWS, MOST_PEOPLE = 3, 12
PHRASES = ("现场未能提供有关材料，无法核实。", "有相应做法，但没有书面记录。")
LOOKS = {  # result → class and icon of its button
    ItemResult.Result.CONFORMS: ("yes", "check"),
    ItemResult.Result.FAILS: ("no", "x"),
    ItemResult.Result.NOT_APPLICABLE: ("na", ""),
    LookBackResult.Result.FIXED: ("yes", "check"),
    LookBackResult.Result.PARTLY: ("na", ""),
    LookBackResult.Result.NOT_FIXED: ("no", "x"),
}


def _now():
    return timezone.localtime().replace(second=0, microsecond=0).time()


class StartForm(ActForm):
    """Arrival at the unit."""

    arrived_at = forms.TimeField(label="到达时间", initial=_now)
    place = forms.CharField(label="地点", max_length=200)


class StepForm(PageForm):
    """When one step of the visit was taken."""

    at = forms.TimeField(label="时间", initial=_now)


class SpotFixForm(PageForm):
    """What was put right at once, with the photos that prove it."""

    words = forms.CharField(
        label="怎么整改的", widget=forms.Textarea(attrs={"rows": 3}), help_text="写明做了什么。"
    )
    before = forms.FileField(label="整改前照片", widget=forms.FileInput(attrs=CAMERA))
    after = forms.FileField(label="整改后照片", widget=forms.FileInput(attrs=CAMERA))

    def __init__(self, *args, photographed: bool, **kwargs):
        super().__init__(*args, **kwargs)
        if photographed:
            self.fields["before"].required = False
            self.fields["before"].help_text = "不选的，用这一项已存的第一张照片。"


class FactsForm(PageForm):
    """How the visit went, apart from the items; a row of `people` left empty is nobody."""

    methods = forms.MultipleChoiceField(
        label="检查方式",
        choices=[(method, method) for method in METHODS],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "请至少勾选一种检查方式。"},
    )
    powers = forms.MultipleChoiceField(
        label="依据《中华人民共和国档案法》第四十三条行使的职权",
        choices=[(power.code, power.label) for power in powers.ON_A_LEAD],
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text="这次检查根据违法线索进行，可以行使这些职权；行使了的勾选。",
    )
    met = forms.CharField(label="其他在场人员", required=False, max_length=200)
    summary = forms.CharField(
        label="检查概况",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="写入反馈意见书的开头，起草时还可以改。",
    )
    oral_feedback_to = forms.CharField(
        label="当场口头反馈给谁",
        required=False,
        max_length=200,
        help_text="分管领导和科室负责人。没有反馈的，不能结束检查。",
    )
    oral_feedback = forms.CharField(
        label="口头反馈内容", required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    left_at = forms.TimeField(label="离开时间", required=False)

    def __init__(self, *args, visit, **kwargs):
        super().__init__(*args, **kwargs)
        if visit.lead_id is None:
            del self.fields["powers"]
        known = list(visit.people.all())
        sent = sum(name.startswith("name-") for name in self.data)
        for place in range(min(max(len(known) + EMPTY_ROWS, sent), MOST_PEOPLE)):
            self._add_person(place, known[place] if place < len(known) else None)

    def _add_person(self, place: int, known) -> None:
        for name in PERSON:
            field = PersonMet._meta.get_field(name).formfield(required=False)
            field.initial = getattr(known, name, "")
            if name == "role":
                field.choices = [("", "请选择"), *PersonMet.Role.choices]
            self.fields[f"{name}-{place}"] = field

    @property
    def rows(self) -> list[list[BoundField]]:
        """The fields of each person, as the page sets them side by side."""
        places = range(sum(name.startswith("name-") for name in self.fields))
        return [[self[f"{name}-{place}"] for name in PERSON] for place in places]

    @property
    def plain(self) -> list[BoundField]:
        """All fields that do not say who was there."""
        names = self.base_fields.keys() - {"met"}
        return [self[name] for name in self.fields if name in names]

    @property
    def people(self) -> list[dict]:
        """Rows for services.recording.record_facts."""
        rows = [{field.name.split("-")[0]: self.cleaned_data.get(field.name) for field in row}
                for row in self.rows]  # fmt: skip
        return [row for row in rows if row["name"]]

    @property
    def facts(self) -> dict:
        """Arguments for services.recording.record_facts."""
        kept = {name: self.cleaned_data[name] for name in self.base_fields if name in self.fields}
        return kept | {"people": self.people}

    def clean(self):
        told = self.cleaned_data.get("oral_feedback_to"), self.cleaned_data.get("oral_feedback")
        if any(told) and not all(told):
            name = "oral_feedback" if told[0] else "oral_feedback_to"
            self.add_error(name, "口头反馈的对象和内容要一起写明。")
        for name, title, role in self.rows:
            typed = self.cleaned_data
            if typed.get(name.name) and not typed.get(role.name):
                self.add_error(role.name, "请选择身份。")
            if not typed.get(name.name) and (typed.get(title.name) or typed.get(role.name)):
                self.add_error(name.name, "请填写姓名。")
        if not self.people and not self.cleaned_data.get("met"):
            self.add_error("name-0", "请至少填写一名在场人员。")


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
        self.section, self.party, self.kept_photos = section, party, photos or {}
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
    """The open findings of the first visit, looked at again; without photos."""

    results_of = LookBackResult

    def _add_more(self, finding) -> None:
        """A look-back asks nothing but the result and the facts."""

    def _card(self, finding) -> Card:
        facts = self[f"facts-{finding.pk}"]
        return Card(finding, self[f"result-{finding.pk}"], facts, None, None, [])
