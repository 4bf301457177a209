from django.apps import AppConfig
from django.core import checks

from archives_enforcement.workdays.checks import missing_holiday_years


class WorkdaysConfig(AppConfig):
    name = "archives_enforcement.workdays"
    verbose_name = "工作日与期限"

    def ready(self):
        checks.register(missing_holiday_years, checks.Tags.database)
