from reports.models.annual import AnnualReport
from reports.models.desk import Desk
from reports.models.ledger import LedgerTask, LedgerVisit

__all__ = ["AnnualReport", "Desk", "LedgerTask", "LedgerVisit"]
