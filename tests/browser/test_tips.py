"""A tip from a stranger's phone to the answer that he reads by his code."""

import pytest

from tests.browser import browser, founding, walk_preparing, walk_tips
from tests.browser.walk import Person


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A bureau of its own that has done nothing yet."""
    with founding.running(tmp_path_factory.mktemp("founded")) as running:
        yield running


def test_a_tip_walks_from_a_phone_to_its_answer(person, visit, problems, tmp_path):
    clerk, head, officer = person("clerk"), person("head"), person("officer")
    walk_preparing.confirm_identity(head)
    walk_tips.register_unit(clerk)
    stranger = Person(visit("/publicity/public/", viewport=browser.PHONE), [])
    stranger.problems = problems[-1]
    code = walk_tips.send(stranger, founding.BUREAU["name"], tmp_path)
    tip = walk_tips.accept(clerk)
    assert "已经受理，正在办理" in walk_tips.ask(stranger, code)
    walk_tips.look(officer, tip)
    walk_tips.look_in_vain(person("officer2"), tip)
    walk_tips.settle(officer, head)
    walk_tips.answer(clerk)
    assert walk_tips.ANSWER in walk_tips.ask(stranger, code)
    assert "没有查到" in walk_tips.ask(stranger, code[:-1])
    call = walk_tips.register_call(clerk)
    walk_tips.merge(clerk)
    assert walk_tips.ANSWER in walk_tips.ask(stranger, call)


@pytest.mark.full
def test_a_tip_is_refused_passed_on_or_comes_from_the_press(person, visit, problems):
    """J16: each way a tip may end before or without a check, and what its code tells."""
    clerk, head, officer = person("clerk"), person("head"), person("officer")
    stranger = Person(visit("/tips/query/", viewport=browser.PHONE), problems[-1])
    refused, moved = walk_tips.refuse(clerk), walk_tips.pass_on(clerk)
    words = walk_tips.ask(stranger, refused)
    assert ("不予受理" in words, walk_tips.NOT_OURS in words) == (True, True)
    words = walk_tips.ask(stranger, moved)
    assert ("已经移送" in words, walk_tips.MOVED in words) == (True, True)
    walk_tips.hear_from_media(clerk, officer, head)


def test_a_complaint_about_an_officer_is_answered_and_never_seen_by_him(person, visit):
    clerk, officer = person("clerk"), person("officer")
    stranger = Person(visit("/tips/", viewport=browser.PHONE), [])
    code = walk_tips.complain(stranger)
    officer.menu("举报投诉")
    assert walk_tips.RUDE not in officer.reads()
    complaint = walk_tips.take_up(clerk)
    walk_tips.investigate(person("head"), person("reviewer"))
    walk_tips.answer_complaint(clerk, complaint)
    assert walk_tips.CALM in walk_tips.ask(stranger, code)
    assert officer.status_of(complaint) == 403


def test_a_phone_shows_the_public_pages_whole(visit):
    page = visit("/tips/", viewport=browser.PHONE)
    for path in ("/tips/", "/tips/query/", "/tips/sent/"):
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth") <= browser.PHONE["width"]
        assert browser.accessibility_faults(page) == []
