"""A bureau's rule of grades, and the day on which it is set."""

from datetime import timedelta

from tests.inspections.on_site import DAY

RULE = {
    "excellent": 90, "good": 80, "passing": 70, "points_a": 5, "points_b": 2, "points_c": 1,
    "capped_by_a": False, "in_letter": False, "source": "局长办公会决定",
}  # fmt: skip


BEFORE = DAY - timedelta(days=10)
