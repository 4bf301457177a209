"""What the law asks of each way of delivery; a guard returns the sentence with its article or None.

The articles of 民事诉讼法 are those of the text of 2023; 行政处罚法第六十一条 leads to them.
"""

import re

from django.utils import timezone

from archives_enforcement.accounts.models import Party
from archives_enforcement.documents.handing_over import handed_over_first
from archives_enforcement.documents.models import AddressConfirmation, DeliveryAttempt
from archives_enforcement.documents.models.addresses import Channel
from archives_enforcement.documents.models.delivery import Method
from archives_enforcement.files.checks import is_recording, shows_the_scene
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workdays import limits

PROCEDURE_LAW = "《中华人民共和国民事诉讼法》"
PENALTY_LAW = "《中华人民共和国行政处罚法》"
NOTICE_CLOCK = "D-P12"
TRIED_BEFORE = (Method.DIRECT, Method.POST, Method.ELECTRONIC)  # what may end without delivery
BOTH_WAYS = (Method.DIRECT, Method.POST)  # neither of which reached him: 民事诉讼法第九十五条
CLAIMS = {  # words of a reason that tell of a try in vain
    Method.DIRECT: re.compile("上门|无人签收"),
    Method.POST: re.compile("退回|退件|邮件"),
}

C = DeliveryAttempt.Capacity
FOR_BOTH = frozenset({C.AGENT, C.APPOINTED})
FOR_PERSON = FOR_BOTH | {C.SELF, C.FAMILY}
FOR_UNIT = FOR_BOTH | {C.REPRESENTATIVE, C.MAILROOM}


def confirmation_on(party, day) -> AddressConfirmation | None:
    """The confirmation of address that counts on `day`; a later one takes the place of others."""
    return party.address_confirmations.valid_on(day).select_related("party").first()


def closed(delivery) -> str | None:
    """Why nothing more is done about a delivery; None while it is still to be made."""
    if not delivery.document.holds:
        return "这份文书已作废或者已被更正，不用再送达。"
    if delivery.delivered_on:
        return (
            f"这份文书已于{cn_date(delivery.delivered_on)}送达，不用再办。"
            f"依据：{PROCEDURE_LAW}第八十七条。"
        )
    return None


def effective_on(attempt):
    """When the paper is delivered: a public notice runs for the term of D-P12, all else at once."""
    if attempt.method == Method.NOTICE:
        return limits.compute(NOTICE_CLOCK, attempt.made_on).due_on
    return attempt.made_on


def refusal(attempt, proof) -> str | None:
    """Why this attempt may not be entered with these uploads; None when it may."""
    guards = FAILED if attempt.failure else GUARDS[attempt.method]
    return next((why for guard in guards if (why := guard(attempt, proof))), None)


def on_paper(proof) -> bool:
    """Whether something among the uploads can bear a signature or a date; a recording cannot."""
    return not all(map(is_recording, proof))


def somebody_signed(attempt, proof):
    if attempt.received_by.strip():
        return None
    return f"请填写在送达回证上签收的人。依据：{PROCEDURE_LAW}第八十七条、第八十八条。"


def signer_may_sign(attempt, proof):
    if not attempt.delivery.affects_rights:
        return None
    is_person = attempt.delivery.party.kind == Party.Kind.PERSON
    allowed = FOR_PERSON if is_person else FOR_UNIT
    if attempt.capacity in allowed:
        return None
    names = "、".join(label for value, label in C.choices if value in allowed)
    return f"签收人应当是{names}，请核对签收人的身份。依据：{PROCEDURE_LAW}第八十八条。"


def receipt_signed(attempt, proof):
    if on_paper(proof) or not attempt.delivery.affects_rights:
        return None
    return (
        "请上传受送达人签名或者盖章、注明收到日期的送达回证。"
        f"依据：{PENALTY_LAW}第六十一条，{PROCEDURE_LAW}第八十七条。"
    )


def posted_with_number(attempt, proof):
    if attempt.tracking_number.strip():
        return None
    return f"请填写邮件号码，以便查对回执。依据：{PROCEDURE_LAW}第九十一条。"


def post_returned_receipt(attempt, proof):
    if on_paper(proof) or not attempt.delivery.affects_rights:
        return None
    return (
        "请上传注明收件日期的邮寄回执，送达日期以回执为准。"
        f"依据：{PENALTY_LAW}第六十一条，{PROCEDURE_LAW}第九十一条。"
    )


def agreed_to_channel(attempt, proof):
    confirmation = attempt.confirmation
    if confirmation is not None and attempt.channel in confirmation.channels:
        return None
    channel = attempt.get_channel_display() or "电子方式"
    return (
        f"{cn_date(attempt.made_on)}没有当事人签署的、同意以{channel}接收文书的有效确认书，"
        "不能电子送达。请先登记送达地址确认书，或者改用其他方式。"
        f"依据：{PENALTY_LAW}第六十一条第二款，{PROCEDURE_LAW}第九十条。"
    )


