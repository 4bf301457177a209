"""公示的处理: what is kept out of a public summary; firms are named, natural persons are not."""

import re

from archives_enforcement.accounts.models import Party

PATTERNS = (
    ("身份证号码", re.compile(r"(?<!\d)\d{17}[\dXx](?!\d)")),
    ("手机号码", re.compile(r"(?<!\d)1[3-9]\d{9}(?!\d)")),
    ("银行账号", re.compile(r"(?<!\d)\d{16,19}(?![\dXx])")),
)


def public_name(party: Party) -> str:
    """The name as the public reads it: 张某 for a person, the full name of a firm or body.

    条例第五十一条第二款 publishes the penalties of 档案服务企业 under their names.
    """
    return f"{party.name[0]}某" if party.kind == Party.Kind.PERSON else party.name


def redact(text: str, party: Party) -> str:
    """`text` without the name of a natural person."""
    if party.kind == Party.Kind.PERSON:
        return text.replace(party.name, public_name(party))
    return text


def private_parts(text: str, party: Party | None) -> list[str]:
    """What in `text` must not be published, in words; empty when there is nothing."""
    found = [label for label, pattern in PATTERNS if pattern.search(text)]
    if party is None:
        return found
    names = [("当事人的地址", party.address), ("法定代表人的姓名", party.legal_representative)]
    if party.kind == Party.Kind.PERSON:
        names.append(("自然人的姓名", party.name))
    return found + [label for label, value in names if value and value in text]
