"""Work of the queue on documents."""

from archives_enforcement.documents import kinds, rendering
from archives_enforcement.documents.services import delivery
from archives_enforcement.jobs import queue

queue.register(kinds.RENDER, rendering.render)
queue.register(delivery.END_NOTICE, delivery.end_notice)
