"""登记: what somebody wrote down of what has happened; corrected with its reason, never lost."""

from django.db import models

from archives_enforcement.access import ScopedModel, ScopedQuerySet


class EntryQuerySet(ScopedQuerySet):
    def standing(self):
        """Those that count; one struck off stays readable and counts nowhere."""
        return self.filter(struck_on=None)


class Entry(ScopedModel):
    """A record without a course of its own: amended or struck off by an act with its reason."""

    struck_on = models.DateField("作废日期", null=True, editable=False)
    struck_because = models.CharField("作废的原因", max_length=300, blank=True, editable=False)

    objects = EntryQuerySet.as_manager()

    class Meta:
        abstract = True
