"""People hear of acts on their posts through messages."""

from archives_enforcement.accounts import effects
from archives_enforcement.notifications.services import tell

effects.tell_through(tell)
