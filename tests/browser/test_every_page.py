"""The album of `make screenshots` holds each page that is within reach, once at every width."""

import pytest

from tests.browser import every_page

MARK = b"\x89PNG"


@pytest.mark.full
def test_the_album_holds_every_page_of_a_person_at_each_width(
    chromium, site, tmp_path, monkeypatch
):
    monkeypatch.setattr(every_page, "FOLDER", tmp_path)
    monkeypatch.setattr(every_page, "PEOPLE", ("firm_contact",))
    faults = every_page.take_all(chromium, site)
    assert faults == []
    pictures = list(tmp_path.glob("*.png"))
    assert len(pictures) >= 3 * len(every_page.WIDTHS)
    assert len(pictures) % len(every_page.WIDTHS) == 0
    assert all(picture.read_bytes().startswith(MARK) for picture in pictures)
    assert all(f'src="{one.name}"' in (tmp_path / "index.html").read_text() for one in pictures)
