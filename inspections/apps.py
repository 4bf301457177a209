from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class InspectionsConfig(AppConfig):
    name = "inspections"
    verbose_name = "监督检查"

    def ready(self):
        """Let every app say what of an officer's open work can go to a colleague."""
        autodiscover_modules("handing_over")
