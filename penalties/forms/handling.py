"""Forms of an officer on a case: evidence, facts, discretion, papers, money."""

from django import forms

from archives_enforcement.forms import ActForm, EvidenceField, ReasonForm, RecordingField
from penalties.discretion import GRADED, LOWER, TRANSFER, read_scheme
from penalties.discretion.scheme import WEIGHTS
from penalties.models import Benchmark, Case, ElementFinding, Evidence, Factor
from penalties.queries import gate
from penalties.services.execution import WITHOUT_PENALTY

LONG = forms.Textarea(attrs={"rows": 5})


def usable(case: Case):
    """Evidence that was not excluded, as boxes to tick."""
    return case.evidence.filter(excluded_on=None)


class EvidenceForm(ActForm):
    kind = forms.ChoiceField(label="种类", choices=Evidence.Kind)
    title = forms.CharField(label="名称", max_length=200)
    proves = forms.CharField(label="证明内容", max_length=300)
    source = forms.CharField(label="来源和取得方式", max_length=200)
    obtained_on = forms.DateField(label="取得日期")
    certificates_shown = forms.BooleanField(
        label="询问或者检查时已出示执法证件（行政处罚法第五十五条）", required=False
    )
    files = RecordingField(label="文件", required=False, help_text=RecordingField.also)


class ReportForm(ActForm):
    report = forms.CharField(
        label="调查终结报告",
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text="写明违法事实、证据、当事人的意见、处理建议。",
    )
    grave = forms.CharField(
        label="情节复杂或者重大违法行为的理由",
        required=False,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="属于的写明理由，由机关负责人集体讨论决定（行政处罚法第五十七条第二款）；不属于的不填。",
    )


