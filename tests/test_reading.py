"""Reference data is read once in a request or an act, and anew in the next one."""

import pytest
from django.test import RequestFactory

from archives_enforcement.reading import (
    ReadOnce,
    one_page,
    read_once,
    read_once_a_page,
    remember,
    remembering,
)
from archives_enforcement.workflow import act


@pytest.fixture
def asked():
    """A question that counts how often it is really put."""
    calls = []

    @read_once
    def question(number):
        calls.append(number)
        if number < 0:
            raise ValueError(number)
        return number

    return calls, question


def test_equal_questions_are_answered_from_memory_until_the_end(asked):
    calls, question = asked
    with remembering():
        assert [question(1), question(1), question(2)] == [1, 1, 2]
        with remembering():
            question(1)
    assert calls == [1, 2]
    question(1)
    question(1)
    assert calls == [1, 2, 1, 1]


def test_a_refusal_is_asked_again(asked):
    calls, question = asked
    with remembering():
        for _ in range(2):
            with pytest.raises(ValueError, match="-1"):
                question(-1)
    assert calls == [-1, -1]


@pytest.mark.django_db
def test_an_act_and_a_request_each_remember_for_themselves(asked):
    calls, question = asked

    def twice(*_):
        return question(1) + question(1)

    page = RequestFactory().get("/")
    assert [act(twice)(), act(twice)(), ReadOnce(twice)(page)] == [2, 2, 2]
    assert calls == [1, 1, 1]


@pytest.fixture
def stock():
    """A number that changes, and the question how great it is."""
    kept = [1]
    return kept, read_once_a_page(lambda: kept[0])


@pytest.mark.django_db
def test_a_record_is_read_once_while_a_page_is_shown_and_anew_by_every_act(stock):
    kept, count = stock

    @act
    def add():
        before = count()
        kept[0] += 1
        return before, count()

    def read(_):
        return [count(), count()]

    with one_page():
        assert count() == 1
        kept[0] = 5  # as another process does meanwhile
        assert count() == 1
        assert add() == (5, 6)
        assert count() == 6
    assert ReadOnce(read)(RequestFactory().get("/")) == [6, 6]


def test_a_request_that_may_change_something_believes_no_page(stock):
    kept, count = stock

    def change(_):
        before = count()
        kept[0] += 1
        return before, count()

    with one_page():
        count()
        assert ReadOnce(change)(RequestFactory().post("/")) == (1, 2)


def test_what_was_read_with_something_else_is_not_asked_again(stock):
    _, count = stock
    remember(count, 7)
    assert count() == 1
    with one_page():
        remember(count, 7)
        assert count() == 7
