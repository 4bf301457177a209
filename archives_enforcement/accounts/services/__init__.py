from archives_enforcement.accounts.services.deputations import NAME, deputise, end_deputation
from archives_enforcement.accounts.services.people import (
    IDENTITY,
    MORE,
    confirm_identity,
    create_administrator,
    sync_roles,
)

__all__ = [
    "IDENTITY",
    "MORE",
    "NAME",
    "confirm_identity",
    "create_administrator",
    "deputise",
    "end_deputation",
    "sync_roles",
]
