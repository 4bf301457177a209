"""What Django's own Chinese texts lack is said in Chinese, too."""

import re

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext

from tests import factories

CATALOGUE = settings.LOCALE_PATHS[0] / "zh_Hans" / "LC_MESSAGES" / "django.po"
SAID = re.findall(r'^msgid "(.+)"\nmsgstr "(.+)"$', CATALOGUE.read_text("utf-8"), re.MULTILINE)


@pytest.mark.parametrize(("text", "chinese"), SAID)
def test_the_compiled_texts_are_those_of_the_catalogue(text, chinese):
    assert gettext(text) == chinese


def test_the_first_page_of_the_administration_has_no_english(client, db):
    client.force_login(
        factories.make_user("admin", "administrator", name="系统管理员", is_staff=True)
    )
    page = client.get(reverse("admin:index")).content.decode()
    words = re.sub(r"<(script|style|title).*?</\1>|<!--.*?-->|<[^>]+>", " ", page, flags=re.DOTALL)
    assert "修改或者查看" in words
    assert re.findall(r"[A-Za-z]{3,}", words) == []
