"""Reading the text fields of the database as if somebody had put something hostile into each.

Nothing is written, so what is frozen stays as it is, and no field is left out for being hard to
reach by a form.
"""

from django.db import models

OURS = {
    "accounts", "archiving", "audit", "documents", "files", "inspections", "legislation",
    "notifications", "penalties", "publicity", "reports", "supervision", "units", "workdays",
}  # fmt: skip
LEAST_LENGTH = 20
# What the code reads for itself: keys, digests, names of kinds and states.
SPARED = {
    "username", "password", "path", "code", "kind", "state", "action", "media_type", "sha256",
    "sm3", "digest", "previous", "seal", "sealed", "codes", "key", "before", "after", "bureau_code",
    "fonds_number", "document_word", "frozen", "result", "rule", "about", "form", "category",
    "opening", "number_digest", "code_digest",
}  # fmt: skip


def is_spoiled(field) -> bool:
    model = getattr(field, "model", None)
    if model is None or model._meta.app_label not in OURS or field.choices or field.unique:
        return False
    length = field.max_length or LEAST_LENGTH
    return field.name not in SPARED and length >= LEAST_LENGTH


def spoil(words: str, *, before: bool = False) -> None:
    """From now on each such field is read with `words` behind it, or before it.

    `unspoil` ends it.
    """

    def from_db_value(self, value, expression, connection):
        if not value or not isinstance(value, str) or not is_spoiled(self):
            return value
        return words + value if before else value + words

    for kind in (models.CharField, models.TextField):
        kind.from_db_value = from_db_value


def unspoil() -> None:
    for kind in (models.CharField, models.TextField):
        if "from_db_value" in vars(kind):
            del kind.from_db_value
