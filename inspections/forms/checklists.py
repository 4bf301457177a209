"""Forms of checklists and their items."""

from typing import NamedTuple

from django import forms
from django.forms.boundfield import BoundField
from django.utils import timezone

from archives_enforcement.documents.models import Document
from archives_enforcement.forms import ActForm, ConfirmField
from inspections import bases
from inspections.models import Checklist, ChecklistItem
from inspections.models.checklists import Result, Severity
from inspections.queries import checklist_differences
from inspections.queries import checklists as queries
from inspections.queries.letters import HAZARD

LEVELS = [(level.value, f"{level.value} {level.label}") for level in Severity]
LEAST_LAWS, SPARE_LAWS = 3, 1
ARTICLES = "law-articles"  # the id of the list of articles on the page


def offer_lists(field, bureau) -> None:
    """Let a field offer the bureau's lists, the general one in force today chosen."""
    field.queryset = Checklist.objects.adopted_for(bureau).order_by("-valid_from", "-pk")
    in_force = Checklist.objects.in_force(bureau, timezone.localdate())
    field.initial = in_force.filter(series=queries.GENERAL).first()


def _long(label: str, name: str, rows: int = 2, **more) -> forms.CharField:
    """A text of some lines, as long as the column takes."""
    longest = ChecklistItem._meta.get_field(name).max_length
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, max_length=longest, widget=widget, **more)


class VersionForm(ActForm):
    name = forms.CharField(
        label="名称", max_length=100, help_text="每个版本一个名称，便于在检查和笔录里分清。"
    )


