"""What a wording may contain: plain text, and the fields of its kind in braces; nothing else."""

import re
import unicodedata

from archives_enforcement.documents import kinds, reference
from archives_enforcement.documents.form_wording import SIGNED
from archives_enforcement.documents.text_rules import FIELD
from archives_enforcement.documents.typesetting.text import INVISIBLE

MOST = 20_000  # signs; the longest wording has some 800
BRACED = re.compile(r"\{[^{}\n]{0,40}\}?|\}")
UNSEEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}  # categories of Unicode; a line end is looked at apart
# Facts that papers with an act of their own take beside those of the catalogue.
COMMON = {
    "basis": "依据",
    "blocks": "由办理页面排定的内容",
    "cause": "案由",
    "credit_code": "统一社会信用代码",
    "kind": "检查或者约谈的种类",
    "phone": "本机关联系电话",
    "remedies": "救济途径（按机关信息自动写出）",
    "representative": "法定代表人或者负责人",
    "statement_days": "陈述申辩的期限（日）",
    "topics": "约谈的主要内容",
}


def packaged_fields(kind: str) -> set[str]:
    return set(FIELD.findall(reference.read(kind)))


def is_laid_out_elsewhere(kind: str) -> bool:
    """Whether the whole paper is one field, which the page of its act lays out."""
    return FIELD.fullmatch(reference.read(kind).strip()) is not None


def known_fields(kind: str) -> dict[str, str]:
    """Name and 中文 of every field that gets a value in papers of the kind."""
    about = kinds.KINDS[kind]
    common = {"phone"} | ({"remedies"} if about.remedies else set()) | packaged_fields(kind)
    others = {name: label for name, label in COMMON.items() if name in common}
    return {**others, **about.fields, **about.extra}


def mandatory_fields(kind: str) -> dict[str, str]:
    """Those that the paper must state; who receives a letter stands above it already."""
    about = kinds.KINDS[kind]
    asked = dict(about.fields)
    if about.layout == "letter":
        addressee = next((name for name in ("receiver", "unit", "party") if name in asked), "")
        asked.pop(addressee, None)
    return {**asked, **({"remedies": COMMON["remedies"]} if about.remedies else {})}


def tidy(text: str) -> str:
    """One paragraph a line, without blanks around it and without empty lines."""
    lines = (line.strip() for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    return "".join(f"{line}\n" for line in lines if line)


def objections(kind: str, text: str) -> list[str]:
    """Everything for which this text cannot become a wording of the kind, in words."""
    if len(text) > MOST:
        return [f"正文有{len(text)}字，超过{MOST}字，请精简。"]
    return [*_hidden(text), *_braces(text), *_strangers(kind, text), *_missing(kind, text)]


def _hidden(text):
    for number, line in enumerate(text.split("\n"), 1):
        codes = {f"U+{ord(sign):04X}" for sign in line if _is_hidden(sign)}
        if codes:
            names = "、".join(sorted(codes))
            yield f"第{number}行有看不见的控制字符（{names}），请删除这一行后重新录入。"


def _is_hidden(sign):
    return unicodedata.category(sign) in UNSEEN or ord(sign) in INVISIBLE


def _braces(text):
    wrong = BRACED.findall(FIELD.sub("", text))
    if wrong:
        names = "”、“".join(dict.fromkeys(wrong))
        yield f"花括号里只能写一个填写项的名称，这些写法不能用：“{names}”。"


def _strangers(kind, text):
    if unknown := sorted(set(FIELD.findall(text)) - known_fields(kind).keys()):
        names = "、".join(f"{{{name}}}" for name in unknown)
        yield f"正文中有不认识的填写项：{names}。可以用的填写项见列表。"


def _missing(kind, text):
    used = set(FIELD.findall(text))
    absent = [(name, label) for name, label in mandatory_fields(kind).items() if name not in used]
    if absent:
        names = "、".join(f"{label}{{{name}}}" for name, label in absent)
        yield f"这种文书必须写明的内容不能删去：{names}。依据：{kinds.KINDS[kind].basis}。"
    last = text.rstrip("\n").rsplit("\n", 1)[-1]
    if kinds.KINDS[kind].by_officers and not last.startswith(SIGNED):
        yield f"由执法人员制作的记录，最后一行应当是“{SIGNED}”和签字的人，用顿号隔开。"
