"""Tips as a stranger sends them and the clerk accepts them."""

import pytest
from django.utils import timezone

from inspections.models import Tip
from inspections.services import tips

TODAY = timezone.localdate()
FACTS = {"about": "unit", "concerning": "示例街道", "text": "库房漏水，部分档案受潮，没有人管。"}


@pytest.fixture
def send(bureau):
    """A tip and its code."""

    def send(on=TODAY, **facts):
        code = tips.send(bureau, on=on, **{**FACTS, **facts})
        return Tip.objects.latest("pk"), code

    return send


@pytest.fixture
def accept(send, clerk, unit, officer):
    def accept(**facts):
        tip, code = send(**facts)
        tip = tips.accept(
            tip, actor=clerk, on=TODAY, party=unit.party, handler=officer, text="库房漏水。"
        )
        return tip, code

    return accept
