"""A paper that was entered stays as it was entered, and whatever was changed is found."""

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from archives_enforcement.documents import series, wholeness
from archives_enforcement.documents.models import Document, NumberSequence, Rendition
from archives_enforcement.files import store
from tests.documents.entering import OLD_NUMBER

pytestmark = pytest.mark.django_db


# Frozen


@pytest.mark.parametrize("change", [{"title": "别的"}, {"state": "draft"}, {"origin": "system"}])
def test_the_database_refuses_to_change_it(entered, change):
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Document.objects.filter(pk=entered.pk).update(**change)


def test_the_database_refuses_to_delete_it_or_to_change_its_scan(entered):
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Document.objects.filter(pk=entered.pk)._raw_delete("default")
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Rendition.objects.update(sha256="0" * 64)


def test_only_what_was_on_paper_has_no_wording_and_it_is_never_a_draft(draft, entered):
    with pytest.raises(IntegrityError), transaction.atomic():
        Document.objects.filter(pk=draft.pk).update(wording=None)
    with pytest.raises(IntegrityError), transaction.atomic():
        Document.objects.filter(pk=draft.pk).update(origin="paper")


# The check of all papers


def test_it_is_as_it_was_entered(entered):
    assert wholeness.problems() == (1, [])


def test_a_changed_scan_is_found(entered):
    path = store.path_of(entered.rendition.sha256)
    path.chmod(0o640)
    path.write_bytes(b"%PDF-1.7 other")
    assert wholeness.problems() == (1, [f"{OLD_NUMBER}：版式文件内容已被改动"])
    path.unlink()


def test_an_origin_that_does_not_fit_the_number_is_found(entered, issued):
    NumberSequence.objects.update(start=11)
    found = series.gaps()
    assert any("第 12 号的来源与此不符" in fault for fault in found)
    NumberSequence.objects.update(start=41)
    assert any("第 41 号的来源与此不符" in fault for fault in series.gaps())
