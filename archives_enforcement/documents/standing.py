"""What a paper says about the bureau itself: nobody types it."""

from archives_enforcement.documents.kinds.kind import REVIEW_FIRST, Kind


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


def review_first(bureau, this: str, paper: str) -> str:
    """A penalty on the spot goes to 复议 before any court (行政复议法第二十三条)."""
    return (
        f"不服{this}的，应当先自收到{paper}之日起六十日内向{bureau.reconsideration_body}"
        "申请行政复议；对行政复议决定不服的，可以自收到行政复议决定书之日起十五日内"
        f"向{bureau.court}提起行政诉讼（《中华人民共和国行政复议法》第二十三条、"
        "《中华人民共和国行政诉讼法》第四十五条）。"
    )
