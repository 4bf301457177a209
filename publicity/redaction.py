"""公示的处理: what is kept out of a public summary; firms are named, natural persons are not.

Under which name the public reads of a party: `Party.public_name`.
"""

import re
import unicodedata
from typing import NamedTuple

from archives_enforcement.accounts.models import Party
from archives_enforcement.withdrawing import private_numbers
from publicity import names

LANDLINE = re.compile(r"(?<![\d〔-])(?:0\d{2,3}-?\d{7,8}|\d{3,4}-\d{7,8})(?!\d)")
PLACE = re.compile(r"[\u3400-\u9fff]{1,12}[路街道巷弄里村组苑][\u3400-\u9fff\d]{0,8}\d+[号幢栋室]")
MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
OLD_CARD = re.compile(r"(?<!\d)\d{15}(?!\d)")


class Hint(NamedTuple):
    """Something in a text that the second reader should look at; certain, or only probable."""

    what: str
    words: str


def redact(text: str, party: Party) -> str:
    """`text` without the name of a natural person."""
    if party.kind == Party.Kind.PERSON:
        return text.replace(party.name, party.public_name)
    return text


def private_parts(text: str, party: Party | None) -> list[str]:
    """What in `text` must not be published, in words; empty when there is nothing."""
    found = private_numbers(text)
    if party is None:
        return found
    facts = [("当事人的地址", party.address), ("法定代表人的姓名", party.legal_representative)]
    if party.kind == Party.Kind.PERSON:
        facts.append(("自然人的姓名", party.name))
    return found + [label for label, value in facts if value and value in text]


def telephones(text: str, bureau) -> list[str]:
    """Fixed telephones in `text` but the bureau's own."""
    own = re.sub(r"\D", "", bureau.phone)
    return [
        number
        for number in LANDLINE.findall(unicodedata.normalize("NFKC", text))
        if re.sub(r"\D", "", number) != own
    ]


def hints(text: str) -> list[Hint]:
    """What may be private in `text`; a person decides of each whether it stays."""
    plain = unicodedata.normalize("NFKC", text)
    found = [Hint("可能是人名", name) for name in names.probable(text)]
    for what, pattern in (("可能是地址", PLACE), ("电子邮箱", MAIL), ("可能是证件号码", OLD_CARD)):
        found += [Hint(what, words) for words in dict.fromkeys(pattern.findall(plain))]
    return found
