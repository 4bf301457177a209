from django.apps import AppConfig


class UpkeepConfig(AppConfig):
    name = "archives_enforcement.upkeep"
    verbose_name = "全库核查与备份"
