"""Work of the queue on lists of units."""

from archives_enforcement.files.importing.running import as_job
from archives_enforcement.jobs import queue
from units.models import UnitImport
from units.services import importing

queue.register(UnitImport.job_kind, as_job(UnitImport, importing.write))
