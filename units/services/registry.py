"""Acts on the register of units: register one, change one."""

from datetime import date

from archives_enforcement.accounts.models import Party
from archives_enforcement.audit import trail
from archives_enforcement.workflow import Refused, act, check_permission, lock
from units import credit_code, duplicates, queries
from units.models import Unit
from units.services import listing

KINDS = {label: kind for kind, label in Party.Kind.choices if kind != Party.Kind.PERSON}
MANAGE = "units.manage_unit"
PARTY_FIELDS = ("name", "kind", "credit_code", "legal_representative", "address")
UNIT_FIELDS = (
    "short_name", "system", "is_key_monitored", "is_backup_registered", "archivist", "phone",
)  # fmt: skip


def initials(name: str) -> str:
    """拼音首字母 for the search box; a person may correct it."""
    return "".join(_spelt(name, first_letters=True))[:60].lower()


def pinyin(name: str) -> str:
    """全拼 for the search box, without spaces; a person may correct it."""
    return "".join(_spelt(name))[:400].lower()


def _spelt(name: str, *, first_letters: bool = False) -> list[str]:
    # Its tables of phrases take 57 MB: only a process that registers units shall hold them.
    from pypinyin import Style, lazy_pinyin  # noqa: PLC0415

    style = Style.FIRST_LETTER if first_letters else Style.NORMAL
    return lazy_pinyin(name, style=style, errors="default")


SPELT = {"initials": initials, "pinyin": pinyin}  # what is made of the name, unless it is typed


def create(facts: dict, bureau) -> Unit:
    party = Party.objects.create(bureau=bureau, **{name: facts[name] for name in PARTY_FIELDS})
    return Unit.objects.create(
        party=party,
        **{name: spell(facts["name"]) for name, spell in SPELT.items()},
        **{name: facts[name] for name in UNIT_FIELDS},
    )


def _together(typed: str) -> str:
    return "".join(typed.split()).lower()


@act
def register(
    *, bureau, actor, on: date, parent: Unit | None = None, distinct=False, **facts
) -> Unit:
    """登记单位: one unit typed on a page; `distinct`: although its name is like another's."""
    check_permission(actor, MANAGE, "登记单位")
    check_identity(facts, Party.objects.filter(bureau=bureau))
    if not distinct:
        check_distinct(facts["name"], bureau)
    defaults = {name: "" for name in (*PARTY_FIELDS, *UNIT_FIELDS)}
    own = {"parent": parent, "is_offline": facts.pop("is_offline", False)}
    for name in SPELT:
        if typed := facts.pop(name, ""):
            own[name] = _together(typed)
    unit = create(
        {**defaults, "is_key_monitored": False, "is_backup_registered": False} | facts, bureau
    )
    _write(unit, own)
    listing.follow(unit, on)
    trail.record(unit, "register", "登记单位", actor=actor, on=on)
    return unit


def check_distinct(name: str, bureau) -> None:
    """Refused when a unit of the register is called almost the same."""
    names = Unit.objects.filter(party__bureau=bureau, state=Unit.State.ACTIVE)
    if found := duplicates.among(name, names.values_list("party__name", flat=True)):
        raise Refused(
            {
                "name": f"与在册的{'、'.join(found)}名称相近。同一单位请修改原记录；"
                "确实不是同一单位的，勾选“已核对，不是同一单位”后再登记。"
            }
        )


def check_identity(facts: dict, others) -> None:
    """Name and code as one register needs them; `others` are the parties they must differ from."""
    if facts.get("credit_code") and (why := credit_code.fault(facts["credit_code"])):
        raise Refused({"credit_code": f"统一社会信用代码{why}。"})
    if others.filter(name=facts["name"]).exists():
        raise Refused({"name": "本机关已登记过同名单位，请查找后修改原记录。"})
    if facts.get("credit_code") and others.filter(credit_code=facts["credit_code"]).exists():
        raise Refused({"credit_code": "本机关已登记过相同统一社会信用代码的单位。"})


def _write(record, facts: dict) -> dict[str, list[str]]:
    """Set what differs and save it; returns old and new by the field's 中文."""
    changed = {name: value for name, value in facts.items() if getattr(record, name) != value}
    found = {
        record._meta.get_field(name).verbose_name: [str(getattr(record, name)), str(value)]
        for name, value in changed.items()
    }
    for name, value in changed.items():
        setattr(record, name, value)
    record.save(update_fields=list(changed))
    return found


def _check_parent(unit: Unit, parent: Unit | None) -> None:
    if parent is None:
        return
    if parent.pk == unit.pk:
        raise Refused({"parent": "单位不能是自己的主管单位。"})
    if queries.stands_under(parent, unit):
        raise Refused(
            {
                "parent": f"{parent}由{unit}（直接或者逐级）主管，不能又是{unit}的主管单位。"
                f"请先修改{parent}的主管单位。"
            }
        )


@act
def revise(unit: Unit, *, actor, on: date, **facts) -> Unit:
    """修改单位登记: the facts of one unit; issued papers keep the name they were issued to."""
    unit = lock(unit, actor)
    check_permission(actor, MANAGE, "修改单位登记")
    check_identity(facts, Party.objects.filter(bureau=unit.party.bureau).exclude(pk=unit.party_id))
    _check_parent(unit, facts["parent"])
    party = {name: facts[name] for name in PARTY_FIELDS}
    own = {name: value for name, value in facts.items() if name not in PARTY_FIELDS}
    for name in SPELT.keys() & own:
        own[name] = _together(own[name]) or SPELT[name](facts["name"])
    changes = _write(unit.party, party) | _write(unit, own)
    listing.follow(unit, on)
    trail.record(unit, "revise", "修改单位登记", actor=actor, on=on, details={"changes": changes})
    return unit
