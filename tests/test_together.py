"""Rows of several querysets are read in one statement, each as its queryset reads them alone.

It stands between Django and `cursor()`, so that both databases are asked all of it.
"""

import pytest
from django.db import connection
from django.db.models import Count
from django.db.models.functions import Upper
from django.test.utils import CaptureQueriesContext

from archives_enforcement.accounts.models import Bureau, Certificate, Grant, User
from archives_enforcement.documents.models import Wording
from archives_enforcement.together import MOST_TABLES, rows_together
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def people():
    bureau = factories.make_bureau("示例局", "990204")
    return [factories.make_officer(f"officer_{place}", bureau) for place in range(5)]


def test_every_kind_of_queryset_is_read_as_alone_and_in_its_order(people):
    own = User.objects.filter(pk__in=[person.pk for person in people])
    querysets = [
        own.order_by("-username"),
        own.select_related("bureau").order_by("username")[1:3],
        Certificate.objects.filter(user__in=people).order_by("-user__username"),
        Grant.objects.filter(user__in=people),
        own.order_by("-username").values_list("username", flat=True),
        own.annotate(cards=Count("certificates"), loud=Upper("username")).order_by("pk"),
        Bureau.objects.filter(user__in=people).distinct().order_by("user__bureau__name"),
        Wording.objects.order_by("-pk")[:3],  # JSON
        own.values("bureau").annotate(total=Count("pk")).values_list("bureau", "total"),
        own.none(),
    ]
    alone = [list(rows.all()) for rows in querysets]
    with CaptureQueriesContext(connection) as asked:
        found = rows_together(querysets)
    assert found == alone
    assert len(asked) == 1
    certificate, wording = found[2][0], found[7][0]
    assert certificate.valid_from == alone[2][0].valid_from
    assert vars(wording) | {"_state": None} == vars(alone[7][0]) | {"_state": None}
    assert [row.loud for row in found[5]] == [row.loud for row in alone[5]]
    with CaptureQueriesContext(connection) as asked:
        assert {row.bureau.name for row in found[1]} == {"示例局"}
    assert not asked


def test_prefetched_rows_come_with_them(people):
    own = User.objects.filter(pk=people[0].pk)
    ((person,), _) = rows_together([own.prefetch_related("certificates"), own])
    with CaptureQueriesContext(connection) as asked:
        assert len(person.certificates.all()) == 1
    assert not asked


def test_more_than_a_statement_takes_is_read_in_several(people):
    rows = User.objects.filter(pk=people[0].pk).values_list("pk", flat=True)
    with CaptureQueriesContext(connection) as asked:
        assert rows_together([rows] * (MOST_TABLES + 2)) == [[people[0].pk]] * (MOST_TABLES + 2)
    assert len(asked) == 2
