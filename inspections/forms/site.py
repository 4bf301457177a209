"""Forms of the visit as a whole: arrival, its steps, who was met and how it went."""

from django import forms
from django.forms.boundfield import BoundField
from django.utils import timezone

from archives_enforcement.forms import PICTURES, ActForm, PageForm
from inspections import powers
from inspections.models import PersonMet
from inspections.services.site_facts import METHODS

CAMERA = {"accept": PICTURES, "capture": "environment"}
PERSON = ("name", "title", "role")
EMPTY_ROWS, MOST_PEOPLE = 3, 12


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