class FactsForm(ActForm):
    """The facts, then each element of the violation with the evidence that shows it."""

    facts = forms.CharField(
        label="违法事实",
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="会写入告知书和决定书。",
    )

    def __init__(self, *args, case: Case, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["facts"].initial = case.facts or case.summary
        self.places = range(1, len(case.violation.elements) + 1)
        known = {row.position: row for row in case.elements.prefetch_related("evidence")}
        for begun in gate.elements_of(case):
            self._add(begun, known.get(begun.position), usable(case))
        if "on" in self.fields:
            self.order_fields([name for name in self.fields if name != "on"])

    def _add(self, begun: ElementFinding, known: ElementFinding | None, evidence) -> None:
        """An element begins where the recorded facts left it; its evidence is yet to come."""
        place, text, first = begun.position, begun.text, known or begun
        self.fields[f"result_{place}"] = forms.ChoiceField(
            label=f"构成要件 {place}：{text}",
            choices=ElementFinding.Result,
            widget=forms.RadioSelect,
            initial=first.result,
        )
        self.fields[f"evidence_{place}"] = forms.ModelMultipleChoiceField(
            evidence,
            label=f"构成要件 {place} 的证据",
            required=False,
            widget=forms.CheckboxSelectMultiple,
            initial=list(known.evidence.all()) if known else [],
        )
        self.fields[f"note_{place}"] = forms.CharField(
            label=f"构成要件 {place} 的说明",
            required=False,
            max_length=300,
            initial=first.note,
        )

    @property
    def findings(self) -> dict:
        data = self.cleaned_data
        return {
            place: (data[f"result_{place}"], data[f"note_{place}"], data[f"evidence_{place}"])
            for place in self.places
        }


class CircumstanceForm(ActForm):
    """One fact and the one use it has."""

    text = forms.CharField(
        label="查明的事实", max_length=300, widget=forms.Textarea(attrs={"rows": 3})
    )
    use = forms.ChoiceField(label="用作", help_text="同一事实只能用一次。")
    absent = forms.BooleanField(
        label="经查明不具备这项标准（只用于从轻档）",
        required=False,
        help_text="不能查明的不用登记，按最轻认定。",
    )
    decisive = forms.BooleanField(
        label="作用明显，可以减轻处罚（只用于从轻或者减轻情节）", required=False
    )
    evidence = forms.ModelMultipleChoiceField(
        Evidence.objects.none(), label="证据", widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args, case: Case, benchmark: Benchmark | None, **kwargs):
        super().__init__(*args, **kwargs)
        self.tiers = {row.code: row for row in benchmark.tiers.all()} if benchmark else {}
        self.factors = {row.code: row for row in benchmark.factors.all()} if benchmark else {}
        scheme = benchmark and read_scheme(benchmark.document)
        self.weights = scheme.weights.factors if scheme and scheme.model == WEIGHTS else ()
        self.fields["evidence"].queryset = usable(case)
        self.fields["use"].choices = [("", "请选择"), *self._uses()]

    def _uses(self):
        for number, weight in enumerate(self.weights):
            yield (
                f"权重：{weight.title}",
                [(f"{number}/{place}", row.title) for place, row in enumerate(weight.levels)],
            )
        graded = (TRANSFER,) if self.weights else (*GRADED, TRANSFER)
        for tier in filter(None, map(self.tiers.get, graded)):
            yield (
                f"档次标准：{tier.title}",
                [(f"{tier.code}:{place}", text) for place, text in enumerate(tier.criteria)],
            )
        for effect in Factor.Effect:
            rows = [row for row in self.factors.values() if row.effect == effect]
            yield f"裁量情节：{effect.label}", [(row.code, str(row)) for row in rows]

    def clean(self):
        data = super().clean()
        use = data.pop("use", "")
        if ":" in use:
            code, place = use.split(":")
            tier = self.tiers[code]
            data |= {"tier": tier, "criterion": tier.criteria[int(place)]}
        elif "/" in use:
            number, place = map(int, use.split("/"))
            weight = self.weights[number]
            data |= {"weight": weight.title, "weight_level": weight.levels[place].title}
        elif use:
            data["factor"] = self.factors[use]
        data["shown"] = not data.pop("absent", False)
        if not data["shown"] and not use.startswith(f"{LOWER}:"):
            self.add_error("absent", "只有从轻档的标准可以认定为“不具备”。")
        return data


class FineForm(ActForm):
    fine = forms.IntegerField(label="罚款（元）", min_value=0, required=False)
    warning_only = forms.BooleanField(
        label="减轻为只给予警告，不并处罚款",
        required=False,
        help_text="只在有法定减轻情节时可以选；须经集体讨论和法制审核（行政处罚法第三十二条）。",
    )
    gains = forms.IntegerField(label="没收违法所得（元）", min_value=0, initial=0)
    correction = forms.CharField(
        label="责令改正的内容",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="处罚的同时责令改正（行政处罚法第二十八条）。",
    )

    def __init__(self, *args, confiscates: bool, may_warn: bool = False, **kwargs):
        super().__init__(*args, **kwargs)
        if not confiscates:
            del self.fields["gains"]
        if not may_warn:
            del self.fields["warning_only"]
            self.fields["fine"].required = True

    def clean(self):
        """A warning alone bears no figure; every other proposal names one."""
        data = super().clean()
        if data.get("fine") is None and "fine" not in self.errors:
            if data.get("warning_only"):
                data["fine"] = 0
            else:
                self.add_error("fine", "请填写罚款的金额；只给予警告的，勾选“只给予警告”。")
        return data


class NoticeForm(ActForm):
    phone = forms.CharField(label="联系电话", max_length=40)


class DecisionForm(ActForm):
    payment_account = forms.CharField(
        label="缴款方式",
        max_length=200,
        help_text="指定银行的名称和账户，或者电子支付方式；罚缴分离（行政处罚法第六十七条）。",
    )

    def __init__(self, *args, to_pay: bool = True, **kwargs):
        super().__init__(*args, **kwargs)
        if not to_pay:
            del self.fields["payment_account"]


class PaymentForm(ActForm):
    amount = forms.IntegerField(label="金额（元）", min_value=1)
    paid_on = forms.DateField(label="缴款日期")
    receipt = forms.CharField(label="票据号码", max_length=60)
    files = EvidenceField(
        label="缴款凭据",
        required=False,
        help_text="银行回单或者财政票据的扫描件，立卷时装入案卷；没有的，立卷时要写明缺少的原因。",
    )


class ProposeClosingForm(ActForm):
    note = forms.CharField(
        label="结案报告", max_length=500, widget=LONG,
        help_text="处理决定、履行情况、归档材料和结案意见",
    )  # fmt: skip


class CloseForm(ActForm):
    note = forms.CharField(label="审批意见", required=False, max_length=500, widget=LONG)


class EndForm(ReasonForm):
    """结束案件 without a penalty, with its ground."""

    outcome = forms.ChoiceField(
        label="理由", choices=[(row.value, row.label) for row in WITHOUT_PENALTY]
    )
    education = forms.CharField(
        label="对当事人进行教育，或者责令监护人管教、看管和治疗的情况",
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="不予处罚的必填（行政处罚法第三十条、第三十一条、第三十三条第三款）。",
    )
    act_ended_on = forms.DateField(
        label="查明的违法行为终了日期",
        required=False,
        help_text="超过追责期限的必填（行政处罚法第三十六条），其他理由不填。",
    )
    field_order = ["outcome", "note", "education", "act_ended_on", "on"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields["note"]
        field.label, field.error_messages["required"] = "事实和理由", "请填写“事实和理由”。"
