"""Work of the queue on documents."""

from archives_enforcement.documents import kinds, rendering
from archives_enforcement.documents.services import batches, delivery
from archives_enforcement.jobs import queue

queue.register(kinds.RENDER, rendering.render)
queue.register(batches.RUN_BATCH, batches.run_batch)
queue.register(delivery.END_NOTICE, delivery.end_notice)
