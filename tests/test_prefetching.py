"""Related rows are fetched only where there are any; what is empty is not asked for again."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from archives_enforcement.accounts.models import Party, User
from archives_enforcement.asking import answer_of
from archives_enforcement.prefetching import filled, prefetch_asking, prefetch_filled
from tests import factories
from units.models import Unit

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


def test_what_stands_for_one_record_alone_leads_on_from_both_its_sides():
    """A unit is one party and a party at most one unit."""
    bureau = factories.make_bureau("示例局", "990203")
    unit, party = factories.make_unit(bureau, "示例单位"), factories.make_party(bureau, "示例乙")
    of_unit = Unit.objects.get(pk=unit.pk)
    answer_of(prefetch_asking([of_unit], "party__bureau"))
    parties = list(Party.objects.filter(pk__in=[unit.party_id, party.pk]).order_by("pk"))
    answer_of(prefetch_asking(parties, "unit__party"))
    with CaptureQueriesContext(connection) as asked:
        assert of_unit.party.bureau == bureau
        assert [hasattr(each, "unit") for each in parties] == [True, False]
        assert parties[0].unit.party == of_unit.party
    assert not asked.captured_queries
