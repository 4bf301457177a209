"""文书核验: the code on an issued paper, and what a stranger learns from it or from the file.

The QR code carries the whole code; beside it stand its first signs, which are typed together with
the number of the paper. Whoever asks learns number, kind, issuer, date and whether the paper still
holds, and nothing when it is not genuine.
"""

import hashlib
import secrets
import unicodedata
from datetime import date
from typing import NamedTuple

from django.conf import settings
from django.db.models.fields.json import KT
from django.urls import reverse
from django.utils.crypto import constant_time_compare

from archives_enforcement.documents import numbering, slips
from archives_enforcement.documents.models import Document, Rendition
from archives_enforcement.files import store

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # 5 bits a sign; none is taken for another
LENGTH, TYPED, GROUP = 26, 16, 4  # 130 bits in the QR code, the first 80 of them to be typed
SHOWN = ("number", "kind", "issued_on", "state", "content_type_id", "object_id")
NUMBERED = (Document.State.ISSUED, Document.State.VOID)


class Verdict(NamedTuple):
    """What is told of a genuine paper."""

    number: str
    kind: str
    issuer: str  # as the bureau was called at issue
    issued_on: date
    void: bool  # and not replaced by another
    replaced_by: tuple[str, ...]  # numbers of the issued papers that correct it
    slips: tuple[str, ...]  # numbers of the notices that put right slips of the pen in it (补正)

    @property
    def current(self) -> bool:
        return not self.void and not self.replaced_by


def new_code() -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def typed(code: str) -> str:
    """The part of the code that people type, in groups."""
    return "-".join(code[start : start + GROUP] for start in range(0, TYPED, GROUP))


def mark(code: str) -> dict:
    """What the paper shows of its code; frozen with the content, so it names today's address."""
    return {
        "url": settings.PUBLIC_URL + reverse("verification:code", args=[code]),
        "page": settings.PUBLIC_URL + reverse("verification:ask"),
        "code": typed(code),
    }


def fault(document: Document) -> str | None:
    """What is wrong with the code in the frozen content; papers from before the code have none."""
    code, shown = document.verification_code or "", document.content.get("verification")
    if shown is None:
        return "定稿内容中没有核验码" if len(code) == LENGTH else None
    try:
        whole = shown["url"].endswith(f"/{code}/") and shown["code"] == typed(code)
    except (TypeError, KeyError, AttributeError):  # no longer in the shape in which it was frozen
        whole = False
    return None if whole else "定稿内容中的核验码与登记的不符"


def by_code(code: str) -> Verdict | None:
    """The paper whose QR code was scanned.

    The index finds it: what the time of a look-up could tell about 130 random bits is out of
    reach at the few requests a minute that one address may make.
    """
    code = signs(code)
    return _verdict(verification_code=code if len(code) == LENGTH else "")


def by_number(number: str, code: str) -> Verdict | None:
    """The paper with this number, for whoever also knows the code printed on it."""
    rows = Document.objects.filter(number=numbering.normal(number), state__in=NUMBERED)
    typed_in = signs(code)[:TYPED]
    for key, held in rows.values_list("pk", "verification_code"):
        if held and constant_time_compare(held[:TYPED], typed_in):
            return _verdict(pk=key)
    return None


def by_file(file) -> Verdict | None:
    """The paper of which the uploaded `file` is the very PDF, to the last bit.

    The scan of an old paper proves nothing of it: only what this system made itself counts.
    """
    content = file.read()
    rows = Rendition.objects.filter(
        sha256=hashlib.sha256(content).hexdigest(), document__origin=Document.Origin.SYSTEM
    )
    kept = rows.values_list("document", "sm3").first() or (None, "")
    same = constant_time_compare(kept[1], store.sm3(content))
    return _verdict(pk=kept[0]) if same else None


def signs(code: str) -> str:
    """The code as it was made, however it was typed."""
    return "".join(sign for sign in unicodedata.normalize("NFKC", code).upper() if sign in ALPHABET)


def _verdict(**named) -> Verdict | None:
    rows = Document.objects.filter(state__in=NUMBERED, number__isnull=False, **named)
    facts = rows.annotate(issuer=KT("content__mark")).only(*SHOWN)
    document = facts.first()
    if document is None:
        return None
    later = document.replaced_by.filter(state=Document.State.ISSUED).order_by("issued_on", "pk")
    newer = tuple(later.values_list("number", flat=True))
    return Verdict(
        number=document.number,
        kind=document.get_kind_display(),
        issuer=document.issuer,
        issued_on=document.issued_on,
        void=not document.holds and not newer,
        replaced_by=newer,
        slips=tuple(slips.of_decision(document).values_list("number", flat=True)),
    )
