"""Forms of what becomes of a unit: a new name, another unit in its place, or nothing."""

from django import forms

from archives_enforcement.forms import ConfirmField
from units import queries
from units.forms.register import FactsForm
from units.models import Unit


def basis() -> forms.CharField:
    return forms.CharField(
        label="依据", max_length=200, help_text="文件名称和文号，或者登记机关的证明。"
    )


def archives_to() -> forms.CharField:
    return forms.CharField(
        label="档案去向",
        max_length=200,
        help_text="移交给哪个单位或者档案馆。依据：《中华人民共和国档案法》第十六条。",
    )


class UnitChoice(forms.ModelChoiceField):
    """A unit of the register other than the one the page is about."""

    def __init__(self, **kwargs):
        super().__init__(Unit.objects.none(), empty_label="请选择", **kwargs)


class ChangeForm(FactsForm):
    """An act on one unit that may name others."""

    def __init__(self, *args, unit, **kwargs):
        super().__init__(*args, **kwargs)
        others = queries.active_units(self.actor).exclude(pk=unit.pk).order_by("party__name")
        for field in self.fields.values():
            if isinstance(field, UnitChoice):
                field.queryset = others

    @property
    def facts(self) -> dict:
        """Without the tick that only says he has read the consequences."""
        return {name: value for name, value in super().facts.items() if name != "confirmed"}


class RenameForm(ChangeForm):
    name = forms.CharField(label="新名称", max_length=200)
    basis = basis()


class MergeForm(ChangeForm):
    successor = UnitChoice(
        label="并入的单位", help_text="合并成立新单位的，先登记新单位，再从这里选。"
    )
    basis, archives_to = basis(), archives_to()
    confirmed = ConfirmField(label="我已核对上面的后果")


class DuplicateForm(ChangeForm):
    kept = UnitChoice(label="保留的登记")
    basis = forms.CharField(label="说明", max_length=200, help_text="怎样确认是同一单位。")
    confirmed = ConfirmField(label="我已核对，两条登记是同一单位")


class DissolveForm(ChangeForm):
    basis, archives_to = basis(), archives_to()
    confirmed = ConfirmField(label="我已核对上面的后果")


class SplitForm(ChangeForm):
    first = UnitChoice(label="分立出来的单位", help_text="还没有登记的，先登记。")
    second = UnitChoice(label="分立出来的单位（二）", required=False)
    third = UnitChoice(label="分立出来的单位（三）", required=False)
    remains = forms.BooleanField(label="原单位保留", required=False)
    basis, archives_to = basis(), archives_to()
    confirmed = ConfirmField(label="我已核对上面的后果")

    @property
    def facts(self) -> dict:
        facts = super().facts
        chosen = [facts.pop(name) for name in ("first", "second", "third")]
        return facts | {"successors": list(dict.fromkeys(filter(None, chosen)))}
