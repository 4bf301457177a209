"""Acts on a draw: prepare, publish, witness, draw, adopt, and draw anew with a reason."""

import unicodedata
from datetime import date

from django.utils import timezone

from archives_enforcement.audit import trail
from archives_enforcement.notifications.services import tell
from archives_enforcement.workflow import Refused, act, check_date, check_permission, lock
from inspections import drawing
from inspections.models import Checklist, Draw, DrawExclusion, Plan, PlanItem, SpotDraw
from inspections.queries import draw_lists, draws, spot_checks
from inspections.services.plan_items import put_on
from inspections.workflow import DRAW_FLOW
from units.models import Unit

PREPARE = "inspections.prepare_draw"
SETTINGS = (
    "title", "kinds", "unit_count", "officer_count", "source", "announced_at", "place",
    "witness_name", "witness_post",
)  # fmt: skip


OPEN_PLANS = (Plan.State.DRAFT, Plan.State.APPROVED, Plan.State.PUBLISHED)
LEAST_DIGITS = 6  # fewer results than 10⁶ and a witness could look for a favourable one
MOST = 60  # characters of the number or the contribution


@act
def prepare(*, actor, on: date, **settings) -> Draw:
    """准备抽取: whom the lists take in, how many are drawn, and where the number will come from.

    `settings` are those of SETTINGS.
    """
    check_permission(actor, PREPARE, "准备抽取")
    backfilled = check_date(actor, on)
    draw = Draw(bureau=actor.bureau, drafted_by=actor, **settings)
    draw.validate_constraints()
    draw.save()
    trail.record(draw, "prepare", "准备抽取", actor=actor, on=on, backfilled=backfilled)
    return draw


@act
def revise(draw: Draw, *, actor, on: date, **settings) -> Draw:
    """Change the settings of a draw that is not published yet."""
    draw = draft_of(draw, actor, "修改抽取")
    backfilled = check_date(actor, on)
    for name in SETTINGS:
        setattr(draw, name, settings[name])
    draw.validate_constraints()
    draw.save(update_fields=SETTINGS)
    trail.record(draw, "revise", "修改抽取", actor=actor, on=on, backfilled=backfilled)
    return draw


def draft_of(draw: Draw, actor, label: str) -> Draw:
    """The draw, locked, while it may still be changed; Refused from the 公示 on."""
    draw = lock(draw, actor)
    check_permission(actor, PREPARE, label)
    if draw.state != Draw.State.DRAFT:
        raise Refused(
            f"抽取的状态是“{draw.get_state_display()}”，名单和规则已经公示，不能{label}。"
            "确有错误的，请机关负责人写明原因后重新抽取。"
        )
    return draw


@act
def publish(draw: Draw, *, actor, on: date) -> Draw:
    """公示: freeze lists and rule and publish their digest, before the public number exists."""
    return DRAW_FLOW.advance(
        draw,
        "publish",
        actor=actor,
        on=on,
        write=draw_lists.freeze,
        details=lambda row: {"digest": row.digest},
    )


@act
def contribute(draw: Draw, *, actor, on: date, contribution: str) -> Draw:
    """登记监督人给出的内容, after the 公示 and while nobody can know the public number."""
    text = unicodedata.normalize("NFC", contribution.strip())
    if not text or len(text) > MOST or not text.isprintable():
        raise Refused(f"请写监督人给出的一行数字或者文字，1 到 {MOST} 个字。")
    return DRAW_FLOW.advance(
        draw,
        "contribute",
        actor=actor,
        on=on,
        write=lambda row: {"contribution": text, "contributed_at": timezone.now()},
        details={"contribution": text},
    )


@act
def hold(draw: Draw, *, actor, on: date, number: str) -> Draw:
    """抽取: the announced number joins digest and contribution, and the result is computed.

    `number` is written in digits alone, so that nobody chooses among ways to write it.
    """
    digits = number.strip()
    if not (digits.isascii() and digits.isdigit() and LEAST_DIGITS <= len(digits) <= MOST):
        raise Refused(
            f"公布的数只写数字，至少 {LEAST_DIGITS} 位，按公布的顺序连着写，"
            "不写空格、逗号和小数点。"
        )
    return DRAW_FLOW.advance(
        draw,
        "hold",
        actor=actor,
        on=on,
        write=lambda row: _outcome(row, digits, actor),
        details=lambda row: {"number": digits, "seed": row.seed, "result": row.drawn},
    )


def _outcome(draw: Draw, number: str, actor) -> dict:
    seed = drawing.seed(number, draw.contribution, draw.digest)
    return {
        "number": number,
        "seed": seed,
        "result": drawing.canonical(drawing.draw(draw.lists, seed)),
        "drawn_at": timezone.now(),
        "drawn_by": actor,
    }


@act
def adopt(
    draw: Draw, *, actor, on: date, plan: Plan, kind: str, month: int, checklist: Checklist
) -> list[PlanItem]:
    """采用结果: every drawn unit goes on the plan, with its officers, decided by the head.

    A plan that is decided already is added to as well: it is the same person who decides.
    """
    draw = DRAW_FLOW.advance(draw, "adopt", actor=actor, on=on)
    plan = lock(plan, actor)
    if plan.state not in OPEN_PLANS:
        raise Refused(f"{plan}的状态是“{plan.get_state_display()}”，不能列入项目，请另选计划。")
    drawn_on = timezone.localdate(draw.drawn_at)
    if (plan.year, month) < (drawn_on.year, drawn_on.month):
        raise Refused("计划月份早于抽取的月份，请改为以后的月份。")
    officers = draws.officer_keys(draw)
    units = Unit.objects.filter(pk__in=officers)
    items = put_on(plan, units, actor, draw=draw, kind=kind, month=month, checklist=checklist)
    link = PlanItem.drawn_officers.through
    link.objects.bulk_create(
        link(planitem_id=item.pk, user_id=key) for item in items for key in officers[item.unit_id]
    )
    trail.record(
        plan,
        "add_drawn",
        "列入抽取结果",
        actor=actor,
        on=on,
        details={"draw": draw.digest, "units": [str(item.unit) for item in items], "month": month},
    )
    tell([draw.drafted_by], f"{draw}的结果已列入{plan}。", url=plan.get_absolute_url())
    return items


@act
def redraw(draw: Draw, *, actor, on: date, reason: str) -> Draw:
    """重新抽取, with a reason for everybody to read; the old draw stays as it was.

    Returns the new draft, which takes over settings and exclusions.
    """
    if not reason.strip():
        raise Refused("请写明重新抽取的原因；原因和原来的抽取一并公开。")
    old = DRAW_FLOW.advance(
        draw,
        "redraw",
        actor=actor,
        on=on,
        note=reason,
        write=lambda row: {"redraw_reason": reason.strip()},
    )
    settings = {name: getattr(old, name) for name in SETTINGS}
    new = Draw.objects.create(
        bureau=old.bureau, drafted_by=old.drafted_by, redraw_of=old, **settings
    )
    DrawExclusion.objects.bulk_create(
        DrawExclusion(draw=new, unit_id=row.unit_id, officer_id=row.officer_id, reason=row.reason)
        for row in old.exclusions.all()
    )
    if asked := spot_checks.of_draw(old):
        SpotDraw.objects.create(self_inspection=asked, draw=new)
    trail.record(new, "prepare", "准备重新抽取", actor=actor, on=on, note=reason)
    tell([old.drafted_by], f"{old}需要重新抽取：{reason}", url=new.get_absolute_url())
    return new
