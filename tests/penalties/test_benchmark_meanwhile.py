"""An entry that a page keeps while it is written is read anew before it is changed."""

from django.urls import reverse

from archives_enforcement import meanwhile
from tests.typing_in import opened


def test_of_two_changes_of_one_entry_the_second_is_told(writer, draft):
    address = reverse("penalties:benchmark-entry", args=[draft.pk, "rows", 1])
    first, second = opened(writer, address), opened(writer, address)
    assert writer.post(address, first | {"title": "甲"}).status_code == 302
    page = writer.post(address, second | {"title": "乙"})
    assert page.status_code == 422
    assert meanwhile.SINCE in page.text
    assert "现在是“甲”" in page.text
