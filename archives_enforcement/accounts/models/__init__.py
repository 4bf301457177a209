from archives_enforcement.accounts.models.deputations import Deputation
from archives_enforcement.accounts.models.former_passwords import FormerPassword
from archives_enforcement.accounts.models.grants import Grant, Post, UnitInvitation
from archives_enforcement.accounts.models.people import Bureau, Certificate, Party, People, User
from archives_enforcement.accounts.models.second_factor import SecondFactor
from archives_enforcement.accounts.models.sent_forms import SentForm
from archives_enforcement.accounts.models.unsent import Unsent

__all__ = [
    "Bureau",
    "Certificate",
    "Deputation",
    "FormerPassword",
    "Grant",
    "Party",
    "People",
    "Post",
    "SecondFactor",
    "SentForm",
    "UnitInvitation",
    "Unsent",
    "User",
]