def somebody_signs_in(attempt, proof):
    if attempt.channel != Channel.PORTAL:
        return None
    if attempt.delivery.party.grants.valid_on(attempt.made_on).exists():
        return None
    return (
        "当事人在本系统还没有可以登录的经办人，文书到达不了，请改用其他方式。"
        f"依据：{PROCEDURE_LAW}第九十条。"
    )


def arrives_when_sent(attempt, proof):
    if attempt.channel != Channel.PORTAL or attempt.made_on == timezone.localdate():
        return None
    return (
        "经本系统送达的，以系统当时发送成功的日期为准，不能补录以前的日期，请按今天登记。"
        f"依据：{PROCEDURE_LAW}第九十条第二款。"
    )


def arrival_shown(attempt, proof):
    if on_paper(proof) or attempt.channel == Channel.PORTAL:
        return None
    return (
        "请上传显示发送成功和到达日期的截图或者传真报告，送达日期以到达对方系统为准。"
        f"依据：{PROCEDURE_LAW}第九十条。"
    )


def refusal_told(attempt, proof):
    if attempt.refused_by.strip() and attempt.reason.strip() and attempt.place.strip():
        return None
    return (
        "留置送达应当写明谁拒收、拒收的事由和文书留在什么住所，请补充。"
        f"依据：{PROCEDURE_LAW}第八十九条。"
    )


def witnessed_or_pictured(attempt, proof):
    witnessed = attempt.witnesses.strip() and on_paper(proof)
    if witnessed or any(map(shows_the_scene, proof)):
        return None
    return (
        "留置送达应当有见证人签名的送达回证，或者记录送达过程的照片、录像。"
        "请填写见证人并上传回证，或者上传照片、录像。"
        f"依据：{PROCEDURE_LAW}第八十九条。"
    )


def other_ways_failed(attempt, proof):
    """Both a try in person and one by post ended without delivery, or nobody knows where he is."""
    missing = [method.label for method in BOTH_WAYS if method not in failed_before(attempt)]
    if attempt.whereabouts_unknown or not missing:
        return None
    return (
        "公告送达以前，直接送达和邮寄送达都应当试过而没有送到，或者受送达人下落不明；"
        f"还没有登记{'、'.join(missing)}没有送到的经过。"
        "请先登记没有送到的经过，或者勾选下落不明并写明怎样查明的。"
        f"依据：{PROCEDURE_LAW}第九十五条第一款。"
    )


def failed_before(attempt) -> set[str]:
    """The ways that had been tried in vain by the day of this attempt."""
    tried = attempt.delivery.attempts.exclude(failure="").filter(made_on__lte=attempt.made_on)
    return set(tried.values_list("method", flat=True))


def claims_only_what_is_entered(attempt, proof):
    tried = failed_before(attempt)
    for method, claim in CLAIMS.items():
        if (found := claim.search(attempt.reason)) and method not in tried:
            return (
                f"原因写的“{found[0]}”，还没有登记{method.label}没有送到的经过。"
                "请先登记这次经过，或者按实际情况改写原因。"
                f"依据：{PROCEDURE_LAW}第九十五条第二款。"
            )
    return None


def notice_not_running(attempt, proof):
    running = attempt.delivery.attempts.filter(method=Method.NOTICE).first()
    if running is None:
        return None
    return (
        f"已于{cn_date(running.made_on)}公告，{cn_date(running.effective_on)}视为送达，不用再公告。"
    )


def notice_explained(attempt, proof):
    shown = on_paper(proof) or any(map(shows_the_scene, proof))
    if attempt.reason.strip() and attempt.medium.strip() and shown:
        return None
    return (
        "公告送达应当在案卷中记明原因和经过：请写明原因和在哪里公告，并上传公告的照片或者截图。"
        f"依据：{PROCEDURE_LAW}第九十五条第二款。"
    )


def failure_told(attempt, proof):
    if attempt.reason.strip() and attempt.method in TRIED_BEFORE:
        return None
    return "请选择用哪种方式没有送到，并写明经过，以后公告送达要以此为依据。"


# fmt: off
GUARDS = {
    Method.DIRECT: (somebody_signed, signer_may_sign, receipt_signed),
    Method.POST: (handed_over_first, posted_with_number, post_returned_receipt),
    Method.ELECTRONIC: (handed_over_first, agreed_to_channel, somebody_signs_in,
                        arrives_when_sent, arrival_shown),
    Method.LEFT: (refusal_told, witnessed_or_pictured),
    Method.NOTICE: (handed_over_first, notice_not_running, other_ways_failed, notice_explained,
                    claims_only_what_is_entered),
}
# fmt: on
FAILED = (failure_told,)
