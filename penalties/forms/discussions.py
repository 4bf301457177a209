"""集体讨论 as it is entered: one line for each member, then the conclusion and the minutes."""

from django import forms

from archives_enforcement.accounts.models import User
from archives_enforcement.forms import ActForm, EvidenceField
from penalties.models import Case
from penalties.queries.discussions import collective
from penalties.services.discussions import Said

LINES = 7
AGREES = (("", "请选择"), ("yes", "同意"), ("no", "不同意"))
PARTS = {"person": "账号", "name": "姓名", "post": "职务", "agrees": "是否同意", "opinion": "意见"}
WORDS = [part for part in PARTS if part != "person"]

CELLS = (("姓名、职务", "person", "name", "post"), ("是否同意", "agrees"), ("意见", "opinion"))


class DiscussionForm(ActForm):
    held_on = forms.DateField(label="讨论日期")
    expected = forms.IntegerField(
        label="应到人数",
        min_value=2,
        max_value=99,
        help_text="领导班子的人数；到会的应当超过一半，同意的应当超过到会的一半（本机关集体讨论制度）。",
    )
    record = forms.CharField(label="讨论记录和结论", widget=forms.Textarea(attrs={"rows": 6}))
    files = EvidenceField(label="签名的讨论记录", help_text="参加人员签名以后的扫描件或者照片。")
    field_order = ["held_on", "expected", "record", "files", "on"]

    def __init__(self, *args, case: Case, **kwargs):
        super().__init__(*args, **kwargs)
        self.above = ["held_on", "expected"]
        self.below = [name for name in self.fields if name not in self.above]
        known = collective(case)
        people = User.objects.filter(pk__in=[person.pk for person, _ in known])
        for line in range(LINES):
            person, post = known[line] if line < len(known) else (None, "")
            chosen = forms.ModelChoiceField(
                people, initial=person, empty_label="没有账号（写姓名）"
            )
            self._add(line, "person", chosen)
            self._add(line, "name", forms.CharField(max_length=60))
            self._add(line, "post", forms.CharField(max_length=60, initial=post))
            self._add(line, "agrees", forms.ChoiceField(choices=AGREES))
            opinion = forms.CharField(max_length=300, widget=forms.Textarea(attrs={"rows": 3}))
            self._add(line, "opinion", opinion)

    def _add(self, line: int, part: str, field: forms.Field) -> None:
        field.required, field.label = False, f"第 {line + 1} 人的{PARTS[part]}"
        field.widget.attrs |= {
            "class": "form-select" if part in ("person", "agrees") else "form-control",
            "aria-label": field.label,
        }
        if part in ("name", "post"):
            field.widget.attrs["placeholder"] = PARTS[part]
        self.fields[f"{part}_{line}"] = field

    @property
    def head(self):
        return [self[name] for name in self.above]

    @property
    def tail(self):
        return [self[name] for name in self.below]

    @property
    def lines(self):
        """Each member's fields as the cells of a row: who he is, whether he agrees, his words."""
        return [
            [(label, [self[f"{part}_{line}"] for part in parts]) for label, *parts in CELLS]
            for line in range(LINES)
        ]

    def clean(self):
        """Only who said whether he agrees was there; his line must be whole."""
        data = super().clean()
        data["members"] = members = []
        for line in range(LINES):
            person = data.pop(f"person_{line}", None)
            said = {part: (data.pop(f"{part}_{line}", "") or "").strip() for part in WORDS}
            if person and said["name"] not in ("", str(person)):
                self.add_error(f"name_{line}", "选了账号的不写姓名；不是这个人的，改选“没有账号”。")
            said["name"] = str(person or said["name"])
            if not said["agrees"]:
                if said["opinion"]:
                    label = self.fields[f"agrees_{line}"].label
                    self.add_error(f"agrees_{line}", f"请选择“{label}”。")
                continue
            for part in ("name", "post", "opinion"):
                if not said[part]:
                    label = self.fields[f"{part}_{line}"].label
                    self.add_error(f"{part}_{line}", f"请填写“{label}”。")
            members.append(Said(**said | {"agrees": said["agrees"] == "yes", "person": person}))
        return data
