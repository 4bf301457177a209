"""From wording and facts to the content that is typeset: plain text only, no code, no markup."""

import hashlib
import json
from datetime import date

from archives_enforcement.documents import form_wording, kinds, seals, standing
from archives_enforcement.documents.models import Wording
from archives_enforcement.documents.text_rules import FIELD, filled, style
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workflow import Refused


def wording_on(kind: str, on: date) -> Wording:
    """The wording in force on that day; Refused when there is none."""
    found = (
        Wording.objects.filter(kind=kind, effective_from__lte=on)
        .order_by("-effective_from", "-version")
        .first()
    )
    if found is None:
        label = kinds.KINDS[kind].label
        raise Refused(f"{cn_date(on)}没有可用的{label}样式，请系统管理员先在后台录入。")
    return found


def missing(kind: str, fields: dict) -> list[str]:
    """中文 names of the mandatory fields that are empty."""
    return [label for name, label in kinds.KINDS[kind].fields.items() if not fields.get(name)]


def paragraphs(text: str, fields: dict) -> list[list]:
    """Fill the wording; a line that is one field alone may be a list of paragraphs.

    Main headings are the wording's own: a typed 一、 within 三、 would break the order.
    """
    found = []
    for line in filter(None, (line.strip() for line in text.splitlines())):
        whole = FIELD.fullmatch(line)
        value = fields.get(whole[1]) if whole else None
        if isinstance(value, list):
            found += [part if isinstance(part, list) else _laid_out(part) for part in value]
            continue
        if line.startswith(form_wording.SIGNED):
            found.append(["signatures", form_wording.to_sign(line)])
            continue
        # What is typed in several lines is as many paragraphs.
        parts = [part for part in filled(line, fields).split("\n") if part.strip()]
        found += [["p" if place else style(line), part] for place, part in enumerate(parts)]
    return found


def _laid_out(line: str) -> list[str]:
    """A paragraph of a list that an app has put together: it writes no main headings."""
    return ["h2" if style(line) == "h2" else "p", line]


def content(document, *, number: str, on: date | None) -> dict:
    """All that the engine needs to typeset the paper, and nothing that changes later."""
    bureau, kind = document.bureau, kinds.KINDS[document.kind]
    # What the bureau is today, not on the day of the draft; an act may have said it otherwise.
    fields = standing.facts(kind, bureau) | document.fields
    common = {
        "mark": _mark(document),
        "number": number,
        "title": document.title,
        "date": on.isoformat() if on else "",
        "seal": "",
        "watermark": "" if on else "草稿",
        **_sealed(document, on),
    }
    old = document.replaces
    replacing = [f"本件更正并代替{old.number}。"] if old else []
    if kind.layout == "form":
        blocks = form_wording.blocks(document.wording.text, fields)
        if replacing:
            blocks = [{"kind": "text", "text": "".join(replacing), "heading": ""}, *blocks]
        each_page = {"each_page": kind.each_page} if kind.each_page else {}
        return {"layout": "form", "blocks": blocks, **each_page, **common}
    signatory = bureau.subject_name or bureau.name
    printer = fields.get("printer") or (signatory if kind.printed else "")
    return {
        "layout": "letter",
        "to": _addressee(document),
        "paragraphs": paragraphs(document.wording.text, fields),
        "attachments": fields.get("attachments", []),
        "signatory": signatory,
        "notes": [*fields.get("notes", []), *replacing],
        "cc": fields.get("cc", []),
        "printer": printer,
        "printed_on": on.isoformat() if on and printer else "",
        **common,
    }


def _mark(document) -> str:
    """What stands in red at the head: the body's name, or its 纪要."""
    kind = kinds.KINDS[document.kind]
    return f"{document.bureau.name}{kind.label if kind.minutes else ''}"


def _sealed(document, on: date | None) -> dict:
    """The seal, where the paper bears one, and the picture of it that is in use that day."""
    bureau = document.bureau
    if on is None or not kinds.KINDS[document.kind].sealed:
        return {}
    seal = seals.in_use_on(bureau, on)
    return {"seal": bureau.seal_name} | ({"seal_sha256": seal.sha256} if seal else {})


def _addressee(document) -> str:
    """主送机关: none where the text itself names the party, as decisions and announcements do."""
    if receiver := document.fields.get("receiver"):
        return receiver
    named = {"party", "unit"} & set(FIELD.findall(document.wording.text))
    return document.party.name if document.party and not named else ""


def of_scan(document, scan: str) -> dict:
    """The content of a paper entered later: what is registered of it, and `scan`, its SHA-256."""
    return {
        "layout": "scan",
        "mark": _mark(document),
        "number": document.number,
        "title": document.title,
        "to": document.party.name if document.party else "",
        "paragraphs": [["p", "正文见扫描件。"]],
        "date": document.issued_on.isoformat(),
        "scan": scan,
    }


def sheet(document) -> dict:
    """What the page shows of the paper: the frozen content, or the draft as it would be issued."""
    return document.content or content(document, number="（签发时编号）", on=None)


# What stands beside the content of an issued paper and never changes either, save its state.
FROZEN_FACTS = (
    "id", "bureau_id", "party_id", "kind", "outward", "title", "content_type_id", "object_id",
    "wording_id", "fields", "year", "serial", "number", "drafted_by_id", "drafted_on",
    "reviewed_by_id", "reviewed_on", "issued_by_id", "issued_on", "issued_at",
    "verification_code", "replaces_id", "origin", "signer_name",
)  # fmt: skip


def fingerprint(content: dict) -> str:
    """SHA-256 of the frozen content; kept in the audit entry of issue."""
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()


def facts_fingerprint(document) -> str:
    """SHA-256 of FROZEN_FACTS; kept beside that of the content."""
    return fingerprint({name: getattr(document, name) for name in FROZEN_FACTS})


def digests(document) -> dict:
    """What the audit entry of issue keeps, so that a later change of the paper is found."""
    return {
        "number": document.number,
        "content_sha256": fingerprint(document.content),
        "facts_sha256": facts_fingerprint(document),
    }
