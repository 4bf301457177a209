"""What a paper says about the bureau itself: nobody types it."""

from archives_enforcement.accounts import roles
from archives_enforcement.documents.kinds.kind import BY_OFFICERS, DECIDE, REVIEW_FIRST, Kind

REMEDIES = "救济途径："
ORDERED = "责令你单位"  # how a letter orders


def facts(kind: Kind, bureau) -> dict:
    """The bureau's telephone and, where the kind must tell them, the remedies."""
    found = {"phone": bureau.phone}
    if kind.remedies:
        this = "本决定" if kind.label.endswith("决定书") else "本通知"
        paper = f"{this}书" if kind.label.endswith("书") else this
        text = review_first if kind.remedies == REVIEW_FIRST else remedies
        found["remedies"] = [text(bureau, this, paper)]
    return found


def remedies(bureau, this: str, paper: str) -> str:
    """复议 or 诉讼, as the party chooses (行政复议法第二十条, 行政诉讼法第四十六条).

    `this` is what is challenged, `paper` what was received.
    """
    return (
        f"不服{this}的，可以自收到{paper}之日起六十日内向{bureau.reconsideration_body}申请行政复议，"
        f"也可以自收到{paper}之日起六个月内向{bureau.court}提起行政诉讼。"
        f"行政复议、行政诉讼期间，{this}不停止执行，法律另有规定的除外。"
    )


def orders(kind: Kind, fields: dict) -> bool:
    """Whether a paper of a kind that mostly asks or advises orders something this time.

    Where it does, a paragraph of its own tells how to turn against it.
    """
    return any(part.startswith(REMEDIES) for part in _said(kind, fields))


def orders_without_remedies(kind: Kind, fields: dict) -> bool:
    """Whether it orders and does not tell how to turn against that: a draft of before did not."""
    said = [*_said(kind, fields), str(fields.get("attachments", ""))]
    return (
        bool(kind.may_order) and any(ORDERED in part for part in said) and not orders(kind, fields)
    )


def right_to_sign(kind: Kind, *papers: dict) -> str:
    """The permission that signing asks for: what orders, the head of the bureau signs himself.

    `papers` are the facts of the paper, and of the one that it corrects: who takes an order back
    decides as much as who gives it. Words of an order that somebody typed anywhere count as one.
    """
    if kind.may_order and any(orders(kind, said) or ORDERED in str(said) for said in papers):
        return DECIDE
    return kind.signer


def signed_by(kind: Kind, *papers: dict) -> str:
    """The posts that sign a paper that says this."""
    if kind.by_officers:
        return BY_OFFICERS
    return f"{roles.holders(right_to_sign(kind, *papers))}签发"


def _said(kind: Kind, fields: dict) -> list[str]:
    parts = fields.get(kind.may_order) or () if kind.may_order else ()
    return [part for part in parts if isinstance(part, str)]


def review_first(bureau, this: str, paper: str) -> str:
    """A penalty on the spot goes to 复议 before any court (行政复议法第二十三条)."""
    return (
        f"不服{this}的，应当先自收到{paper}之日起六十日内向{bureau.reconsideration_body}"
        "申请行政复议；对行政复议决定不服的，可以自收到行政复议决定书之日起十五日内"
        f"向{bureau.court}提起行政诉讼（《中华人民共和国行政复议法》第二十三条、"
        "《中华人民共和国行政诉讼法》第四十五条）。"
    )
