"""Forms on units."""

from django import forms
from django.core.validators import MaxValueValidator

from archives_enforcement.forms import ActForm, PageForm
from units import duplicates, queries, services
from units.models import ContactPerson, Holdings, Unit


class UnitForm(PageForm):
    name = forms.CharField(label="单位名称", max_length=200)
    kind = forms.ChoiceField(
        label="性质", choices=[(kind, label) for label, kind in services.KINDS.items()]
    )
    credit_code = forms.CharField(label="统一社会信用代码", max_length=18, required=False)
    legal_representative = forms.CharField(label="负责人", max_length=60, required=False)
    address = forms.CharField(label="地址", max_length=200, required=False)
    short_name = forms.CharField(label="简称", max_length=60, required=False)
    initials = forms.CharField(
        label="拼音首字母",
        max_length=60,
        required=False,
        help_text="查找用。留空时按名称生成，多音字不对的可以改。",
    )
    pinyin = forms.CharField(
        label="全拼",
        max_length=400,
        required=False,
        help_text="查找用，如 shilijiedao。留空时按名称生成，多音字不对的可以改。",
    )
    system = forms.CharField(label="所属系统", max_length=60, required=False)
    parent = forms.ModelChoiceField(label="主管单位", queryset=Unit.objects.none(), required=False)
    archivist = forms.CharField(label="档案工作联系人", max_length=60, required=False)
    phone = forms.CharField(label="联系电话", max_length=40, required=False)
    is_key_monitored = forms.BooleanField(label="重点监控单位", required=False)
    is_backup_registered = forms.BooleanField(label="列入登记备份名册", required=False)
    is_offline = forms.BooleanField(
        label="线下办理", required=False, help_text=Unit._meta.get_field("is_offline").help_text
    )
    wants_actor = True

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["parent"].queryset = queries.active_units(actor)


class NewUnitForm(UnitForm):
    """Asks whether it is another unit only where the name is like one of the register's."""

    distinct = forms.BooleanField(label="已核对，不是同一单位", required=False)

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, actor=actor, **kwargs)
        known = queries.active_units(actor).values_list("party__name", flat=True)
        if not duplicates.among(self["name"].value() or "", known):
            del self.fields["distinct"]


class FactsForm(ActForm):
    """An act whose typed facts go to the service as they are."""

    @property
    def facts(self) -> dict:
        return {name: value for name, value in self.cleaned_data.items() if name != "on"}


MOST = {"PositiveSmallIntegerField": 2**15 - 1, "PositiveIntegerField": 2**31 - 1}


def asked(model, name: str) -> forms.Field:
    """The form field of one fact, as the model describes it and as its column can hold it."""
    column = model._meta.get_field(name)
    field = column.formfield()
    if most := MOST.get(column.get_internal_type()):
        field.validators.append(MaxValueValidator(most))
    return field


class HoldingsForm(FactsForm):
    as_of = asked(Holdings, "as_of")
    fonds = asked(Holdings, "fonds")
    volumes = asked(Holdings, "volumes")
    pieces = asked(Holdings, "pieces")
    digital_gb = asked(Holdings, "digital_gb")
    archivists = asked(Holdings, "archivists")
    storeroom = asked(Holdings, "storeroom")
    storeroom_area = asked(Holdings, "storeroom_area")
    climate = asked(Holdings, "climate")
    fire = asked(Holdings, "fire")
    note = forms.CharField(label="说明", required=False, widget=forms.Textarea(attrs={"rows": 3}))


class ContactForm(FactsForm):
    name = asked(ContactPerson, "name")
    post = asked(ContactPerson, "post")
    phone = asked(ContactPerson, "phone")
    is_preferred = asked(ContactPerson, "is_preferred")
