"""使用手册: every entry of the menu is explained, and every picture and page it names exists."""

import re

import pytest

from archives_enforcement.navigation import NAV
from tests.deployment.system import ROOT

HANDBOOK = ROOT / "docs" / "handbook"
LINK = re.compile(r"\]\(([^)#]+?)(?:#[^)]*)?\)")


def test_every_entry_of_the_menu_is_explained():
    said = (HANDBOOK / "menu.md").read_text()
    entries = [entry.label for section in NAV for entry in section.entries]
    assert [label for label in entries if f"\n| {label} |" not in said] == []


@pytest.mark.parametrize("page", sorted(HANDBOOK.glob("*.md")), ids=lambda page: page.name)
def test_what_a_page_of_the_handbook_shows_or_links_to_exists(page):
    links = [link for link in LINK.findall(page.read_text()) if "://" not in link]
    assert [link for link in links if not (HANDBOOK / link).exists()] == []
