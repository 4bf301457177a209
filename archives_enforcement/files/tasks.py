"""Work of the queue on files."""

from archives_enforcement.files import resuming
from archives_enforcement.jobs import queue

queue.register(resuming.FORGET, resuming.forget_idle)
