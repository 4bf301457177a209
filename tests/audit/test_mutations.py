"""Whatever is done to the trail without its key is found; what is untouched raises no alarm."""

import hashlib
import json
import random
from datetime import date, timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.db.models import F

from archives_enforcement.audit import chain, trail
from archives_enforcement.audit.models import AuditEntry, ChainHead

ON, LENGTH = date(2024, 7, 4), 24
EDITS = {
    "actor_name": "别人", "action": "other", "label": "别的", "object_id": 10**6,
    "target_name": "别的记录", "before": "x", "after": "x", "note": "改过", "place": "别处",
    "details": {"n": -1}, "backfilled": True, "on_behalf_of": "别的单位", "on": date(2024, 7, 5),
    "digest": "0" * 64, "previous": "1" * 64, "actor_id": None, "bureau_code": "999999",
}  # fmt: skip


@pytest.fixture
def trail_of_two(bureau, other_bureau, head, settings, tmp_path):
    """Two chains, an anchor in their middle; the database protects them no more."""
    settings.DATA_DIR = tmp_path
    for n in range(LENGTH):
        for place in (bureau, other_bureau):
            trail.record(place, f"act_{n}", f"第 {n} 件", actor=head, on=ON, details={"n": n})
    trail.write_anchor(ON)
    with connection.cursor() as cursor:
        for verb in ("update", "delete"):
            table = "" if connection.vendor == "sqlite" else " ON audit_auditentry"
            cursor.execute(f"DROP TRIGGER IF EXISTS audit_auditentry_no_{verb}{table}")


def edit(roll, rows):
    name = roll.choice(list(EDITS))
    rows.filter(sequence=roll.randint(1, LENGTH)).update(**{name: EDITS[name]})


def shift_time(roll, rows):
    rows.filter(sequence=roll.randint(1, LENGTH)).update(at=F("at") + timedelta(microseconds=1))


def remove_one(roll, rows):
    rows.filter(sequence=roll.randint(1, LENGTH))._raw_delete("default")


def put_in_one(roll, rows):
    row = rows.get(sequence=roll.randint(1, LENGTH))
    row.pk, row.sequence = None, LENGTH + 1
    row.save(force_insert=True)


def swap(roll, rows):
    one, two = roll.sample(range(1, LENGTH + 1), 2)
    for old, new in ((one, 10**6), (two, one), (10**6, two)):
        rows.filter(sequence=old).update(sequence=new)


def _end_at(rows, count, **more):
    last = rows.get(sequence=count)
    heads = ChainHead.objects.filter(bureau_code=last.bureau_code)
    heads.update(count=count, digest=last.digest, **more)


def cut_off(roll, rows):
    """The tail, and the head told of it."""
    count = roll.randint(1, LENGTH - 1)
    _end_at(rows, count)
    rows.filter(sequence__gt=count)._raw_delete("default")


def go_back(roll, rows):
    """As in an older backup: rows, head and even its seal fit each other."""
    count = roll.randint(1, LENGTH - 1)
    last = rows.get(sequence=count)
    _end_at(rows, count, seal=chain.seal(last.bureau_code, count, last.digest))
    rows.filter(sequence__gt=count)._raw_delete("default")


def rehash(roll, rows):
    """Change one and compute all digests from there on, without the key."""
    first, previous = roll.randint(1, LENGTH), None
    for row in rows.filter(sequence__gte=first).order_by("sequence"):
        row.note = "改过" if row.sequence == first else row.note
        row.previous = previous or row.previous
        text = json.dumps({name: getattr(row, name) for name in chain.COVERED}, sort_keys=True)
        previous = row.digest = hashlib.sha256(text.encode()).hexdigest()
        rows.filter(pk=row.pk).update(note=row.note, previous=row.previous, digest=row.digest)
    _end_at(rows, LENGTH)


def remove_all(roll, rows):
    code = rows.first().bureau_code
    rows.all()._raw_delete("default")
    ChainHead.objects.filter(bureau_code=code).delete()


WAYS = [edit] * 5 + [
    shift_time, remove_one, put_in_one, swap, cut_off, go_back, rehash, remove_all,
]  # fmt: skip


@pytest.mark.parametrize("times", [52, pytest.param(1_000, marks=pytest.mark.full)])
def test_every_change_is_found(trail_of_two, bureau, times):
    roll, missed = random.Random(times), []
    for turn in range(times):
        way = WAYS[turn % len(WAYS)]
        code = roll.choice(["120110", "120111"])
        with transaction.atomic():
            way(roll, AuditEntry.objects.filter(bureau_code=code))
            if trail.problems()[1] == []:
                missed.append((turn, way.__name__))
            transaction.set_rollback(True)
    assert missed == []
    assert trail.problems() == (2 * LENGTH, [])


def test_without_the_anchor_a_return_to_an_older_state_is_not_found(trail_of_two):
    """Why the anchor has to be kept elsewhere."""
    (path,) = trail.anchor_folder().iterdir()
    path.unlink()
    go_back(random.Random(1), AuditEntry.objects.filter(bureau_code="120110"))
    assert trail.problems()[1] == []


def test_a_hundred_clean_runs_raise_no_alarm(bureau, head, settings, tmp_path):
    settings.DATA_DIR = tmp_path
    for n in range(100):
        trail.record(bureau, "act", "办", actor=head, on=ON, details={"n": n})
        if n % 10 == 0:
            trail.write_anchor(ON + timedelta(days=n))
        assert trail.problems() == (n + 1, [])


def test_the_anchor_on_paper_proves_the_trail(trail_of_two):
    out = StringIO()
    call_command("anchor_audit", stdout=out)
    path, line, _ = out.getvalue().splitlines()
    assert path.endswith(".json") and line.startswith(f"120110 第 {LENGTH} 条 ")
    call_command("verify_audit", anchor=line.split(), stdout=StringIO())
    go_back(random.Random(1), AuditEntry.objects.filter(bureau_code="120110"))
    for anchor in trail.anchor_folder().iterdir():
        anchor.unlink()
    out = StringIO()
    with pytest.raises(CommandError, match="发现 1 处不符"):
        call_command("verify_audit", anchor=line.split(), stdout=out)
    assert f"120110 第 {LENGTH} 条与打印的锚点不符" in out.getvalue()
    with pytest.raises(CommandError, match="照打印的锚点抄写"):
        call_command("verify_audit", anchor=["120110"], stdout=StringIO())
