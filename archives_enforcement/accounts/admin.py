"""Administrators keep bureaus, people and certificates here; roles are read from the table."""

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.contrib.auth.models import Group
from django.db.models import ManyToManyField
from django.forms import CheckboxSelectMultiple

from archives_enforcement.accounts.models import Bureau, Certificate, Grant, Party, User

admin.site.unregister(Group)


class NoDeletion:
    """What others refer to ends, it is not deleted."""

    def has_delete_permission(self, request, obj=None):
        return False


@admin.register(Bureau)
class BureauAdmin(NoDeletion, admin.ModelAdmin):
    view_on_site = False  # that page belongs to the bureau's head
    list_display = ("name", "code", "document_word", "parent", "identity_confirmed_on")
    search_fields = ("name", "code")
    fields = ("name", "short_name", "code", "document_word", "parent", "address", "phone")


@admin.register(User)
class UserAdmin(NoDeletion, DjangoUserAdmin):
    list_display = ("username", "name", "bureau", "employer", "is_active")
    list_filter = ("bureau", "groups", "is_active")
    search_fields = ("username", "name", "phone")
    filter_horizontal = ()
    formfield_overrides = {ManyToManyField: {"widget": CheckboxSelectMultiple}}
    fieldsets = (
        (None, {"fields": ("username", "password", "name", "bureau", "employer", "phone")}),
        ("岗位", {"fields": ("groups", "is_active", "is_staff")}),
    )
    add_fieldsets = (
        (None, {"fields": ("username", "name", "bureau", "employer", "password1", "password2")}),
    )

    def get_readonly_fields(self, request, obj=None):
        """Nobody changes his own post."""
        return ("groups", "is_staff") if obj is not None and obj == request.user else ()


@admin.register(Certificate)
class CertificateAdmin(NoDeletion, admin.ModelAdmin):
    list_display = ("user", "number", "issuer", "valid_from", "valid_to", "withdrawn_on")
    search_fields = ("user__name", "number")
    autocomplete_fields = ("user",)


@admin.register(Party)
class PartyAdmin(NoDeletion, admin.ModelAdmin):
    """Only to choose from: parties are kept on the pages of 被检查单位."""

    search_fields = ("name", "credit_code")
    ordering = ("name",)

    def has_module_permission(self, request):
        return False

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_view_permission(self, request, obj=None):
        return request.user.has_perm("accounts.add_grant")


@admin.register(Grant)
class GrantAdmin(NoDeletion, admin.ModelAdmin):
    list_display = ("user", "party", "valid_from", "valid_to")
    search_fields = ("user__name", "party__name")
    autocomplete_fields = ("user", "party")
