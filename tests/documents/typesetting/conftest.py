"""The printing fonts are made once; documents that several tests measure are set once."""

import json

import pytest
from django.conf import settings

from archives_enforcement.documents.typesetting import engine, fonts
from tests.documents.typesetting import contents, measure


@pytest.fixture(scope="session", autouse=True)
def printing_fonts():
    """FONT_DIR with current fonts."""
    fonts.build(settings.FONT_DIR)
    return settings.FONT_DIR


@pytest.fixture(scope="session")
def set_pages(printing_fonts):
    """A function from content to measured pages, which sets equal content once."""

    known = {}

    def pages(content):
        key = json.dumps(content)
        if key not in known:
            known[key] = measure.pages(engine.typeset(content, created=contents.CREATED))
        return known[key]

    return pages


@pytest.fixture(scope="session")
def long_letter(set_pages):
    return set_pages(contents.long_letter())


@pytest.fixture(scope="session")
def long_form(set_pages):
    return set_pages(contents.form())
