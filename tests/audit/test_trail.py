from contextlib import suppress
from datetime import date

import pytest
from django.db import DatabaseError, connection, transaction

from archives_enforcement.accounts.models import Bureau
from archives_enforcement.audit import append_only, trail
from archives_enforcement.audit.models import AuditEntry, ChainHead

ON = date(2024, 7, 4)


@pytest.fixture
def three(bureau, head):
    return [
        trail.record(bureau, f"act_{n}", f"第 {n} 件", actor=head, on=ON, details={"n": n})
        for n in (1, 2, 3)
    ]


def tamper(**values):
    with connection.cursor() as cursor:
        for verb in ("update", "delete", "truncate"):
            table = "" if connection.vendor == "sqlite" else " ON audit_auditentry"
            cursor.execute(f"DROP TRIGGER IF EXISTS audit_auditentry_no_{verb}{table}")
    AuditEntry.objects.filter(sequence=2).update(**values)


def test_a_whole_chain_has_no_problems(three):
    assert trail.problems() == (3, [])


def test_entries_know_place_time_person_and_fact(bureau, head):
    entry = trail.record(bureau, "look", "看库房", actor=head, on=ON, place="库房", note="有水渍")
    assert (entry.actor_name, entry.place, entry.note, entry.on) == ("head", "库房", "有水渍", ON)


@pytest.mark.parametrize(
    "change",
    [{"note": "改过"}, {"actor_name": "别人"}, {"on": date(2024, 7, 5)}, {"details": {"n": 9}}],
    ids=lambda change: next(iter(change)),
)
def test_a_changed_entry_is_named(three, change):
    tamper(**change)
    assert trail.problems() == (3, ["120110 第 2 条内容与摘要不符"])


def test_a_cut_off_tail_is_named(three):
    tamper()
    AuditEntry.objects.filter(sequence=3).delete()
    assert trail.problems()[1][0] == "120110 应有 3 条，实有 2 条，末尾不符"


def test_a_tail_cut_off_together_with_the_head_is_told_by_the_anchor(three, settings, tmp_path):
    settings.DATA_DIR = tmp_path
    trail.write_anchor(ON)
    tamper()
    AuditEntry.objects.filter(sequence=3).delete()
    second = AuditEntry.objects.get(sequence=2)
    ChainHead.objects.update(count=2, digest=second.digest)
    assert "120110 第 3 条与 2024-07-04 的锚点不符" in trail.problems()[1]


@pytest.mark.parametrize("verb", ["update", "delete"])
def test_the_database_itself_refuses_to_change_an_entry(three, verb):
    rows = AuditEntry.objects.filter(sequence=1)
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        rows.update(note="x") if verb == "update" else rows._raw_delete("default")
    assert AuditEntry.objects.get(sequence=1).note == ""


def test_each_bureau_has_its_own_chain(three, other_bureau, head):
    entry = trail.record(other_bureau, "act", "办", actor=head, on=ON)
    assert (entry.bureau_code, entry.sequence) == ("120111", 1)


def test_staff_read_only_the_books_of_their_own_bureau(three, head, other_bureau, contact):
    trail.record(other_bureau, "act", "办", actor=head, on=ON)
    assert AuditEntry.objects.visible_to(head).count() == 3
    assert AuditEntry.objects.visible_to(contact).count() == 0


def test_triggers_stand_on_every_protected_table(db):
    names = (
        "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        if connection.vendor == "sqlite"
        else "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal"
    )
    with connection.cursor() as cursor:
        cursor.execute(names)
        found = {row[0] for row in cursor.fetchall()}
    tables = (
        "audit_auditentry", "documents_document", "documents_rendition", "documents_signedscan",
        "documents_writtenanswer",
        "archiving_casefile", "archiving_bound", "archiving_recordsheet", "inspections_draw",
        "inspections_checklist", "inspections_checklistitem", "penalties_benchmark",
        "penalties_tier", "penalties_factor", "penalties_benchmarkrow", "penalties_assessment",
        "penalties_departure",
    )  # fmt: skip
    assert {f"{table}_no_{verb}" for table in tables for verb in ("update", "delete")} <= found
    assert "documents_wording_no_update" in found
    assert {f"accounts_one_of_three_{verb}" for verb in ("insert", "update")} <= found
    assert {
        f"inspections_checklistitem_{table}_no_{verb}"
        for table in ("articles", "sources")
        for verb in ("insert", "delete")
    } <= found


def test_the_triggers_can_be_taken_off_and_put_back(db):
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE scratch (id integer)")

    class Editor:
        def __init__(self):
            self.connection = connection

        def execute(self, sql, params=()):
            with connection.cursor() as cursor:
                cursor.execute(sql, params or None)

    editor = Editor()
    append_only.install(editor, "scratch")
    append_only.remove(editor, "scratch")
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO scratch VALUES (1)")
        cursor.execute("DELETE FROM scratch")
        cursor.execute("SELECT count(*) FROM scratch")
        assert cursor.fetchone() == (0,)


def test_an_act_whose_entry_fails_is_not_kept(bureau, head):
    """Not even by code that swallows the failure."""
    with pytest.raises(transaction.TransactionManagementError), transaction.atomic():
        Bureau.objects.filter(pk=bureau.pk).update(phone="022-1")
        with suppress(TypeError):
            trail.record(bureau, "act", "办理", actor=head, on=ON, details={"n": object()})
        bureau.refresh_from_db()
