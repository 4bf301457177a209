"""Reference data is read once in a request or an act, and anew in the next one."""

import pytest

from archives_enforcement.reading import ReadOnce, read_once, remembering
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

    assert [act(twice)(), act(twice)(), ReadOnce(twice)("request")] == [2, 2, 2]
    assert calls == [1, 1, 1]