class TakeForm(VersionForm):
    """Areas of a list that become a list of their own."""

    areas = forms.MultipleChoiceField(
        label="检查领域",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "请至少勾选一个检查领域。"},
    )

    def __init__(self, *args, areas: list[str], **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["areas"].choices = [(area, area) for area in areas]


class RenameForm(VersionForm):
    source = forms.CharField(label="来源", max_length=200)


class AdoptForm(ActForm):
    valid_from = forms.DateField(label="启用日期", help_text="从这一天起的检查可以用这份清单。")
    minutes = forms.ModelChoiceField(
        Document.objects.none(),
        label="联席会议纪要",
        required=False,
        empty_label="不引用纪要",
        help_text="已签发的纪要；合并的清单必须选择。",
    )
    confirm = ConfirmField(label="已核对事项、依据和启用日期")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["minutes"].queryset = queries.open_minutes(self.actor)
        self.fields["minutes"].label_from_instance = lambda row: f"{row.number}　{row.title}"


class KindRow(NamedTuple):
    """What an item means for one kind of party."""

    label: str
    applies: BoundField
    level: BoundField
    law: BoundField


class ItemForm(ActForm):
    """One item of a list; the page draws the fields of each kind of party as a table."""

    text = _long("检查内容", "text")
    area = forms.CharField(
        label="检查领域", max_length=60, widget=forms.TextInput(attrs={"list": "areas"})
    )
    position = forms.IntegerField(
        label="顺序",
        required=False,
        min_value=1,
        max_value=999,
        help_text="不填时不移动，新的排在同一领域的最后。",
    )
    severity = forms.ChoiceField(label="严重程度", choices=LEVELS, widget=forms.RadioSelect)
    local_practice = forms.BooleanField(
        label="仅为地方或者工作要求",
        required=False,
        help_text="不是法律依据，不能据以责令改正或者处罚，只能提出改进建议（C 级）。",
    )
    practice = forms.CharField(
        label="工作要求的来源",
        required=False,
        max_length=200,
        help_text="哪个文件、哪项要求；与法律依据并列的也写在这里。",
    )
    hazard = forms.BooleanField(
        label="属于档案安全隐患",
        required=False,
        help_text="A 级不符合的，反馈意见书责令限期整改。依据："
        "《中华人民共和国档案法》第四十五条。",
    )
    method = _long("检查方法", "method", required=False)
    evidence = _long("证据要求", "evidence", required=False)
    typical_problem = _long("常见问题", "typical_problem", required=False)
    suggested_fix = _long("整改建议", "suggested_fix", required=False)
    electronic = forms.ChoiceField(
        label="电子档案检查内容",
        choices=[("", "不属于"), *ChecklistItem.Electronic.choices],
        required=False,
    )
    points = forms.IntegerField(
        label="分值", required=False, min_value=0, max_value=100, help_text="不填时按严重程度计分。"
    )
    veto = forms.BooleanField(
        label="一票否决", required=False, help_text="不符合的，检查等级为不合格。"
    )
    condition = forms.ModelChoiceField(
        ChecklistItem.objects.none(), label="前提事项", required=False, empty_label="没有前提，都查"
    )
    condition_result = forms.ChoiceField(
        label="前提结果",
        choices=[("", "—"), *Result.choices],
        required=False,
        help_text="前提事项是这个结果时才查；否则不查，记为不适用。",
    )
    LINES = ("text", "area", "severity", "local_practice", "method", "evidence", "typical_problem",
             "suggested_fix", "electronic", "points", "veto", "condition", "condition_result",
             "position", "practice", "hazard")  # fmt: skip

    def __init__(self, *args, checklist: Checklist, item: ChecklistItem | None = None, **kwargs):
        super().__init__(*args, **kwargs)
        self.item = item
        others = checklist.items.exclude(pk=item.pk) if item else checklist.items
        self.fields["condition"].queryset = others.order_by("position", "pk")
        written = bases.split(item.basis)[0] if item else ""
        laws = [str(citation) for citation in bases.citations_in(written)]
        self.law_names = [
            f"law-{place}" for place in range(max(LEAST_LAWS, len(laws) + SPARE_LAWS))
        ]
        for place, name in enumerate(self.law_names):
            self.fields[name] = forms.CharField(
                label=f"依据条文 {place + 1}",
                required=False,
                max_length=120,
                initial=laws[place] if place < len(laws) else "",
                widget=forms.TextInput(attrs={"list": ARTICLES}),
            )
        for kind, label in checklist_differences.KINDS:
            self._add_kind(kind, label)

    def _add_kind(self, kind: str, label: str) -> None:
        item = self.item
        self.fields[f"applies-{kind}"] = forms.BooleanField(
            label=f"适用于{label}",
            required=False,
            initial=not (item and item.applies_to) or kind in item.applies_to,
        )
        self.fields[f"level-{kind}"] = forms.ChoiceField(
            label=f"{label}的严重程度",
            choices=[("", "同上"), *LEVELS],
            required=False,
            initial=item.severity_by_kind.get(kind, "") if item else "",
        )
        self.fields[f"own-{kind}"] = forms.CharField(
            label=f"{label}的依据",
            required=False,
            max_length=300,
            initial=checklist_differences.own_bases(item).get(kind, "") if item else "",
        )

    @property
    def laws(self) -> list[BoundField]:
        return [self[name] for name in self.law_names]

    @property
    def kinds(self) -> list[KindRow]:
        return [
            KindRow(label, self[f"applies-{kind}"], self[f"level-{kind}"], self[f"own-{kind}"])
            for kind, label in checklist_differences.KINDS
        ]

    def clean(self):
        data = super().clean()
        if not any(data.get(f"applies-{kind}") for kind, _ in checklist_differences.KINDS):
            self.add_error(None, "请至少勾选一种适用对象。")
        if bool(data.get("condition")) != bool(data.get("condition_result")):
            self.add_error("condition_result", "前提事项和前提结果要一起选择。")
        return data

    @property
    def values(self) -> dict:
        """What the service takes."""
        data = self.cleaned_data
        applies = [kind for kind, _ in checklist_differences.KINDS if data[f"applies-{kind}"]]
        return {
            **{name: data[name] for name in self.LINES},
            "applies_to": applies,
            "severity_by_kind": {
                kind: level for kind in applies if (level := data[f"level-{kind}"])
            },
            "laws": [text for name in self.law_names if (text := data[name])],
            "laws_by_kind": {kind: text for kind in applies if (text := data[f"own-{kind}"])},
        }

    @staticmethod
    def written(item: ChecklistItem) -> dict:
        """What an item says already."""
        plain = {name: getattr(item, name) for name in ItemForm.LINES if hasattr(item, name)}
        return plain | {
            "position": None,
            "practice": bases.split(item.basis)[1],
            "hazard": item.violation == HAZARD,
        }
