"""Reads of 随机抽取: what is published, and how the result came about."""

from collections.abc import Iterator
from typing import NamedTuple

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from archives_enforcement.navigation import Step
from archives_enforcement.templatetags.formats import cn_date, cn_datetime, cn_day
from inspections import drawing
from inspections.models import Draw
from units.models import Unit

STAGES = ("准备名单", "公示摘要", "监督人给出内容", "抽取", "采用")


class Drawn(NamedTuple):
    """A unit of the result with its officers, and the row of the register when it is looked up."""

    unit: dict
    officers: list[dict]
    row: Unit | None = None


def record(draw: Draw) -> dict:
    """The draw as the file for everybody says it; see `drawing.check`."""
    frozen = draw.lists
    return {
        "frozen": frozen,
        "parts": drawing.part_digests(frozen),
        "digest": draw.digest,
        "published_at": _moment(draw.published_at),
        "contribution": draw.contribution,
        "contributed_at": _moment(draw.contributed_at),
        "number": draw.number,
        "seed": draw.seed,
        "result": draw.drawn,
        "drawn_at": _moment(draw.drawn_at),
    }


def _moment(value) -> str:
    return timezone.localtime(value).isoformat(timespec="seconds") if value else ""


ENTERED = {"contribution": "监督人给出的内容", "number": "公布的数", "seed": "种子"}


def differences(found: dict) -> list[str]:
    """What a file says otherwise than the draw that was published under its digest."""
    rows = Draw.objects.filter(digest=found["digest"])
    if gone := rows.withdrawn().first():
        return [f"公示的摘要：这次抽取的公示已于{cn_date(gone.withdrawn_on)}撤回"]
    draw = rows.public().first()
    if draw is None:
        return ["公示的摘要：本系统没有公示过这个摘要"]
    kept = record(draw)
    changed = [label for name, label in ENTERED.items() if found.get(name) != kept[name]]
    if found.get("result") != kept["result"]:
        changed.append("抽取结果")
    return [f"{label}：与本系统公示的记录不一致" for label in changed]


def drawn(draw: Draw, *, with_rows: bool = False) -> list[Drawn]:
    """The result in words, in the order of the draw; nothing before it."""
    if not draw.result:
        return []
    frozen, keys = draw.lists, draw.keys["units"]
    wanted = [keys[row["unit"] - 1] for row in draw.drawn] if with_rows else ()
    rows = Unit.objects.filter(pk__in=wanted).select_related("party").in_bulk()
    return [
        Drawn(
            frozen["units"][row["unit"] - 1],
            [frozen["officers"][no - 1] for no in row["officers"]],
            rows.get(keys[row["unit"] - 1]),
        )
        for row in draw.drawn
    ]


def officer_keys(draw: Draw) -> dict[int, list[int]]:
    """For each drawn unit, by its key, the keys of its officers in the order of the draw."""
    units, officers = draw.keys["units"], draw.keys["officers"]
    return {
        units[row["unit"] - 1]: [officers[no - 1] for no in row["officers"]] for row in draw.drawn
    }


def walk(draw: Draw) -> Iterator[tuple[str, str]]:
    """Every choice of the draw, computed anew from the seed: how it was made, who it was."""
    frozen, place = draw.lists, 0
    rule, units, officers = (frozen[name] for name in ("rule", "units", "officers"))
    for pick in drawing.picks(rule, units, officers, draw.seed):
        how = f"余下 {pick.of} 个中取第 {pick.place + 1} 个"
        if pick.unit:
            of = f"{units[pick.unit - 1]['name']}的执法人员"
            yield f"{of}：{how}", officers[pick.entry - 1]["name"]
        else:
            place += 1
            yield f"第 {place} 个单位：{how}", f"{pick.entry} 号　{units[pick.entry - 1]['name']}"


