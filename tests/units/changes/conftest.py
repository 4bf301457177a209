"""The day of a change, and the unit that goes on."""

import pytest
from django.utils import timezone

from tests import factories


@pytest.fixture
def on():
    return timezone.localdate()


@pytest.fixture
def heir(bureau):
    return factories.make_unit(bureau, "示例新街道")
