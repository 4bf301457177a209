"""Acts on what the bureau knows of a unit: what it keeps, and whom to call."""

from datetime import date

from archives_enforcement.audit import trail
from archives_enforcement.workflow import Refused, act, check_date, check_permission, lock
from units.models import ContactPerson, Holdings, Unit

MANAGE = "units.manage_unit"


@act
def record_holdings(unit: Unit, *, actor, on: date, as_of: date, **facts) -> Holdings:
    """登记保管情况 as it was on `as_of`; earlier rows stay as they are."""
    unit = lock(unit, actor)
    check_permission(actor, MANAGE, "登记保管情况")
    backfilled = check_date(actor, on)
    if as_of > on:
        raise Refused({"as_of": "情况截至的日期不能晚于办理日期。"})
    row = Holdings(unit=unit, as_of=as_of, recorded_by=actor, **facts)
    if not row.known:
        raise Refused("还没有填写任何情况，请至少填写一项。")
    row.save()
    trail.record(unit, "record_holdings", "登记保管情况", actor=actor, on=on, backfilled=backfilled)
    return row


@act
def add_contact(
    unit: Unit, *, actor, on: date, name: str, post: str, phone: str = "", is_preferred=False
) -> ContactPerson:
    """登记联系人; the one preferred before is so no longer."""
    unit = lock(unit, actor)
    check_permission(actor, MANAGE, "登记联系人")
    backfilled = check_date(actor, on)
    if is_preferred:
        unit.people.filter(is_preferred=True).update(is_preferred=False)
    person = ContactPerson.objects.create(
        unit=unit, name=name, post=post, phone=phone, is_preferred=is_preferred, since=on
    )
    trail.record(
        unit,
        "add_contact",
        "登记联系人",
        actor=actor,
        on=on,
        backfilled=backfilled,
        details={"contact": str(person)},
    )
    return person


@act
def end_contact(person: ContactPerson, *, actor, on: date) -> ContactPerson:
    """联系人不再联系: kept with its dates, so that it can be told who was called before."""
    person = lock(person, actor)
    check_permission(actor, MANAGE, "停用联系人")
    backfilled = check_date(actor, on)
    if person.until:
        raise Refused(f"{person}已经停用。")
    if on < person.since:
        raise Refused("停用日期不能早于登记日期。")
    person.until, person.is_preferred = on, False
    person.save(update_fields=["until", "is_preferred"])
    trail.record(
        person.unit,
        "end_contact",
        "停用联系人",
        actor=actor,
        on=on,
        backfilled=backfilled,
        details={"contact": str(person)},
    )
    return person
