"""Who is signed in and what he may do: one query each, asked anew by every request."""

from typing import ClassVar

from django.contrib.auth.backends import ModelBackend

from archives_enforcement.accounts.models import User


class RoleBackend(ModelBackend):
    """Django's own backend; a person comes with his bureau, and his rights come all at once.

    What else every page shows of him is read with him: `beside` holds it by name, an expression
    over User, entered by the room it comes from.
    """

    beside: ClassVar[dict] = {}

    def get_user(self, user_id):
        people = User.objects.select_related("bureau", "second_factor").annotate(**self.beside)
        user = people.filter(pk=user_id).first()
        return user if user and self.user_can_authenticate(user) else None

    def get_all_permissions(self, user_obj, obj=None):
        if user_obj.is_anonymous or obj is not None:
            return super().get_all_permissions(user_obj, obj)
        return user_obj.rights.permissions if user_obj.is_active else frozenset()
