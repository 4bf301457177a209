"""登记内容变化: what is out of date or missing comes to whoever drafts, with its last day."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from archives_enforcement.workflow import Refused
from publicity.models import PublicList
from publicity.queries.list_work import work_for_lists
from publicity.services import list_changes, lists
from tests.publicity.test_lists import clock_of, way  # noqa: F401 - a fixture


def test_a_change_comes_to_the_work_list_before_anybody_drafts(way, client):  # noqa: F811
    """D-G05 runs from the change; a draft thrown away leaves it, a noted mistake takes it off."""
    first = way.published()
    facts = {"changed_on": way.today, "what": "区编办调整职责。"}
    client.force_login(way.clerk)
    client.post(reverse("publicity:list-change", args=[first.pk]), {**facts, "on": way.today})
    [item] = [item for item in work_for_lists(way.clerk, way.today) if item.due]
    assert (item.due, item.button) == (clock_of(first).due_on, "去起草")
    assert item.url.endswith("?kind=services")
    assert not [item for item in work_for_lists(way.head, way.today) if item.due]
    with pytest.raises(Refused, match="已经登记"):
        list_changes.note(first, **way.by(way.clerk), **facts)
    lists.discard(way.draft(), **way.by(way.clerk))
    assert clock_of(first).is_open
    client.post(
        reverse("publicity:list-unchanged", args=[first.pk]), {"note": "没变", "on": way.today}
    )
    assert clock_of(first).cancelled_on == way.today
    with pytest.raises(Refused, match="没有登记内容变化"):
        list_changes.take_back(first, **way.by(way.clerk), note="没变")


def test_only_what_is_in_force_is_said_to_have_changed(way):  # noqa: F811
    facts = {"changed_on": way.today, "what": "区编办调整职责。"}
    with pytest.raises(Refused, match="正在公开"):
        list_changes.note(way.written(), **way.by(way.clerk), **facts)
    row = PublicList.objects.get()
    row = way.publish(way.approve(row))
    with pytest.raises(PermissionDenied):
        list_changes.note(row, **way.by(way.head), **facts)
    with pytest.raises(Refused, match="请写明什么内容有变化"):
        list_changes.note(row, **way.by(way.clerk), **facts | {"what": " "})
    with pytest.raises(Refused, match="内容变化的日期应当"):
        late = way.today + timedelta(days=1)
        list_changes.note(row, **way.by(way.clerk), **facts | {"changed_on": late})


def test_what_was_never_published_asks_to_be_drafted(way):  # noqa: F811
    """国办发〔2018〕118号: the lists known beforehand; one line, and only for who drafts."""
    [item] = work_for_lists(way.clerk, way.today)
    assert item.text.startswith("事前公开的清单还有7种没有起草：执法主体、")
    assert work_for_lists(way.head, way.today) == []
    way.draft("bodies")
    assert "还有6种" in work_for_lists(way.clerk, way.today)[0].text
