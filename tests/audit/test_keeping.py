"""No act stands without its entry, and no entry goes before its time."""

from datetime import date, timedelta
from io import StringIO

import pytest
from axes.models import AccessLog
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone

from archives_enforcement.accounts.retention import LEAST
from archives_enforcement.audit import trail
from archives_enforcement.documents import services
from archives_enforcement.documents.models import NumberSequence
from archives_enforcement.jobs.models import Job
from tests.documents.conftest import inquiry

ON, LENGTH = date(2024, 7, 4), 24
REFUSE = {
    "sqlite": "CREATE TRIGGER refuse BEFORE INSERT ON audit_auditentry "
    "BEGIN SELECT RAISE(ABORT, 'no more'); END",
    "postgresql": "CREATE TRIGGER refuse BEFORE INSERT ON audit_auditentry "
    "FOR EACH ROW EXECUTE FUNCTION refuse_change()",
}


@pytest.mark.django_db(transaction=True)
def test_without_its_entry_no_act_stands_and_the_page_says_so(client, unit, officer, head):
    paper = services.submit(inquiry(unit, officer), actor=officer, on=ON)
    client.force_login(head)
    client.raise_request_exception = False
    before = (trail.problems(), Job.objects.count())
    with connection.cursor() as cursor:
        cursor.execute(REFUSE[connection.vendor])
    answer = client.post(f"/documents/{paper.pk}/sign/", {"on": ON.isoformat(), "confirmed": "on"})
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "30")
    assert "刚才提交的内容没有保存" in answer.content.decode()
    paper.refresh_from_db()
    assert (paper.state, paper.number) == ("submitted", None)
    assert not NumberSequence.objects.exists()
    assert (trail.problems(), Job.objects.count()) == before
    with connection.cursor() as cursor:
        table = "" if connection.vendor == "sqlite" else " ON audit_auditentry"
        cursor.execute(f"DROP TRIGGER refuse{table}")
    assert (
        client.post(
            f"/documents/{paper.pk}/sign/", {"on": ON.isoformat(), "confirmed": "on"}
        ).status_code
        == 302
    )
    paper.refresh_from_db()
    assert paper.number


def test_what_is_not_six_months_old_is_not_deleted(db):
    for days in (LEAST - 1, LEAST + 1):
        row = AccessLog.objects.create(username=str(days))
        AccessLog.objects.filter(pk=row.pk).update(
            attempt_time=timezone.now() - timedelta(days=days)
        )
    with pytest.raises(CommandError, match="至少保存六个月"):
        call_command("axes_reset_logs", age=180)
    assert AccessLog.objects.count() == 2
    call_command("axes_reset_logs", stdout=StringIO())
    assert [row.username for row in AccessLog.objects.all()] == [str(LEAST - 1)]
