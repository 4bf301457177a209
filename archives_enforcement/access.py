"""谁能看哪些行: the one gate to rows.

A model says where its bureau, its party and its person are; every page, task and act reaches
rows through `Model.objects.visible_to(user)`. Nothing is visible by default.
"""

from typing import NamedTuple

from django.db import models

NOTHING = models.Q(pk__in=[])


class Scope(NamedTuple):
    """Lookup paths from a model to those who may see its rows; an empty path opens nothing."""

    bureau: str = ""  # to accounts.Bureau: the bureau's own staff see the row
    party: str = ""  # to accounts.Party: those who act for the party see it …
    shown_to_party: models.Q = models.Q()  # … once the row is in this condition
    person: str = ""  # to accounts.User: the row belongs to one person
    shown_to_superior: models.Q | None = None  # what bureaus above see; nothing when None

    def condition(self, user, *, to_act: bool = False) -> models.Q:
        """The rows `user` may see, as one condition; `to_act` leaves out those he only reads.

        What a bureau is shown from below it may read; acting on it stays with the bureau below.
        """
        allowed = models.Q()
        if self.bureau and user.bureau_id:
            allowed |= models.Q(**{self.bureau: user.bureau_id})
            # To look for rows of bureaus that are not there would read those of all bureaus.
            oversees = getattr(user, "oversees", True)
            if self.shown_to_superior is not None and oversees and not to_act:
                below = models.Q(**{f"{self.bureau}__path__startswith": user.bureau.path})
                allowed |= below & self.shown_to_superior
        if self.party and user.party_ids:
            allowed |= self.shown_to_party & models.Q(**{f"{self.party}__in": user.party_ids})
        if self.person:
            allowed |= models.Q(**{self.person: user.pk})
        return allowed or NOTHING


class ScopedQuerySet(models.QuerySet):
    def visible_to(self, user):
        """The rows `user` may see; none for a stranger."""
        if not user.is_authenticated:
            return self.none()
        return self.filter(self.model.scope.condition(user))

    def open_to(self, user):
        """The rows `user` may act on."""
        rows, scope = self.visible_to(user), self.model.scope
        if scope.shown_to_superior is None:
            return rows
        return rows.filter(scope.condition(user, to_act=True))


class ScopedModel(models.Model):
    """A record with owners; `scope` is required of every concrete subclass."""

    scope: Scope

    objects = ScopedQuerySet.as_manager()

    class Meta:
        abstract = True

    def owning_bureau(self):
        """The bureau in whose books the record stands, or None."""
        owner = self
        for name in self.scope.bureau.split("__") if self.scope.bureau else ():
            owner = owner if name == "pk" else getattr(owner, name)
        return owner if self.scope.bureau else None
