"""Work of the queue on messages."""

from archives_enforcement.jobs import queue
from archives_enforcement.notifications import reminding

queue.register(reminding.REMIND, reminding.remind)
