"""Reference data of 执法监督 for administrators: to be read, and the bodies a bureau names."""

from django.contrib import admin

from archives_enforcement.audit.admin import Recorded
from supervision.models import Content, Ground, Issuer, ScoreItem


@admin.register(Ground, Content, ScoreItem)
class ReadOnly(admin.ModelAdmin):
    """Loaded from the committed file by `load_reference`."""

    list_display = ["position", "text", "source", "mark"]

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


@admin.register(Issuer)
class IssuerAdmin(Recorded):
    list_display = ["bureau", "name", "kind", "source", "active"]
    list_filter = ["kind", "active"]
    search_fields = ["name"]

    def get_queryset(self, request):
        """A bureau's own; every bureau's for an administrator who stands in none."""
        if request.user.bureau_id is None:
            return super().get_queryset(request)
        return Issuer.objects.visible_to(request.user)

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name == "bureau" and request.user.bureau_id is not None:
            kwargs["queryset"] = db_field.related_model.objects.visible_to(request.user)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)