def facts(draw: Draw) -> dict:
    """What the record of the draw (随机抽取记录) says; the signatures are all that it lacks."""
    if not draw.result:
        return {}
    lists = draw.lists
    page = settings.PUBLIC_URL + reverse("publicity:public-draw-detail", args=[draw.pk])
    return {
        "time": cn_datetime(draw.drawn_at),
        "place": draw.place,
        "pool": f"{lists['rule']['kinds']} {len(lists['units'])} 个，"
        f"执法人员 {len(lists['officers'])} 名；不列入名单 {len(lists['rule']['exclusions'])} 个，"
        f"原因随规则公示。{cn_datetime(draw.published_at)}公示，摘要 {draw.digest}",
        "method": "\n".join(
            (
                f"抽取 {draw.unit_count} 个单位，每个单位 {draw.officer_count} 名执法人员。",
                f"监督人给出的内容：{draw.contribution}（{cn_datetime(draw.contributed_at)}登记）",
                f"公布的数：{draw.number}（{draw.source}，{cn_datetime(draw.announced_at)}公布）",
                f"种子：{draw.seed}",
                f"算法：{lists['rule']['algorithm']}。任何人可在 {page} 重新计算。",
            )
        ),
        "officers": str(draw.drawn_by),
        "witness": lists["notice"]["witness"],
        "result": "\n".join(
            f"{place}. {row.unit['name']}（名单 {row.unit['no']} 号）：{_officers_of(row)}"
            for place, row in enumerate(drawn(draw), start=1)
        ),
    }


def _officers_of(row: Drawn) -> str:
    return "、".join(f"{who['name']}（执法证件编号 {who['certificate']}）" for who in row.officers)


def steps(draw: Draw) -> list[Step]:
    """The stages of a draw: 准备, 公示, 监督人, 抽取, 采用."""
    moments = [draw.published_at, draw.contributed_at, draw.drawn_at]
    past = sum(moment is not None for moment in moments)
    reached = len(STAGES) if draw.state == Draw.State.ADOPTED else past and past + 1
    now = "" if draw.state in (Draw.State.REDRAWN, Draw.State.WITHDRAWN) else "now"
    notes = ["", *map(cn_day, moments), ""]
    return [
        Step(label, "done" if at < reached else now if at == reached else "", notes[at])
        for at, label in enumerate(STAGES)
    ]


def next_step(draw: Draw) -> str:
    """What happens next with the draw, in one sentence."""
    S, moment = Draw.State, cn_datetime(draw.announced_at)
    waiting = timezone.now() < draw.announced_at
    return {
        S.DRAFT: "核对名单和规则，再公示；公示后名单、规则、公布的数的来源都不能改。",
        S.PUBLISHED: f"请监督人在{moment}以前给出一段数字或者文字。"
        if waiting
        else "公布的数已经公布，监督人没有事先给出内容，不能抽取；请机关负责人决定重新抽取。",
        S.CONTRIBUTED: f"等待{draw.source}于{moment}公布。"
        if waiting
        else f"请录入{draw.source}，进行抽取。",
        S.DRAWN: "起草随机抽取记录，由监督人核对签字；机关负责人采用结果，列入检查计划。",
        S.ADOPTED: "抽取结果已经列入检查计划。",
        S.REDRAWN: "这次抽取已由另一次抽取代替，原来的名单和结果照样保存、公开。",
        S.WITHDRAWN: f"公示已经撤回（{draw.withdrawal_reason}），公开页面只显示日期和理由；"
        "需要抽取的，请另行准备。",
    }[draw.state]


def public_next_step(draw: Draw) -> str:
    """How things stand, said to everybody."""
    S, moment = Draw.State, cn_datetime(draw.announced_at)
    if draw.state == S.PUBLISHED:
        return f"监督人在{moment}以前给出一段内容，随即公开；{draw.source}公布以后抽取。"
    if draw.state == S.CONTRIBUTED:
        return f"名单、规则、监督人给出的内容都已确定，等{draw.source}于{moment}公布以后抽取。"
    if draw.state == S.REDRAWN:
        return "这次抽取已由另一次代替；原来公示的内容照样保存、公开。"
    return "结果已经抽出，任何人都可以重新计算。"


def public_draws():
    """Every published draw of every bureau, the latest first."""
    return (
        Draw.objects.public()
        .select_related("bureau", "redraw_of", "redraw")
        .order_by("-published_at", "-pk")
    )
