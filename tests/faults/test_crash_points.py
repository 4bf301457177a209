"""A process that is gone after any statement of an act leaves all of the act or nothing."""

import os
import traceback

import pytest
from django.db import connection

from archives_enforcement.documents import services
from archives_enforcement.jobs.models import Job
from publicity.models import Notice
from tests import factories
from tests.documents.conftest import ON, inquiry
from tests.faults.verdict import books, found
from tests.inspections.rectifying import answer, make_finding, make_visit, told, upload
from tests.penalties.walk import Walk
from tests.publicity.conftest import Notices

pytestmark = [pytest.mark.services, pytest.mark.django_db(transaction=True)]
GONE, FAILED = 77, 78


@pytest.fixture(autouse=True)
def on_postgres(settings, tmp_path):
    if connection.vendor != "postgresql":
        pytest.skip("另一个进程只能与测试共用 PostgreSQL 数据库")
    settings.DATA_DIR = tmp_path


def ends(act, statements: int) -> bool:
    """Do `act` in a child that is gone after so many statements; whether it came to its end."""
    connection.close()
    pid = os.fork()
    if pid == 0:
        _be_gone_after(statements, act)
    code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    assert code in (0, GONE)
    return code == 0


def _be_gone_after(statements: int, act) -> None:
    left = statements

    def count_down(execute, sql, params, many, context):
        nonlocal left
        result = execute(sql, params, many, context)
        left -= 1
        if left == 0:
            os._exit(GONE)
        return result

    try:
        with connection.execute_wrapper(count_down):
            act()
    except BaseException:
        traceback.print_exc()
        os._exit(FAILED)
    os._exit(0)


def crash_everywhere(act, step: int = 1) -> int:
    """After each statement (or each `step`-th) nothing has changed; how many there were."""
    faults, before, statements = found(), books(), 1
    while not ends(act, statements):
        assert books() == before, f"after statement {statements}"
        statements += step
        assert statements < 1_000
    assert books() != before
    assert found() == faults
    return statements


def sign(unit, officer, head):
    paper = services.submit(inquiry(unit, officer), actor=officer, on=ON)
    return lambda: services.sign(paper, actor=head, on=ON)


@pytest.mark.parametrize("step", [25, pytest.param(1, marks=pytest.mark.full)])
def test_issuing_a_paper(unit, officer, head, step):
    assert crash_everywhere(sign(unit, officer, head), step) > 20
    assert found() == {}
    assert Job.objects.get().state == Job.State.WAITING


@pytest.mark.full
def test_a_unit_replying_with_a_file(unit, officer, contact):
    visit = make_visit(unit, officer)
    told(visit)
    finding = make_finding(visit, clock=True)
    crash_everywhere(lambda: answer(finding, contact, files=[upload()]))


@pytest.mark.full
def test_publishing_a_decision():
    walk = Walk(factories.make_bureau())
    walk.serve()
    walk.colleague = factories.make_user("colleague", "clerk", bureau=walk.bureau)
    notice = Notices(walk).approved()
    crash_everywhere(lambda: Notices(walk).publish(Notice.objects.get(pk=notice.pk)))
