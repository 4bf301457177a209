"""Forms of the acts on a benchmark."""

from collections.abc import Sequence

from django import forms

from archives_enforcement.forms import ActForm, ConfirmField, PageForm
from archives_enforcement.legislation.models import Mark
from penalties.discretion.arithmetic import RULE_SETS
from penalties.discretion.scheme import ENDS, REPEATED, Range
from penalties.discretion.terms import LOWER, MIDDLE, MITIGATED, UPPER
from penalties.models import Benchmark
from penalties.spreadsheet.columns import MODELS

WIDE = forms.Textarea(attrs={"rows": 6})
LESS = forms.Textarea(attrs={"rows": 3})


class HeadForm(ActForm):
    """What a version is, whose, and on what it rests."""

    title = forms.CharField(label="名称", max_length=100)
    version = forms.CharField(label="版本", max_length=40, help_text="如“2026年版”。")
    from_above = forms.BooleanField(
        label="这是登记的上级基准（本机关的基准只能在它的幅度以内细化）", required=False
    )
    level = forms.ChoiceField(label="层级", choices=Benchmark.Level)
    issuer = forms.CharField(label="制定机关", max_length=100)
    source = forms.CharField(
        label="来源",
        max_length=200,
        help_text="所依据的公布文本和文号；自行细化的写明依据哪一版上级基准。",
    )
    mark = forms.ChoiceField(label="核对程度", choices=Mark, initial=Mark.LOCAL)


class WrittenHeadForm(HeadForm):
    valid_to = forms.DateField(
        label="失效前最后一日", required=False, help_text="没有规定有效期的，不填。"
    )


class RulesForm(ActForm):
    """What holds for every line."""

    model = forms.ChoiceField(
        label="裁量方法", choices=list(MODELS.items()), widget=forms.RadioSelect
    )
    above_inclusive = forms.BooleanField(label="“以上”包括本数", required=False)
    below_inclusive = forms.BooleanField(label="“以下”包括本数", required=False)
    band_end = forms.ChoiceField(
        label="两档相接的数归哪一档", choices=list(ENDS.items()), widget=forms.RadioSelect
    )
    code = forms.ChoiceField(label="分档规则", choices=list(RULE_SETS.items()))
    lower_percent = forms.IntegerField(label="从轻档到幅度的（%）", min_value=1, max_value=99)
    upper_percent = forms.IntegerField(label="从重档从幅度的（%）", min_value=1, max_value=99)
    steps = forms.IntegerField(
        label="等分阶次数", min_value=3, max_value=99, initial=3, help_text="单数，只用于等分阶次。"
    )
    start_percent = forms.IntegerField(
        label="权重起点（%）", min_value=0, max_value=100, required=False,
        help_text="只用于按权重累加。",
    )  # fmt: skip
    years = forms.IntegerField(
        label="重复违法按几年", min_value=1, max_value=20, required=False,
        help_text="自行为之日往前推算；没有这项规则的，不填。",
    )  # fmt: skip
    criterion = forms.CharField(
        label="重复违法对应的标准", max_length=120, required=False,
        help_text="从重档里写明再次违法的那一条标准，同一事实只用一次；没有的，不填。",
    )  # fmt: skip
    second = forms.ChoiceField(label="第 2 次违法", required=False)
    third = forms.ChoiceField(label="第 3 次起", required=False)

    def __init__(self, *args, later: Sequence[dict] = (), **kwargs):
        """`later` are steps of the repeat rule beyond the third time; the page leaves them."""
        super().__init__(*args, **kwargs)
        self.later = list(later)
        for name in ("second", "third"):
            self.fields[name].choices = [("", "没有规定"), *REPEATED.items()]

    def clean(self):
        data = super().clean()
        lower, upper = data.get("lower_percent"), data.get("upper_percent")
        if lower and upper and lower >= upper:
            self.add_error("upper_percent", f"应当大于从轻档的 {lower}%。")
        if (data.get("steps") or 1) % 2 == 0:
            self.add_error("steps", "应当是单数，才有中间一档。")
        if data.get("years") and not (data.get("second") or data.get("third") or self.later):
            self.add_error("second", "写了年限的，请写明第几次违法怎样处理。")
        return data

    @property
    def rules(self) -> dict:
        """What was typed, as the arguments of the service."""
        data = self.cleaned_data
        steps = [
            {"times": times, "effect": data[name]}
            for times, name in ((2, "second"), (3, "third"))
            if data[name]
        ]
        return {
            "model": data["model"],
            "conventions": _of(data, "above_inclusive", "below_inclusive", "band_end"),
            "rule_set": {
                "title": RULE_SETS[data["code"]],
                **_of(data, "code", "lower_percent", "upper_percent", "steps"),
            },
            "repeat": self._repeat(steps + self.later),
            "start_percent": data["start_percent"],
        }

    def _repeat(self, steps: list[dict]) -> dict | None:
        rule = {**_of(self.cleaned_data, "years", "criterion"), "steps": steps}
        return rule if rule["years"] else None


