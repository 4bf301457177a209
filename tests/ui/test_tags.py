"""The small marks of pages."""

from datetime import date

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.paginator import Paginator
from django.template import RequestContext, Template

from archives_enforcement.templatetags import icons, ui
from tests.ui.samples import TODAY, EveryField, Record, request


def test_an_icon_is_hidden_from_screen_readers():
    assert icons.icon("x", "big") == (
        '<svg class="i big" viewBox="0 0 24 24" aria-hidden="true" focusable="false">'
        '<path d="M6 6l12 12M18 6L6 18"/></svg>'
    )


def test_an_unknown_icon_is_a_mistake():
    with pytest.raises(KeyError):
        icons.icon("unicorn")


def test_a_state_is_told_in_words_and_colour():
    assert ui.state_tag(Record()) == '<span class="tag now">整改中</span>'
    assert ui.state_tag(None) == ""


def test_a_label_escapes_what_people_typed_and_knows_its_tones():
    assert ui.tag("<b>", "late") == '<span class="tag late">&lt;b&gt;</span>'
    with pytest.raises(ImproperlyConfigured):
        ui.tag("逾期", "red")


@pytest.mark.parametrize(
    ("arguments", "html"),
    [
        ((date(2024, 10, 8), TODAY), '<span class="dl late num"><b>逾期 2 天</b>10月8日</span>'),
        (
            (date(2026, 6, 20), TODAY),
            '<span class="dl  num"><b>还有 618 天</b>2026年6月20日</span>',
        ),
        (
            (date(2024, 9, 24), TODAY, "已销号"),
            '<span class="dl done num"><b>已销号</b>9月24日</span>',
        ),
        ((None, TODAY, "", "送达后起算"), '<span class="dl  num"><b>未开始</b>送达后起算</span>'),
        ((TODAY, TODAY, "", "14:30"), '<span class="dl due num"><b>今天</b>14:30</span>'),
    ],
)
def test_a_deadline_puts_days_first(arguments, html):
    assert ui.deadline_tag(*arguments) == html


def test_a_clock_that_has_not_started_is_said_to_be_so():
    assert ui.clock_tag({}, None, TODAY) == ui.deadline_tag(None, TODAY)


def test_a_degree_is_read_out_with_its_meaning():
    assert ui.severity("A") == (
        '<span class="sev sev-a"><span class="visually-hidden">严重程度 </span>A</span>'
    )
    assert ui.severity("") == ""


def test_a_page_link_keeps_the_filter_and_drops_what_is_emptied():
    template = Template("{% query_with page=2 state='' %}")
    context = RequestContext(request("/?q=一&state=draft&page=1"))
    assert template.render(context) == "?q=%E4%B8%80&amp;page=2"


def test_page_numbers_keep_both_ends_and_the_neighbours():
    page = Paginator(range(500), 20).page(9)
    assert ui.page_numbers(page) == [1, None, 7, 8, 9, 10, 11, None, 25]


@pytest.mark.parametrize(
    ("name", "kind", "first_id"),
    [
        ("facts", "", "id_facts"),
        ("answer", "radio", "id_answer_0"),
        ("officers", "checks", "id_officers_0"),
        ("urgent", "check", "id_urgent"),
        ("photos", "file", "id_photos"),
        ("confirmed", "confirm", "id_confirmed"),
    ],
)
def test_a_field_is_drawn_by_its_kind_and_an_error_leads_to_its_first_input(name, kind, first_id):
    field = EveryField()[name]
    assert (ui.field_kind(field), ui.first_input_id(field)) == (kind, first_id)
