"""地方规定的处罚条款: entered by a bureau, never beyond what the level of its text may do."""

from datetime import date

from archives_enforcement.accounts.models import Bureau
from archives_enforcement.audit import trail
from archives_enforcement.legislation import local
from archives_enforcement.workflow import Refused, act, check_date, check_permission, lock
from penalties.fitness import Bounds, beyond_its_level
from penalties.models import FineClause, LocalClause, Violation
from penalties.services.handling import stated

FINE, GAINS = "罚款", "没收违法所得"
KINDS = ("警告", FINE, GAINS)


@act
def enter(
    *,
    actor,
    on: date,
    bureau: Bureau,
    violation: Violation,
    category: str,
    offender: str,
    kinds: list[str],
    minimum: int,
    maximum: int,
    specifies: FineClause | None = None,
    **text,
) -> LocalClause:
    """Add a fine clause of local law; amounts in yuan.

    `text` is where it stands: title, level, issuer, article, paragraph, item, effective_from,
    effective_to, source, mark; what the library of law does not hold yet is added to it.
    `specifies` is the clause of law that it spells out. Raises Refused, with the article, for
    what goes beyond its level (行政处罚法第十二条、第十四条、第十六条).
    """
    check_permission(actor, "penalties.add_localclause", "登记地方规定的处罚条款")
    check_date(actor, on)
    if actor.bureau_id and actor.bureau_id != bureau.pk:
        raise Refused("只能登记本机关适用的处罚条款，请选择本机关。")
    if FINE not in kinds or not set(kinds) <= set(KINDS):
        raise Refused("这里登记的是规定罚款的条款，处罚种类应当包括罚款，请重新选择。")
    if minimum >= maximum:
        raise Refused("罚款的下限应当小于上限，请核对条文。")
    place = {name: text.pop(name) for name in ("paragraph", "item")}
    article = local.held_article(**text)
    clause = FineClause(
        violation=violation, category=category, offender=stated(offender, "违法主体"),
        code=f"local-{article.pk}-{place['paragraph'] or 0}-{place['item'] or 0}",
        bases=[{
            "law": article.version.law.code, "article": article.number, **place,
        }],
        kinds=list(kinds), confiscate_gains=GAINS in kinds, minimum=minimum, maximum=maximum,
    )  # fmt: skip
    _check_level(text["level"], clause, specifies)
    if violation.fines.filter(code=clause.code, category=category).exists():
        raise Refused("这一条款已经登记过，请在列表里查看。")
    clause.save()
    made = LocalClause.objects.create(
        clause=clause, bureau=bureau, article=article, specifies=specifies, entered_by=actor,
        entered_on=on,
    )  # fmt: skip
    trail.record(made, "enter_local_clause", "登记地方规定的处罚条款", actor=actor, on=on)
    return made


def _check_level(level: str, clause: FineClause, specifies: FineClause | None) -> None:
    national = clause.violation.fines.filter(local=None)
    if specifies is not None and specifies not in national:
        raise Refused("所细化的条款应当是法律对同一违法行为的规定，请重新选择。")
    beyond = beyond_its_level(
        level,
        _bounds(clause),
        specifies and _bounds(specifies),
        fined_above=national.exists(),
    )
    if beyond:
        raise Refused(beyond.sentence)


def _bounds(clause: FineClause) -> Bounds:
    return Bounds(clause.category, tuple(clause.kinds), clause.minimum, clause.maximum)


@act
def withdraw(local: LocalClause, *, actor, on: date, reason: str) -> LocalClause:
    """停用 a clause that was entered wrongly; it stays on record with the reason."""
    local = lock(local, actor) if actor.bureau_id else local
    check_permission(actor, "penalties.change_localclause", "停用地方规定的处罚条款")
    check_date(actor, on)
    if local.withdrawn_on:
        raise Refused("这一条款已经停用。")
    local.withdrawn_on = on
    local.save(update_fields=["withdrawn_on"])
    trail.record(
        local, "withdraw_local_clause", "停用地方规定的处罚条款", actor=actor, on=on,
        note=stated(reason, "停用的原因"),
    )  # fmt: skip
    return local
