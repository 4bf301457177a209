from reports.models.annual import AnnualReport
from reports.models.desk import Desk
from reports.models.history import HistoryImport, PastCheck, PastFinding
from reports.models.ledger import LedgerTask, LedgerVisit

__all__ = [
    "AnnualReport",
    "Desk",
    "HistoryImport",
    "LedgerTask",
    "LedgerVisit",
    "PastCheck",
    "PastFinding",
]
