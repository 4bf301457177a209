"""Pages of 检查清单: who writes what, what they show, what a refusal looks like."""

from urllib.parse import urlsplit

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from inspections.forms.checklists import ItemForm
from inspections.models import Checklist
from inspections.queries import checklist_differences
from tests import factories
from tests.inspections import listing
from tests.inspections.listing import LAW


def page(name, *args):
    return reverse(f"inspections:checklist-{name}", args=args)


def typed(item, **changes) -> dict:
    """What the page of an item holds when it is opened, with `changes`."""
    actor = item.checklist.drafted_by
    form = ItemForm(
        actor=actor, checklist=item.checklist, item=item, initial=ItemForm.written(item)
    )
    found = {}
    for field in form:
        value = field.value()
        if value not in (None, "", False):
            found[field.html_name] = "on" if value is True else value
    return {**found, **changes}


def test_the_list_shows_what_is_in_force(client, clerk, draft, head):
    listing.adopted(draft, clerk, head)
    client.force_login(clerk)
    text = client.get(page("list")).content.decode()
    assert text.count("现行") == 1
    assert text.count("随系统提供") == 2


def test_a_list_costs_few_queries_however_long_it_is(client, clerk, draft):
    client.force_login(clerk)
    with CaptureQueriesContext(connection) as asked:
        text = client.get(page("detail", draft.pk)).content.decode()
    assert text.count('id="item-') == 69
    assert len(asked) <= 16


def test_a_draft_begins_from_the_page_of_a_list(client, other_bureau):
    clerk = factories.make_user("new_clerk", "clerk", "backfiller", bureau=other_bureau)
    client.force_login(clerk)
    shared = listing.shared()
    proposed = client.get(page("version", shared.pk)).context["form"]["name"].value()
    assert proposed == "档案行政执法检查清单（第1版）"
    response = client.post(page("version", shared.pk), {"name": proposed, "on": "2024-04-01"})
    made = other_bureau.checklist_set.get()
    assert (urlsplit(response.url).path, made.name) == (made.get_absolute_url(), proposed)


def test_areas_become_a_list_of_their_own(client, clerk):
    client.force_login(clerk)
    asked = {"name": "信息安全清单", "areas": [listing.ELECTRONIC], "on": "2024-04-01"}
    client.post(page("take", listing.shared().pk), asked)
    assert Checklist.objects.latest("pk").items.count() == 15


def test_an_item_saved_as_it_stands_is_the_same(client, clerk, draft):
    """Nothing is lost on the way through the page, of any item of the list."""
    client.force_login(clerk)
    for code in ("1-01", "2-02", "2-09", "4-22", "5-09"):
        item = listing.item(draft, code)
        response = client.post(page("item-edit", item.pk), typed(item, on="2024-04-01"))
        assert response.status_code == 302, (code, response.context["form"].errors)
    assert checklist_differences.differences(draft).words == "没有改动"


def test_an_item_is_changed_on_its_page(client, clerk, draft):
    client.force_login(clerk)
    item = listing.item(draft, "1-01")
    changes = {"text": "换了说法", "veto": "on", "points": "5", "law-0": f"{LAW}第十二条"}
    response = client.post(page("item-edit", item.pk), typed(item, on="2024-04-01", **changes))
    assert response.url == f"{draft.get_absolute_url()}#item-{item.pk}"
    item.refresh_from_db()
    assert (item.text, item.veto, item.points) == ("换了说法", True, 5)


def test_an_item_without_basis_comes_back_with_the_reason(client, clerk, draft):
    client.force_login(clerk)
    item = listing.item(draft, "1-01")
    no_law = {"law-0": "", "law-1": "", "on": "2024-04-01"}
    response = client.post(page("item-edit", item.pk), typed(item, **no_law))
    assert response.status_code == 422
    assert "没有依据" in response.content.decode()


def test_an_item_needs_somebody_whom_it_concerns(client, clerk, draft):
    client.force_login(clerk)
    item = listing.item(draft, "2-10")
    posted = typed(item, on="2024-04-01")
    del posted["applies-archives"]
    assert (
        "至少勾选一种适用对象" in client.post(page("item-edit", item.pk), posted).content.decode()
    )


def test_the_page_of_an_item_says_what_a_work_requirement_cannot_do(client, clerk, draft):
    client.force_login(clerk)
    text = client.get(page("item-edit", listing.item(draft, "2-09").pk)).content.decode()
    assert "不能据以责令改正或者处罚" in text


def test_the_head_adopts_after_reading_what_follows(client, clerk, draft, head):
    listing.submitted(draft, clerk)
    client.force_login(head)
    assert "采用后清单的内容不能再改" in client.get(page("adopt", draft.pk)).content.decode()
    asked = {"valid_from": "2024-05-01", "on": "2024-04-01", "confirm": "on"}
    client.post(page("adopt", draft.pk), asked)
    draft.refresh_from_db()
    assert (draft.state, str(draft.valid_from)) == ("adopted", "2024-05-01")
    assert "没有改动" in client.get(draft.get_absolute_url()).content.decode()


def test_an_adopted_list_has_no_page_to_change_it(client, clerk, draft, head):
    item = draft.items.first()
    listing.adopted(draft, clerk, head)
    client.force_login(clerk)
    assert "事项不能再改" in client.get(page("item-edit", item.pk)).content.decode()
    assert page("item-edit", item.pk) not in client.get(draft.get_absolute_url()).content.decode()


def test_the_drafter_reads_why_a_list_came_back(client, clerk, draft, head):
    listing.submitted(draft, clerk)
    client.force_login(head)
    client.post(page("return", draft.pk), {"note": "依据写到款", "on": "2024-04-01"})
    client.force_login(clerk)
    assert "依据写到款" in client.get(draft.get_absolute_url()).content.decode()
    client.post(page("discard", draft.pk), {"on": "2024-04-01"})
    assert draft.name not in client.get(page("list")).content.decode().split("<tbody>")[1]
