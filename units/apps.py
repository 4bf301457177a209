from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class UnitsConfig(AppConfig):
    name = "units"
    verbose_name = "监管对象"

    def ready(self):
        """Let every app say what it adds to the page of a unit."""
        autodiscover_modules("unit_card")
