from archives_enforcement.accounts.services.deputations import NAME, deputise, end_deputation
from archives_enforcement.accounts.services.invitations import (
    accept_invitation,
    invitation_of,
    invite,
    revoke_invitation,
)
from archives_enforcement.accounts.services.mailing import mail_link
from archives_enforcement.accounts.services.people import (
    IDENTITY,
    MORE,
    confirm_identity,
    create_administrator,
    public_sender,
    sync_roles,
)
from archives_enforcement.accounts.services.restoring import restore, set_password
from archives_enforcement.accounts.services.second_factor import (
    begin_second_factor,
    check_second_factor,
    confirm_second_factor,
    reseal_second_factors,
    reset_second_factor,
    typed_secret,
)
from archives_enforcement.accounts.services.unit_people import (
    apply,
    change_post,
    confirm,
    end,
    refuse,
)

__all__ = [
    "IDENTITY",
    "MORE",
    "NAME",
    "accept_invitation",
    "apply",
    "begin_second_factor",
    "change_post",
    "check_second_factor",
    "confirm",
    "confirm_identity",
    "confirm_second_factor",
    "create_administrator",
    "deputise",
    "end",
    "end_deputation",
    "invitation_of",
    "invite",
    "mail_link",
    "public_sender",
    "refuse",
    "reseal_second_factors",
    "reset_second_factor",
    "restore",
    "revoke_invitation",
    "set_password",
    "sync_roles",
    "typed_secret",
]
