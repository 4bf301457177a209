"""Registration of the legislation room."""

from django.apps import AppConfig


class LegislationConfig(AppConfig):
    """Shared reference data: the same laws for every bureau."""

    name = "archives_enforcement.legislation"
    label = "legislation"
    verbose_name = "法律法规库"
