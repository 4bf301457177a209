"""Why a step of a draw is not open yet; each guard returns the sentence or None.

Nobody may choose the seed alone: the lists are fixed first, then the witness gives his part, and
the public number comes last, when both can no longer be changed.
"""

from django.utils import timezone

from archives_enforcement.templatetags.formats import cn_date, cn_datetime
from archives_enforcement.workflow import Act
from inspections.models import Draw
from inspections.queries import draw_lists, spot_checks

RULE = "本机关检查工作规范（双随机、一公开）"


def on_the_day(draw: Draw, act: Act) -> str | None:
    """What the public can see is dated the moment it happens, or the order proves nothing."""
    if act.on < timezone.localdate():
        return f"公示和抽取以实际办理的时间为准，不能补录以前的日期。依据：{RULE}。"
    return None


def enough_in_the_lists(draw: Draw, act: Act) -> str | None:
    found = draw_lists.lists(draw)
    if len(found.units) < draw.unit_count:
        return (
            f"单位名单只有 {len(found.units)} 个，不够抽取 {draw.unit_count} 个，"
            "请减少抽取数或者扩大范围。"
        )
    if len(found.officers) < draw.officer_count:
        return (
            f"抽取当天持有效执法证件、可以抽取的执法人员只有 {len(found.officers)} 名，"
            f"不够每个单位 {draw.officer_count} 名。请增加持证人员或者调整名单。"
        )
    return None


def within_the_spot_ceiling(draw: Draw, act: Act) -> str | None:
    """A draw among the reports of a 自查 takes no more than the rule leaves it."""
    asked = spot_checks.of_draw(draw)
    if asked is None or draw.unit_count <= (left := spot_checks.left_to_draw(asked, draw)):
        return None
    return (
        f"{asked}实地抽查不超过 {asked.rule.ceiling}%，一共 {spot_checks.most(asked)} 个，"
        f"随机抽取还能抽 {left} 个，现在填的是 {draw.unit_count} 个。请减少抽取单位数。"
        f"依据：{asked.rule.ceiling_basis}。"
    )


def number_still_to_come(draw: Draw, act: Act) -> str | None:
    """A night lies between, so that anyone can note the digest before the number exists."""
    if timezone.localdate(draw.announced_at) <= timezone.localdate():
        return (
            f"公布的数应当在公示以后至少隔一天才产生（现在填的是{cn_datetime(draw.announced_at)}），"
            f"请改选以后的一次公布。依据：{RULE}。"
        )
    return None


def witness_stands_apart(draw: Draw, act: Act) -> str | None:
    listed = {entry.public["name"] for entry in draw_lists.lists(draw).officers}
    if draw.witness_name in listed | {str(draw.drafted_by)}:
        return (
            f"监督人{draw.witness_name}是经办人或者名单中的执法人员，不能监督这次抽取，"
            f"请另请一人。依据：{RULE}。"
        )
    return None


def before_the_number(draw: Draw, act: Act) -> str | None:
    if timezone.now() >= draw.announced_at:
        return (
            f"公布的数已于{cn_datetime(draw.announced_at)}公布，监督人这时给出内容就可能选择结果，"
            f"不能再登记；请机关负责人决定重新抽取。依据：{RULE}。"
        )
    return None


def after_the_number(draw: Draw, act: Act) -> str | None:
    if timezone.now() < draw.announced_at:
        return (
            f"{draw.source}要到{cn_datetime(draw.announced_at)}才公布，现在不能抽取。依据：{RULE}。"
        )
    return None


def decided_by_another(draw: Draw, act: Act) -> str | None:
    if {draw.drafted_by_id, draw.drawn_by_id} & act.persons:
        return "经办人、抽取人不能决定自己办理的抽取，请由机关负责人决定。"
    return None


def not_before_draw(draw: Draw, act: Act) -> str | None:
    drawn_on = timezone.localdate(draw.drawn_at)
    if act.on < drawn_on:
        return f"办理日期不能早于抽取的日期（{cn_date(drawn_on)}）。"
    return None


def result_is_known(draw: Draw) -> bool:
    """From the announced number on everybody can reckon what comes out."""
    return timezone.now() >= draw.announced_at


def nobody_knows_the_result(draw: Draw, act: Act) -> str | None:
    """Who prepared a draw does not take it back once he can know what comes out of it."""
    if result_is_known(draw):
        return (
            f"公布的数已于{cn_datetime(draw.announced_at)}公布，抽取的结果已经可以算出，"
            f"经办人不能再撤回；确有错误的，请机关负责人撤回或者决定重新抽取。依据：{RULE}。"
        )
    return None


def nobody_goes_by_it(draw: Draw, act: Act) -> str | None:
    """Visits by the result are called off first; what was carried out by it stays public."""
    item = draw.items.filter(inspections__isnull=False).select_related("unit__party").first()
    if item is None:
        return None
    return (
        f"已经按抽取结果安排了对{item.unit}的检查，名单不能撤回。"
        f"名单确有错误的，请在计划总结中写明，并对有误的检查另行处理。依据：{RULE}。"
    )
