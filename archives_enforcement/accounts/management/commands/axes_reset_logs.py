from axes.management.commands import axes_reset_logs

from archives_enforcement.accounts.retention import KeepsSixMonths


class Command(KeepsSixMonths, axes_reset_logs.Command):
    pass
