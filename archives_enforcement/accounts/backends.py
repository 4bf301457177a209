"""Who is signed in and what he may do: one query each, asked anew by every request."""

from typing import ClassVar

from django.contrib.auth.backends import ModelBackend
from django.db.models import Exists, OuterRef

from archives_enforcement.accounts.models import Bureau, User


class RoleBackend(ModelBackend):
    """Django's own backend; a person comes with his bureau, and his rights come all at once.

    What else every page shows of him is read with him: `beside` holds it by name, an expression
    over User, entered by the room it comes from. `oversees` tells whether any bureau stands below
    his own.
    """

    beside: ClassVar[dict] = {}

    def get_user(self, user_id):
        people = User.objects.select_related("bureau", "second_factor")
        below = Bureau.objects.filter(parent=OuterRef("bureau"))
        people = people.annotate(oversees=Exists(below), **self.beside)
        user = people.filter(pk=user_id).first()
        return user if user and self.user_can_authenticate(user) else None

    def get_all_permissions(self, user_obj, obj=None):
        if user_obj.is_anonymous or obj is not None:
            return super().get_all_permissions(user_obj, obj)
        return user_obj.rights.permissions if user_obj.is_active else frozenset()
