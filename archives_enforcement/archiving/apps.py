from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class ArchivingConfig(AppConfig):
    name = "archives_enforcement.archiving"
    verbose_name = "案卷"

    def ready(self):
        """Let every app say in which order the papers of its records are filed."""
        autodiscover_modules("case_file")
