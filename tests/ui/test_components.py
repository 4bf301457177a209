"""Every component: sound markup, no inline code, every input named."""

from pathlib import Path

import pytest
from django.conf import settings
from django.template.loader import render_to_string

from tests.ui import samples
from tests.ui.markup import Page

pytestmark = pytest.mark.urls("tests.ui.urls")
FOLDER = Path(settings.BASE_DIR) / "templates" / "components"
# Parts of a whole page; the tests of pages see them where they stand.
PARTS = {"form_page", "head", "navigation", "optional", "portal_top", "tabbar", "top", "user_menu"}


def render(name, **more):
    context = samples.COMPONENTS[name] | more
    return render_to_string(f"components/{name}.html", context, samples.request("/?q=一"))


def test_every_component_has_a_sample():
    assert {path.stem for path in FOLDER.glob("*.html")} - PARTS == set(samples.COMPONENTS)


@pytest.mark.parametrize("name", sorted(samples.COMPONENTS))
def test_a_component_is_sound(name):
    page = Page(render(name))
    # The links of an error list lead to the fields of the form beside it.
    assert (page.faults, page.unlabelled()) == ([], [])


def test_an_act_that_is_not_open_says_why_to_everybody():
    page = Page(render("acts"))
    button = page.all("button")[0]
    assert (button["aria-disabled"], button["aria-describedby"]) == ("true", "act-2")
    assert "第 2 项没有复核通过。依据：《档案法》第四十五条。" in render("acts")


def test_two_lists_of_acts_on_a_page_do_not_share_ids():
    assert Page(render("acts") + render("acts", prefix="more")).faults == []


def test_steps_say_where_the_record_stands():
    html = render("steps")
    assert "第 2 步，共 3 步" in html
    assert [step.get("aria-current") for step in Page(html).all("li")] == [None, "step", None]


def test_pages_of_a_list_keep_the_filter():
    links = [link["href"] for link in Page(render("pagination")).all("a")]
    assert links[0] == "?q=%E4%B8%80&page=8"


def test_an_empty_group_of_the_work_list_takes_no_room():
    assert render("todo", items=[]).strip() == ""


def test_a_message_of_refusal_interrupts_and_the_others_wait():
    said = [{"level_tag": tag} for tag in ("success", "warning", "info", "error")]
    roles = [box["role"] for box in Page(render("messages", messages=said)).all("div")[1:]]
    assert roles == ["status", "status", "status", "alert"]
