"""Somebody with the keys to database and disk alters stored papers: every change is found.

The triggers that refuse such changes are taken off first; what is tested is the check that follows.
"""

import random
from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from archives_enforcement.audit import append_only
from archives_enforcement.documents import composing, rendering, services, wholeness
from archives_enforcement.documents.models import Document, Rendition
from archives_enforcement.files import store
from tests.documents.conftest import ON

pytestmark = pytest.mark.papers
PAPERS = 4


@pytest.fixture
def stored(make_draft, officer, head, tmp_path, settings):
    """Issued papers with their PDFs, one of them void, one of them a correction."""
    settings.MEDIA_ROOT = tmp_path
    papers = []
    for number in range(PAPERS):
        draft = services.submit(make_draft(reason=f"原因{number}"), actor=officer, on=ON)
        papers.append(services.sign(draft, actor=head, on=ON))
    services.void_issued(papers[0], actor=head, on=ON, note="发错单位")
    correction = services.draft_correction(papers[1], actor=officer, on=ON, note="写错")
    services.submit(correction, actor=officer, on=ON)
    papers.append(services.sign(correction, actor=head, on=ON))
    for paper in papers:
        rendering.render(paper.pk)
    editor = connection.SchemaEditorClass(connection)
    append_only.remove(editor, "documents_document")
    append_only.remove(editor, "documents_rendition")
    return [paper.pk for paper in papers]


def path_of(paper):
    return store.path_of(paper.rendition.sha256)


def test_every_column_of_a_paper_is_kept_by_the_trail():
    """Those left out: the content has a digest of its own, the state entries of its own."""
    columns = {field.attname for field in Document._meta.concrete_fields}
    assert columns - set(composing.FROZEN_FACTS) == {"content", "state"}


def flip_a_bit(roll, paper):
    path = path_of(paper)
    content = bytearray(path.read_bytes())
    content[roll.randrange(len(content))] ^= 1 << roll.randrange(8)
    path.chmod(0o600)
    path.write_bytes(content)


def cut_off(roll, paper):
    path = path_of(paper)
    path.chmod(0o600)
    path.write_bytes(path.read_bytes()[: -roll.randrange(1, 500)])


def add_on(roll, paper):
    path = path_of(paper)
    path.chmod(0o600)
    path.write_bytes(path.read_bytes() + roll.randbytes(roll.randrange(1, 50)))


def remove_file(roll, paper):
    path_of(paper).unlink()


def put_another_file(roll, paper):
    """The row names another genuine file, with the right digests of that one."""
    other = roll.choice(list(Rendition.objects.exclude(document=paper)))
    Rendition.objects.filter(document=paper).update(sha256=other.sha256, sm3=other.sm3)


def remove_rendition(roll, paper):
    Rendition.objects.filter(document=paper).delete()


def change_a_fact(roll, paper):
    name = roll.choice([name for name in composing.FROZEN_FACTS if name != "id"])
    value = getattr(paper, name)
    changed = {
        bool: lambda: not value,
        int: lambda: value + roll.randrange(50, 999),
        str: lambda: value + roll.choice("甲乙 .") if value else "甲",
        dict: lambda: value | {"reason": f"改过{roll.random()}"},
        type(None): lambda: {"reviewed_on": ON, "replaces_id": paper.pk}.get(name, paper.pk),
    }.get(type(value), lambda: value + timedelta(days=roll.choice((-1, 1))))()
    constraint_free(paper, name, changed)


def constraint_free(paper, name, value):
    """What the engine itself refuses (keys of no row, a check) cannot be stored: the title is."""
    field = next(field for field in Document._meta.concrete_fields if field.attname == name)
    if field.related_model:
        others = field.related_model._base_manager.exclude(pk=getattr(paper, name))
        value = others.values_list("pk", flat=True).first()
        if value is None:
            name, value = "title", f"{paper.title}。"
    rows = Document.objects.filter(pk=paper.pk)
    try:
        with transaction.atomic():
            rows.update(**{name: value})
    except IntegrityError:
        rows.update(title=f"{paper.title}。")


def change_the_content(roll, paper):
    content = dict(paper.content)
    name = roll.choice(sorted(content))
    content[name] = f"{content[name]}改"
    Document.objects.filter(pk=paper.pk).update(content=content)


def change_the_state(roll, paper):
    state = "issued" if paper.state == "void" else "void"
    Document.objects.filter(pk=paper.pk).update(state=state)


def remove_paper(roll, paper):
    paper.deliveries.all().delete()
    Rendition.objects.filter(document=paper).delete()
    Document.objects.filter(replaces=paper).update(replaces=None)
    Document.objects.filter(pk=paper.pk).delete()


WAYS = [
    flip_a_bit, cut_off, add_on, remove_file, put_another_file, remove_rendition, change_a_fact,
    change_a_fact, change_a_fact, change_the_content, change_the_state, remove_paper,
]  # fmt: skip


@pytest.mark.parametrize("times", [48, pytest.param(1_000, marks=pytest.mark.full)])
def test_every_change_is_found_and_what_is_untouched_is_not(stored, times):
    roll = random.Random(times)
    kept = {row.sha256: store.get(row.sha256) for row in Rendition.objects.all()}
    missed = []
    for turn in range(times):
        way = WAYS[turn % len(WAYS)]
        paper = Document.objects.select_related("rendition").get(pk=roll.choice(stored))
        with transaction.atomic():
            way(roll, paper)
            if wholeness.problems()[1] == []:
                missed.append((turn, way.__name__, paper.pk))
            transaction.set_rollback(True)
        restore(kept)
        if turn % 10 == 0:
            assert wholeness.problems() == (len(stored), [])
    assert missed == []
    assert wholeness.problems() == (len(stored), [])


def restore(kept):
    for digest, content in kept.items():
        path = store.path_of(digest)
        if not path.exists() or path.read_bytes() != content:
            path.unlink(missing_ok=True)
            store.put(content)
