"""A campaign of the city with a list of its own, issued to two bureaux."""

from types import SimpleNamespace

import pytest
import time_machine

from tests import factories, sharing
from tests.inspections import campaigning, listing
from tests.inspections.campaigning import ON


@pytest.fixture(scope="module")
def city(django_db_setup, django_db_blocker):
    """A campaign with a list of the superior's own, adopted and published."""
    with sharing.kept(django_db_blocker):
        with time_machine.travel(ON):
            stage = _issued()
        yield stage


def _issued() -> SimpleNamespace:
    superior = factories.make_bureau("示例市档案局", "120100")
    bureau = factories.make_bureau(parent=superior)
    neighbour = factories.make_bureau("邻区档案局", "120112", parent=superior)
    planner = factories.make_user("planner", "clerk", bureau=superior)
    director = factories.make_user("director", "head", "backfiller", bureau=superior)
    writer = factories.make_user("writer", "clerk", "backfiller", bureau=superior)
    citys_list = listing.adopted(listing.taken(writer, "市级专项清单"), writer, director)
    campaigning.publish(planner, citys_list)
    return SimpleNamespace(
        superior=superior,
        bureau=bureau,
        neighbour=neighbour,
        planner=planner,
        director=director,
        citys_list=citys_list,
        campaign=campaigning.issued(planner, director, bureau, neighbour, checklist=citys_list),
    )


def _of_city(name: str):
    @pytest.fixture(name=name)
    def member(city, db):
        return sharing.own(getattr(city, name))

    return member


superior, planner, director = map(_of_city, ("superior", "planner", "director"))
bureau, neighbour = map(_of_city, ("bureau", "neighbour"))
citys_list, campaign = map(_of_city, ("citys_list", "campaign"))
