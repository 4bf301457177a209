"""Who is signed in and what he may do: one query each, asked anew by every request."""

from django.contrib.auth.backends import ModelBackend

from archives_enforcement.accounts.models import User


class RoleBackend(ModelBackend):
    """Django's own backend; a person comes with his bureau, and his rights come all at once."""

    def get_user(self, user_id):
        user = User.objects.select_related("bureau", "second_factor").filter(pk=user_id).first()
        return user if user and self.user_can_authenticate(user) else None

    def get_all_permissions(self, user_obj, obj=None):
        if user_obj.is_anonymous or obj is not None:
            return super().get_all_permissions(user_obj, obj)
        return user_obj.rights.permissions if user_obj.is_active else frozenset()
