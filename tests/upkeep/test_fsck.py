"""全库核查 names each kind of defect, and finds nothing where there is none."""

import json
import os
import time
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone

from archives_enforcement.accounts.models import Party
from archives_enforcement.audit import trail
from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.documents.models import NumberSequence, Rendition
from archives_enforcement.files import store
from archives_enforcement.jobs.models import Job
from archives_enforcement.upkeep import belonging, fsck
from archives_enforcement.workdays.models import Deadline
from tests import factories
from tests.documents.conftest import inquiry, issue
from tests.upkeep.conftest import ON

OLD = 25 * 3600  # seconds


def unprotect(table):
    with connection.cursor() as cursor:
        for verb in ("update", "delete"):
            where = "" if connection.vendor == "sqlite" else f" ON {table}"
            cursor.execute(f"DROP TRIGGER IF EXISTS {table}_no_{verb}{where}")


def found():
    """What is wrong, by part; parts without a fault are left out."""
    return {row.part.code: row.faults for row in fsck.check() if row.faults}


@pytest.fixture
def site(letter, evidence, clock):
    """Everything in it is as it should be."""
    trail.write_anchor(ON)
    assert found() == {}


def flip_a_byte(sha256):
    path = store.path_of(sha256)
    path.chmod(0o640)
    path.write_bytes(b"x" + path.read_bytes()[1:])


def grow_old(path):
    before = time.time() - OLD
    os.utime(path, (before, before))


def test_a_paper_whose_file_was_changed(site, letter):
    flip_a_byte(letter.rendition.sha256)
    assert found() == {"documents": [f"{letter.number}：版式文件内容已被改动"]}


def test_a_paper_without_a_file_is_sound_while_the_worker_has_yet_to_make_it(
    media, unit, officer, head
):
    paper = issue(inquiry(unit, officer), officer, head)
    assert found() == {}
    Job.objects.update(state="failed")
    assert found() == {"documents": [f"{paper.number}：没有版式文件（PDF）"]}


def test_a_file_once_made_is_missed_whatever_the_worker_has_still_to_do(site, letter):
    unprotect("documents_rendition")
    Rendition.objects.all().delete()
    Job.objects.update(state="waiting")
    assert found()["documents"] == [f"{letter.number}：没有版式文件（PDF）"]


def test_a_number_without_a_paper(site):
    NumberSequence.objects.update(last=2)
    assert found() == {"numbers": ["示例区档案局函询函 2024 年字号：第 2 号没有文书，有漏号"]}


def test_a_row_whose_file_is_lost_or_changed(site, evidence):
    flip_a_byte(evidence.sha256)
    (words,) = found()["files"]
    assert words.endswith("文件内容已被改动")
    store.path_of(evidence.sha256).unlink()
    (words,) = found()["files"]
    assert words == f"证据材料 {evidence.pk} 示例.pdf：文件不存在"


def test_a_file_without_a_row_may_stand_for_a_day_and_is_tidied_away_then(site, media):
    path = store.path_of(store.put(b"left behind"))
    torso = store.folder() / ".incoming-torso"
    torso.write_bytes(b"half of it")
    (media / "incoming").mkdir()
    part = media / "incoming" / "7"
    part.write_bytes(b"a part")
    assert found() == {}
    for one in (path, torso, part):
        grow_old(one)
    assert len(found()["files"]) == 3
    store.put(b"left behind")
    assert len(found()["files"]) == 2, "what is kept anew is fresh again"
    call_command("fsck", "--tidy", stdout=StringIO())
    assert [one.exists() for one in (path, torso, part)] == [True, False, False]


def test_a_job_whose_worker_has_gone_silent(site):
    job = Job.objects.latest("pk")
    for seconds, faults in ((10, 0), (120, 1)):
        lease = timezone.now() - timedelta(seconds=seconds)
        Job.objects.filter(pk=job.pk).update(state="running", lease_until=lease)
        assert len(found().get("jobs", [])) == faults


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"code": "D-NONE"}, "没有规则（D-NONE）"),
        ({"explanation": ""}, "没有起算的说明"),
        ({"object_id": 10**6}, "所属的文书不存在"),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else "",
)
def test_a_clock_without_rule_start_or_record(site, clock, change, words):
    Deadline.objects.update(**change)
    assert any(fault.endswith(words) for fault in found()["clocks"])


def test_an_entry_that_was_changed_and_an_anchor_that_does_not_fit(site):
    unprotect("audit_auditentry")
    AuditEntry.objects.filter(sequence=1).update(note="改过")
    assert found() == {"audit": ["120110 第 1 条内容与摘要不符"]}
    (trail.anchor_folder() / "2024-07-05.json").write_text("[{")
    assert "锚点文件 2024-07-05.json 已损坏" in found()["audit"]


def test_a_record_in_the_books_of_another_bureau_than_its_parent(site, clock, letter, other_bureau):
    party = factories.make_party(other_bureau, "别区单位")
    Deadline.objects.update(party=party)
    (words,) = found()["bureaux"]
    other = f"当事人（{Party._meta.verbose_name}）"
    assert words == f"期限 {clock.pk} {clock}与{other}不属于同一机关，或者后者不存在"
    Deadline.objects.update(party=None, bureau=other_bureau)
    assert "所属的文书" in found()["bureaux"][0]


def test_every_tie_between_records_can_be_asked(db):
    """None is left out for a spelling: a query of each is run."""
    assert len(belonging.ties()) > 150
    assert found() == {}


def test_the_command_tells_people_in_lines_and_programs_in_one(site, letter):
    out = StringIO()
    call_command("fsck", "--json", stdout=out)
    (line,) = out.getvalue().splitlines()
    answer = json.loads(line)
    assert (answer["sound"], answer["documents"]) == (True, {"seen": 1, "faults": []})
    flip_a_byte(letter.rendition.sha256)
    out = StringIO()
    with pytest.raises(CommandError, match="全库核查发现 1 处不符"):
        call_command("fsck", stdout=out)
    assert f"已签发文书：{letter.number}：版式文件内容已被改动" in out.getvalue().splitlines()
    assert "执法全过程记录" in out.getvalue()
