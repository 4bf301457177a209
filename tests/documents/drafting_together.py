"""The kind, the words and the acts with which tests draft together."""

from django.utils import timezone

from archives_enforcement.documents import services
from archives_enforcement.documents.batch_progress import progress_of

KIND = "report_reminder"
WORDS = {
    "matter": "2024年度档案工作情况",
    "was_due": "2024年9月30日",
    "reply_due": "收到本函之日起10日内",
}
PAGE = f"/documents/together/unit/{KIND}/"


def progress(batch):
    return progress_of(batch, batch.made_by)


def single(unit, actor):
    return services.draft_about(
        "unit", unit, KIND, title="", fields=WORDS, actor=actor, on=timezone.localdate()
    )


def post(client, units, **changes):
    sent = {"records": [row.pk for row in units], "title": "催报函", "confirmed": "on", **WORDS}
    return client.post(PAGE, sent | {"on": timezone.localdate()} | changes)
