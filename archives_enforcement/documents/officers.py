"""The officers whom a paper names, each with the certificate that he showed."""

import re

from archives_enforcement.accounts.models import Certificate


def officers_named(document) -> set[int]:
    """Keys of the users; a certificate counts as it was on the day of drafting.

    A name counts with the number of a certificate of that person.
    """
    text = document.fields.get("officers", "")
    rows = Certificate.objects.valid_on(document.drafted_on).select_related("user")
    return {row.user_id for row in rows if str(row.user) in text and _stands_in(row.number, text)}


def _stands_in(number: str, text: str) -> bool:
    """Whether the number stands there by itself, not as a part of a longer one."""
    return bool(re.search(rf"(?<![0-9A-Za-z]){re.escape(number)}(?![0-9A-Za-z])", text))
