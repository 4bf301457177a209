"""公示的处理: what is kept out of a public summary; firms are named, natural persons are not.

Under which name the public reads of a party: `Party.public_name`.
"""

import re

from archives_enforcement.accounts.models import Party

PATTERNS = (
    ("身份证号码", re.compile(r"(?<!\d)\d{17}[\dXx](?!\d)")),
    ("手机号码", re.compile(r"(?<!\d)1[3-9]\d{9}(?!\d)")),
    ("银行账号", re.compile(r"(?<!\d)\d{16,19}(?![\dXx])")),
)


def redact(text: str, party: Party) -> str:
    """`text` without the name of a natural person."""
    if party.kind == Party.Kind.PERSON:
        return text.replace(party.name, party.public_name)
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
