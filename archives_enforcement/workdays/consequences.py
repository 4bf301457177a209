"""后果: what it means that a clock runs out; one word, colour and icon wherever it is shown."""

from typing import NamedTuple

from django.db.models import TextChoices


class Consequence(TextChoices):
    """From the heaviest: a right is gone, an effect is gone, a duty is broken, only late."""

    FORFEIT = "forfeit", "失权"
    VOID = "void", "失效"
    UNLAWFUL = "unlawful", "违法"
    REMIND = "remind", "提醒"


# No article sorts time limits by what follows; the packaged table does, by our own reading.
OUR_READING = "本系统归类，未经法律顾问核对"


class Look(NamedTuple):
    icon: str
    meaning: str


LOOKS = {
    Consequence.FORFEIT: Look("x", "届满后权利消灭，或者不得再办理"),
    Consequence.VOID: Look("lock", "届满后措施、公示等不再有效，应当解除或者停止"),
    Consequence.UNLAWFUL: Look("scale", "届满还没有办结，违反法定义务"),
    Consequence.REMIND: Look("bell", "没有法定后果，按本机关制度提醒"),
}
ORDER = {value: place for place, value in enumerate(Consequence)}
