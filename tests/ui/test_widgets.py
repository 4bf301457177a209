"""What the house draws itself reads like what Django's templates draw."""

import re

import pytest
from django import forms
from django.forms.renderers import DjangoTemplates
from django.utils.safestring import SafeString, mark_safe

from archives_enforcement.forms import EvidenceInput
from archives_enforcement.forms.widgets import Renderer

CHOICES = [("", "不限"), ("组<1>", [("a", '甲"一'), (2, mark_safe("<b>乙</b>"))]), (None, "无")]
ATTRS = {"id": "id_x", "required": True, "hidden": False, "data-a": '"><script>', "size": 3}
WIDGETS = [
    (forms.TextInput, '"><script>'),
    (forms.TextInput, None),
    (forms.NumberInput, 0),
    (forms.HiddenInput, mark_safe("&amp;")),
    (forms.PasswordInput, "x"),
    (forms.DateInput, "2026-01-02"),
    (forms.TimeInput, "09:30"),
    (forms.CheckboxInput, True),
    (forms.CheckboxInput, False),
    (EvidenceInput, None),
    (forms.Textarea, "</textarea><script>"),
    (forms.Textarea, None),
]
CHOOSERS = [forms.Select, forms.SelectMultiple, forms.RadioSelect, forms.CheckboxSelectMultiple]


def alike(markup: str) -> str:
    return re.sub(r"\s*\n\s*", "\n", re.sub(r">\s+<", "><", markup)).strip()


def drawn(widget, value, renderer) -> str:
    found = widget.render("x<", value, dict(ATTRS), renderer)
    assert isinstance(found, SafeString)
    return alike(found)


@pytest.mark.parametrize(("kind", "value"), WIDGETS)
def test_an_input_is_what_django_draws(kind, value):
    assert drawn(kind(), value, Renderer()) == drawn(kind(), value, DjangoTemplates())


@pytest.mark.parametrize("kind", CHOOSERS)
@pytest.mark.parametrize("value", ["", "a", 2, None])
def test_choices_are_what_django_draws(kind, value):
    widget = kind(choices=CHOICES)
    assert drawn(widget, value, Renderer()) == drawn(widget, value, DjangoTemplates())


@pytest.mark.parametrize("kind", CHOOSERS[2:])
def test_each_choice_of_a_group_is_what_django_draws(kind):
    class Plain(forms.Form):
        field = forms.ChoiceField(choices=[("a", "甲<"), ("b", "乙")], widget=kind, initial="a")

    tags = [
        [option.tag() for option in Plain(renderer=renderer())["field"]]
        for renderer in (Renderer, DjangoTemplates)
    ]
    assert tags[0] == tags[1]


def test_a_widget_of_somebody_else_keeps_its_template():
    found = forms.SplitDateTimeWidget().render("at", None, {}, Renderer())
    assert found.count("<input") == 2
