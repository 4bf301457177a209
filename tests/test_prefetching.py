"""Related rows are fetched only where there are any; what is empty is not asked for again."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from archives_enforcement.accounts.models import User
from archives_enforcement.prefetching import filled, prefetch_filled
from tests import factories

pytestmark = pytest.mark.django_db


def test_one_question_tells_which_sides_have_rows_and_the_empty_ones_are_not_fetched():
    officer = factories.make_officer("officer_of_side", factories.make_bureau("示例局", "990201"))
    officer = User.objects.get(pk=officer.pk)
    assert filled(officer, "certificates", "grants") == {"certificates"}
    with CaptureQueriesContext(connection) as asked:
        prefetch_filled(officer, "certificates", "grants")
    assert len(asked) == 2
    with CaptureQueriesContext(connection) as asked:
        assert officer.certificates.all()
        assert not officer.grants.all()
    assert not asked.captured_queries


def test_rows_that_point_from_a_table_between_are_found_too():
    person = factories.make_officer("officer_of_post", factories.make_bureau("示例局", "990202"))
    group = person.groups.first()
    assert filled(group, "user") == {"user"}
