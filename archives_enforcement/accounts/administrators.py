"""三员分立: what each administrator may not do, so that none can open the house alone.

With THREE_ADMINISTRATORS the 系统管理员 makes and closes accounts, the 安全管理员 says who holds
which post, the 审计管理员 reads the trail, and nobody is two of them (GB/T 22239-2019 8.1.5.1 to
8.1.5.3). Without it the 系统管理员 also gives the posts. The database refuses a second such post at
any time.
"""

from django.conf import settings

from archives_enforcement.accounts.roles import ROLES

ADMINISTRATORS = ("administrator", "security_administrator", "audit_administrator")
LABELS = tuple(ROLES[code].label for code in ADMINISTRATORS)
ONE_OF_THREE = f"一个人只能担任{'、'.join(LABELS)}中的一种。"
NO_OTHER_POST = f"{'、'.join(LABELS)}不能同时担任别的岗位。"


def keeps_accounts(user) -> bool:
    """Makes and closes accounts, and sets a password anew."""
    return user.has_perm("accounts.add_user")


def keeps_posts(user) -> bool:
    """Says who holds which post, who stands in for whom, and whose second factor begins anew."""
    apart = settings.THREE_ADMINISTRATORS and keeps_accounts(user)
    return user.has_perm("accounts.assign_post") and not apart


def why_not_together(labels) -> str:
    """Why these posts cannot be one person's; empty when they can."""
    held = [label for label in labels if label in LABELS]
    if len(held) > 1:
        return ONE_OF_THREE
    if held and len(labels) > 1 and settings.THREE_ADMINISTRATORS:
        return NO_OTHER_POST
    return ""
