"""How deliveries are told: each attempt as one sentence, the next step of a paper."""

from archives_enforcement.documents import handing_over
from archives_enforcement.documents.models import DeliveryAttempt
from archives_enforcement.documents.models.addresses import Channel
from archives_enforcement.documents.models.delivery import Method
from archives_enforcement.navigation import Step
from archives_enforcement.templatetags.formats import cn_date, cn_day
from archives_enforcement.workdays import limits

READ_ONLY = "但没有同意电子送达的确认书，还要依法送达；"


def attempt_in_words(attempt: DeliveryAttempt) -> str:
    """What was done, and from when the paper counts as delivered."""
    tell = _failure if attempt.failure else TOLD[attempt.method]
    return f"{cn_date(attempt.made_on)}{tell(attempt)}。"


def _failure(attempt) -> str:
    number = f"（邮件号码 {attempt.tracking_number}）" if attempt.tracking_number else ""
    why = f"{attempt.get_failure_display()}：{attempt.reason.rstrip('。')}"
    return f"{attempt.get_method_display()}{number}没有送到，{why}"


def _direct(attempt) -> str:
    place = f"在{attempt.place}" if attempt.place else ""
    return f"{place}直接送达，{attempt.get_capacity_display()}{attempt.received_by}签收，当日送达"


def _post(attempt) -> str:
    by = f"由{attempt.received_by}" if attempt.received_by else ""
    return f"{by}收件（邮寄，邮件号码 {attempt.tracking_number}），以回执注明的当日为送达日期"


def _electronic(attempt) -> str:
    where = attempt.confirmation.channels[attempt.channel]
    name = where if attempt.channel == Channel.PORTAL else attempt.get_channel_display()
    address = "" if attempt.channel == Channel.PORTAL else f"（{where}）"
    return f"以电子方式到达{name}{address}，当日送达"


def _online(attempt) -> str:
    return f"由{attempt.received_by}在网上签收，当日送达"


def _left(attempt) -> str:
    seen = f"见证人{attempt.witnesses}" if attempt.witnesses else "拍照、录像记录"
    why = attempt.reason.rstrip("。")
    return f"{attempt.refused_by}拒收（{why}），文书留在{attempt.place}，{seen}，当日视为送达"


def _notice(attempt) -> str:
    days = limits.find("D-P12", attempt.made_on).length
    ends, counted = attempt.effective_on, attempt.made_on.toordinal() + days
    moved = "末日是休息日的顺延，" if ends.toordinal() != counted else ""
    day = cn_day(ends) if ends.year == attempt.made_on.year else cn_date(ends)
    return f"公告（{attempt.medium}），满{days}日，{moved}{day}视为送达"


TOLD = {
    Method.DIRECT: _direct,
    Method.POST: _post,
    Method.ELECTRONIC: _electronic,
    Method.ONLINE: _online,
    Method.LEFT: _left,
    Method.NOTICE: _notice,
}


def entered_in_words(document) -> str:
    """Where an old paper comes from, and what of it counts."""
    return (
        f"启用本系统以前用纸质签发，{cn_date(document.drafted_on)}由{document.drafted_by}补录。"
        "以纸质原件为准，扫描件供查阅；没有核验码，不能在网上核验。"
    )


def steps_of_entered(document, delivered_on) -> list[Step]:
    """签发 → 送达 on paper, then 补录."""
    found = [Step("签发", "done", cn_date(document.issued_on))]
    if document.outward:
        found.append(Step("送达", "done" if delivered_on else "", cn_date(delivered_on)))
    return [*found, Step("补录", "done", cn_date(document.drafted_on))]


def waiting_in_words(delivery, attempts) -> str:
    """What an undelivered paper waits for, as the last attempt has left it."""
    party, last = delivery.party.name, attempts[-1] if attempts else None
    if last is not None and not last.failure:
        return attempt_in_words(last)
    if last is not None:
        return f"{attempt_in_words(last)}请换一种方式再送。"
    if delivery.acknowledged_on:
        return (
            f"{party}已于{cn_date(delivery.acknowledged_on)}在网上签收，"
            f"{handing_over.in_words(delivery) or READ_ONLY}期限从送达之日起算。"
        )
    what = "送达" if delivery.affects_rights else f"{party}签收"
    return f"已于{cn_date(delivery.sent_on)}发出，等待{what}。"


def asked_of_receiver(delivery) -> str:
    """What an undelivered paper asks of its receiver, in his words."""
    if delivery.acknowledged_on is None:
        return "请看过以后点“我已收到”。"
    return "您已签收。局里还会另行送达，有关期限从送达之日起算。"
