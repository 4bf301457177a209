"""Pages of 年度自查: where they stand and what is typed on them."""

from django.urls import reverse

from tests.inspections import self_inspecting as self_


def at(name, record=None):
    return reverse(f"inspections:{name}", args=[record.pk] if record else [])


def text_of(response):
    assert response.status_code == 200, response.status_code
    return response.content.decode()


def typed(report, **changed) -> dict:
    """What the page of the report sends."""
    answers = {f"q{key}": value for key, value in self_.answers(report).items()}
    return answers | {"remark": "", "pledged_by": "负责人甲", "pledge_post": "主任"} | changed
