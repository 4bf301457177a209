"""Everything that is written down, as one digest per table."""

from django.apps import apps

# Law and rights, read by every act and written by none of these.
APART = {"contenttypes", "auth", "legislation", "admin"}
# Who is signed in, and what he typed and could not send.
OF_THE_PERSON = {
    "sessions.Session", "axes.AccessAttempt", "axes.AccessLog", "accounts.Unsent",
    "accounts.SecondFactor",
}  # fmt: skip
KEPT = [
    model
    for model in apps.get_models()
    if model._meta.managed
    and model._meta.app_label not in APART
    and model._meta.label not in OF_THE_PERSON
]


def digests() -> dict[str, int]:
    """Table → digest of its rows, counters of numbers and the audit trail among them."""
    return {
        model._meta.label: hash(repr(list(model._base_manager.order_by("pk").values_list())))
        for model in KEPT
    }
