from archives_enforcement.accounts.models.deputations import Deputation
from archives_enforcement.accounts.models.people import (
    Bureau,
    Certificate,
    Grant,
    Party,
    People,
    User,
)

__all__ = ["Bureau", "Certificate", "Deputation", "Grant", "Party", "People", "User"]
