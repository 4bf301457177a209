"""One step of a migration that makes all tables of an app as they are today."""

from django.db.migrations import operations
from django.db.migrations.operations.base import Operation


class CreateTables(Operation):
    """Create whole models, their links and constraints among them, in one step.

    One by one Django builds every model of the site anew after each: half a minute for an empty
    database that takes seconds so.
    """

    serialization_expand_args = ["models"]

    def __init__(self, models: list[operations.CreateModel]):
        self.models = models

    def state_forwards(self, app_label, state):
        state.__dict__.pop("apps", None)  # built when next asked for, with all of these
        for model in self.models:
            model.state_forwards(app_label, state)

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        for model in self.models:
            model.database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        for model in reversed(self.models):
            model.database_backwards(app_label, schema_editor, from_state, to_state)

    def describe(self):
        return f"Create {len(self.models)} models"
