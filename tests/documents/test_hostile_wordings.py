"""Nothing typed into a wording or a paper is code: it is refused in words, or printed as typed."""

import socket
from datetime import date
from io import BytesIO
from time import monotonic

import pypdfium2
import pytest

from archives_enforcement.documents import composing, reference, samples, wording_rules
from archives_enforcement.documents.forms.papers import PaperForm
from archives_enforcement.documents.models import Document, Wording
from archives_enforcement.documents.services.wordings import LIMITS
from archives_enforcement.documents.typesetting import child
from archives_enforcement.documents.typesetting.assets import Assets
from archives_enforcement.documents.typesetting.text import normalise
from tests.documents.hostile import PAYLOADS, SAMPLE

pytestmark = [pytest.mark.papers, pytest.mark.own_process]
KINDS = ("inquiry_letter", "patrol_record")  # a letter and a form
DAY, MADE = date(2026, 3, 2), "2026-03-02T12:00:00+08:00"
LONGEST = LIMITS["wall_seconds"] + 2
CHINESE = "\u4e00", "\u9fff"


@pytest.fixture(autouse=True)
def outside(monkeypatch):
    """Whoever reaches for the network or for an address of no drawing of ours breaks the paper."""

    def fail(*arguments, **more):
        raise AssertionError(f"reached for {arguments}")

    fetch = Assets.fetch

    def known(self, url, headers=None):
        return fetch(self, url) if url.startswith("asset:") else fail(url)

    for name in ("connect", "connect_ex"):
        monkeypatch.setattr(socket.socket, name, fail)
    monkeypatch.setattr(Assets, "fetch", known)


def refused_or_printed(content: dict, payload: str) -> None:
    """Set in the child, as the worker does; a refusal is a Chinese sentence about the text."""
    begun = monotonic()
    try:
        pdf = child.typeset_in_child(content, created=MADE, **LIMITS)
    except child.TypesettingFailed as failure:
        assert "reached for" not in str(failure)
        assert not str(failure).startswith(("排版出错", "排版进程"))
        return
    finally:
        assert monotonic() - begun < LONGEST
    document = pypdfium2.PdfDocument(BytesIO(pdf))
    assert document.count_attachments() == 0
    whole, text = printed(payload), words(document)
    assert (whole in text) if len(document) == 1 else stands_in_order(whole, text)


def stands_in_order(whole: str, text: str) -> bool:
    """Every sign of `whole`, in its order; page numbers may stand between."""
    rest = iter(text)
    return all(sign in rest for sign in whole)


def printed(payload: str) -> str:
    """The signs of a payload that have ink, in their order."""
    return "".join("".join(normalise(payload).split()).replace("\u2060", ""))


def words(document) -> str:
    text = "".join(page.get_textpage().get_text_range() for page in document)
    for unseen in ("\ufffe", "\x02", "\u2060"):
        text = text.replace(unseen, "")
    return "".join(text.split())


def as_wording(kind: str, payload: str) -> None:
    lines = reference.read(kind).splitlines()
    text = wording_rules.tidy("\n".join([lines[0], payload, *lines[1:]]))
    if found := wording_rules.objections(kind, text):
        assert all(any(CHINESE[0] <= sign <= CHINESE[1] for sign in why) for why in found)
        return
    refused_or_printed(samples.content(kind, text, DAY), payload)


def as_fact(kind: str, payload: str) -> None:
    """Typed into the common form by an officer, in a fact and in the title."""
    facts = dict.fromkeys(wording_rules.known_fields(kind), "甲")
    name = next(iter(wording_rules.mandatory_fields(kind)))
    typed = {**facts, "title": payload, name: payload}
    form = PaperForm(typed, kind=kind, known={}, actor=Nobody())
    if not form.is_valid():
        assert all(
            any(CHINESE[0] <= sign <= CHINESE[1] for sign in why)
            for errors in form.errors.values()
            for why in errors
        )
        form.cleaned_data.setdefault("title", "标题")
        if name in form.errors:
            return
    content = samples.content(kind, reference.read(kind), DAY)
    sample = Document(
        kind=kind,
        title=form.cleaned_data["title"],
        wording=Wording(text=reference.read(kind)),
        fields=facts | form.facts(),
        bureau=samples.bureau(),
    )
    made = composing.content(sample, number=content["number"], on=DAY)
    refused_or_printed(made, form.cleaned_data[name])


class Nobody:
    def has_perm(self, permission):
        return False


PLACES = pytest.mark.parametrize("place", [as_wording, as_fact])


@PLACES
@pytest.mark.parametrize("payload", SAMPLE, ids=range(len(SAMPLE)))
def test_what_is_typed_is_never_code(place, payload):
    place(KINDS[0], payload)


@pytest.mark.full
@PLACES
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("payload", PAYLOADS, ids=range(len(PAYLOADS)))
def test_nothing_typed_is_ever_code(place, kind, payload):
    place(kind, payload)


def test_the_list_is_long_and_the_sample_is_of_it():
    assert len(set(PAYLOADS)) == len(PAYLOADS) >= 60
    assert set(SAMPLE) <= set(PAYLOADS)