def _of(data: dict, *names: str) -> dict:
    return {name: data[name] for name in names}


class BandsForm(ActForm):
    """Two cuts and to which side each belongs: so a page can leave neither gap nor overlap."""

    ruled = forms.BooleanField(label="按分档规则自动分档（下面填的不用）", required=False)
    first = forms.IntegerField(label="从轻档到（元）", required=False)
    first_end = forms.ChoiceField(label="这个数", choices=list(ENDS.items()))
    second = forms.IntegerField(label="一般档到（元）", required=False)
    second_end = forms.ChoiceField(label="这个数", choices=list(ENDS.items()))

    def __init__(self, *args, found: Range, **kwargs):
        super().__init__(*args, **kwargs)
        self.range = found

    def clean(self):
        data = super().clean()
        if data.get("ruled"):
            return data
        low, first, second, high = (
            self.range.minimum, data.get("first"), data.get("second"), self.range.maximum,
        )  # fmt: skip
        if first is None or second is None:
            raise forms.ValidationError("请填写两个分界的金额，或者勾选按分档规则自动分档。")
        if not low <= first < second <= high:
            raise forms.ValidationError(
                f"两个分界应当由低到高，并且在法定幅度 {low:,} 元至 {high:,} 元之间。"
            )
        return data

    @property
    def bands(self) -> list[dict]:
        """The bands as the document writes them; none where the rule set cuts."""
        data = self.cleaned_data
        if data["ruled"]:
            return []
        first, second = (data[f"{name}_end"] == "lighter" for name in ("first", "second"))
        return [
            _band(LOWER, self.range.minimum, data["first"], True, first),
            _band(MIDDLE, data["first"], data["second"], not first, second),
            _band(UPPER, data["second"], self.range.maximum, not second, True),
        ]


def _band(tier: str, low: int, high: int, low_in: bool, high_in: bool) -> dict:
    ends = {"from_inclusive": low_in, "to_inclusive": high_in}
    return {"tier": tier, "from": low, "to": high, **ends}


class TierForm(ActForm):
    title = forms.CharField(label="档次名称", max_length=40)
    criteria = forms.CharField(
        label="标准", widget=WIDE, required=False, help_text="一行一条；每条只能写在一个档次里。"
    )
    requires = forms.CharField(
        label="程序要求",
        widget=LESS,
        required=False,
        help_text="一行一项，如“集体讨论”“法制审核”。",
    )
    floor_percent = forms.IntegerField(
        label="减轻的底线（法定下限的%）", min_value=1, max_value=100, required=False
    )

    def __init__(self, *args, code: str, **kwargs):
        super().__init__(*args, **kwargs)
        if code != MITIGATED:
            del self.fields["floor_percent"]

    @property
    def facts(self) -> dict:
        data = self.cleaned_data
        found = {name: _lines(data[name]) for name in ("criteria", "requires")}
        if "floor_percent" in self.fields:
            found["floor_percent"] = data["floor_percent"]
        return found | {"title": data["title"]}


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


class SheetForm(PageForm):
    undone = "没有读取"

    file = forms.FileField(
        label="Excel 文件", help_text="请先导出，在导出的文件里修改；不要改动工作表和列的名称。"
    )


class ConfirmSheetForm(PageForm):
    undone = "没有导入"

    confirmed = ConfirmField(label="我已核对上面的修改")


class PublishForm(ActForm):
    valid_from = forms.DateField(
        label="施行日期", help_text="本机关的基准不能早于公布日期；登记上级基准的，填它的施行日期。"
    )
    confirmed = ConfirmField(label="我已核对基准的内容和校验结果")


class EndForm(ActForm):
    valid_to = forms.DateField(label="失效前最后一日")
