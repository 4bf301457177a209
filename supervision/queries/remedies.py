"""Reads of 复议、诉讼、赔偿、调解."""

from penalties.models import Challenge
from supervision.models import Remedy

K = Remedy.Kind
NOT_STOPPED = {
    K.REVIEW: "行政复议期间行政行为不停止执行，法律另有规定的除外"
    "（《中华人民共和国行政复议法》第四十二条）。",
    K.SUIT: "行政诉讼期间不停止行政行为的执行，法律另有规定的除外"
    "（《中华人民共和国行政诉讼法》第五十六条）。",
}
LATE_PENALTY = (
    "复议、诉讼期间加处罚款的数额不予计算（《中华人民共和国行政处罚法》第七十三条第三款）。"
)


def on_cases(user) -> list[Challenge]:
    """What parties brought against decisions on penalties: kept on the cases, read here."""
    rows = Challenge.objects.visible_to(user).select_related("case__party", "case__bureau")
    return list(rows.order_by("-received_on", "-pk"))


def clock_code(remedy: Remedy) -> str:
    """The bureau's own time to answer; none where no answer is laid down."""
    if remedy.kind == K.REVIEW:
        return "D-R08" if remedy.simple else "D-R07"
    return "D-R14" if remedy.kind == K.SUIT else ""


def effects_in_words(remedy: Remedy) -> list[str]:
    """What the law says of the act meanwhile, as the page tells it."""
    if remedy.kind not in NOT_STOPPED:
        return []
    return [NOT_STOPPED[remedy.kind], *([LATE_PENALTY] if remedy.case_id else [])]


def next_step(remedy: Remedy) -> str:
    if remedy.state == Remedy.State.OPEN:
        return "起草、签发答复书（答辩状），在期限内连同证据提交，再登记已答复。"
    if remedy.state == Remedy.State.PENDING:
        return f"等待{remedy.body}的结果，收到后登记。"
    return ""
