"""Work of the queue on lists of 历史检查."""

from archives_enforcement.files.importing.running import as_job
from archives_enforcement.jobs import queue
from reports.models import HistoryImport
from reports.services import history

queue.register(HistoryImport.job_kind, as_job(HistoryImport, history.write))
