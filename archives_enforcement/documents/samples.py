"""A paper with made-up facts, so that a wording can be looked at before anybody uses it."""

from datetime import date

from archives_enforcement.accounts.models import Bureau, Party
from archives_enforcement.documents import composing, kinds, numbering, tabling
from archives_enforcement.documents.models import Document, Wording
from archives_enforcement.documents.wording_rules import known_fields

BUREAU = {
    "name": "示例市示例区档案局",
    "subject_name": "示例市示例区档案局",
    "seal_name": "示例市示例区档案局",
    "document_word": "示例档",
    "reconsideration_body": "示例市示例区人民政府",
    "court": "示例市示例区人民法院",
    "phone": "000-00000000",
}


def bureau() -> Bureau:
    return Bureau(**BUREAU)


def content(kind: str, text: str, on: date) -> dict:
    """What would be typeset if a paper of the kind were issued on that day with this text."""
    about, issuer = kinds.KINDS[kind], bureau()
    facts = {name: f"〔示例：{label}〕" for name, label in known_fields(kind).items()}
    for name, columns in about.tables.items():
        facts[name] = tabling.laid_out(facts[name], columns)
    document = Document(
        bureau=issuer,
        party=Party(name="示例单位"),
        kind=kind,
        title=about.label,
        wording=Wording(kind=kind, text=text),
        fields=facts,
    )
    return composing.content(document, number=numbering.text(issuer, kind, on.year, 1), on=on)
