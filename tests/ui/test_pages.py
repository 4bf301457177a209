"""The shells and the pages of refusal."""

import pytest
from django.contrib.auth.forms import AuthenticationForm
from django.template.loader import render_to_string

from tests.ui.markup import Page
from tests.ui.samples import LOCKOUT, EveryField, Person, Record, request

pytestmark = pytest.mark.urls("tests.ui.urls")
REFUSALS = ("400.html", "403.html", "403_csrf.html", "404.html", "429.html", "500.html")


def render(template, path="/", user=None, **context):
    made = request(path, user)
    shown = {"unread_count": 0, **context, "user": made.user}
    return render_to_string(template, shown, made)


@pytest.mark.parametrize("template", ["base.html", "portal.html", "public.html"])
@pytest.mark.parametrize("user", [None, Person("inspections.view_inspection")])
def test_a_shell_is_sound_for_anybody(template, user):
    page = Page(render(template, user=user, unread_count=3))
    assert (page.faults, page.unlabelled()) == ([], [])
    assert [attrs["id"] for attrs in page.all("main")] == ["main"]


@pytest.mark.parametrize("template", ["base.html", "portal.html", "public.html", *REFUSALS])
def test_nothing_is_loaded_from_another_host(template):
    page = Page(render(template, user=Person()))
    loaded = [attrs["href"] for attrs in page.all("link")]
    loaded += [attrs["src"] for attrs in page.all("script")]
    assert [address for address in loaded if not address.startswith("/static/")] == []


def test_signing_out_is_a_form_that_posts():
    forms = Page(render("base.html", user=Person())).all("form")
    assert {"method": "post", "action": "/logout/"} in forms


def test_unread_messages_are_counted_only_when_there_are_any():
    assert '3<span class="visually-hidden"> 条未读' in render("base.html", unread_count=3)
    assert "条未读" not in render("base.html", unread_count=0)


def test_a_page_may_name_the_menu_entry_it_belongs_to():
    user = Person("inspections.view_plan")
    html = render("base.html", user=user, nav="inspections:plan-list")
    current = [link["href"] for link in Page(html).all("a") if link.get("aria-current") == "page"]
    assert current == ["/inspections/plan-list/"]


@pytest.mark.parametrize("template", REFUSALS)
def test_a_page_of_refusal_needs_nothing_from_the_page_that_failed(template):
    html = render_to_string(template)
    assert Page(html).faults == []
    assert html.count("<h1>") == 1


def test_a_lockout_says_who_and_for_how_long():
    html = render("429.html", **LOCKOUT)
    assert "用户名“officer”连续输错密码 5 次" in html
    assert "请过 15 分钟再试" in html


def test_a_refusal_shows_the_reason_given():
    assert "请由审批人签发。" in render("403.html", exception="请由审批人签发。")


def test_the_sign_in_page_is_sound_and_keeps_where_to_go():
    page = Page(render("registration/login.html", form=AuthenticationForm(), next="/inspections/"))
    hidden = [each for each in page.all("input") if each.get("name") == "next"]
    assert (page.faults, page.unlabelled()) == ([], [])
    assert [each["value"] for each in hidden] == ["/inspections/"]


@pytest.mark.parametrize("form", [EveryField(), EveryField({"facts": "东墙渗水"}, {})])
@pytest.mark.parametrize("layout", ["base.html", "portal.html"])
def test_a_page_of_one_act_is_sound(form, layout):
    html = render(
        "components/form_page.html",
        user=Person(),
        layout=layout,
        title="签发",
        form=form,
        record=Record(),
        consequences=["编号不可修改"],
        cancel_url="/1/",
    )
    page = Page(html)
    assert (page.faults, page.unlabelled()) == ([], [])
    posted = [each for each in page.all("form") if each.get("enctype")]
    assert [each["enctype"] for each in posted] == ["multipart/form-data"]
    assert "本系统不得录入国家秘密" in html
