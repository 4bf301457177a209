"""Administrators keep bureaus, people and certificates here; roles are read from the table."""

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.contrib.auth.forms import AdminPasswordChangeForm, UserChangeForm
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import ManyToManyField
from django.forms import CheckboxSelectMultiple, ChoiceField
from django.utils import timezone

from archives_enforcement.accounts import administrators, services
from archives_enforcement.accounts.forms.second_factor import ResetForm
from archives_enforcement.accounts.models import (
    Bureau,
    Certificate,
    Deputation,
    Grant,
    Party,
    SecondFactor,
    User,
)
from archives_enforcement.accounts.roles import DEPUTISED, ROLES
from archives_enforcement.audit import trail
from archives_enforcement.audit.admin import Recorded, changed_in
from archives_enforcement.forms import AdministrationForm

admin.site.unregister(Group)


class NoDeletion:
    """What others refer to ends, it is not deleted."""

    def has_delete_permission(self, request, obj=None):
        return False


@admin.register(Bureau)
class BureauAdmin(NoDeletion, Recorded):
    view_on_site = False  # that page belongs to the bureau's head
    list_display = ("name", "code", "document_word", "parent", "identity_confirmed_on")
    search_fields = ("name", "code")
    fields = ("name", "short_name", "code", "document_word", "parent", "address", "phone")


class AccountForm(UserChangeForm):
    def clean_groups(self):
        posts = self.cleaned_data["groups"]
        if why := administrators.why_not_together([post.name for post in posts]):
            raise ValidationError(why)
        return posts


class GivenPasswordForm(AdminPasswordChangeForm):
    """Of a password that somebody else knows the day is not kept: its owner changes it first."""

    def save(self, commit=True):
        user = super().save(commit)
        User.objects.filter(pk=user.pk).update(password_set_at=None)
        return user


@admin.register(User)
class UserAdmin(NoDeletion, DjangoUserAdmin):
    """Accounts and posts; where the administrators are kept apart, to each his own half."""

    list_display = ("username", "name", "bureau", "employer", "is_active")
    list_filter = ("bureau", "groups", "is_active")
    search_fields = ("username", "name", "phone")
    filter_horizontal = ()
    formfield_overrides = {ManyToManyField: {"widget": CheckboxSelectMultiple}}
    form, change_password_form = AccountForm, GivenPasswordForm
    account = ("username", "name", "bureau", "employer", "phone", "is_active")
    posts = ("groups", "is_staff")
    fieldsets = (
        (None, {"fields": ("username", "password", "name", "bureau", "employer", "phone")}),
        ("岗位", {"fields": ("groups", "is_active", "is_staff")}),
    )
    add_fieldsets = (
        (None, {"fields": ("username", "name", "bureau", "employer", "password1", "password2")}),
    )

    def get_fieldsets(self, request, obj=None):
        """Without the link to a new password for whoever keeps no accounts."""
        if obj is None or administrators.keeps_accounts(request.user):
            return super().get_fieldsets(request, obj)
        return ((None, {"fields": self.account}), ("岗位", {"fields": self.posts}))

    def get_readonly_fields(self, request, obj=None):
        """Nobody changes his own post."""
        if obj is None:
            return ()
        own = obj == request.user
        closed = () if administrators.keeps_posts(request.user) and not own else self.posts
        return closed if administrators.keeps_accounts(request.user) else closed + self.account

    def user_change_password(self, request, id, form_url=""):
        if not administrators.keeps_accounts(request.user):
            raise PermissionDenied
        return super().user_change_password(request, id, form_url)

    def save_model(self, request, obj, form, change):
        if not change:
            obj.password_set_at = None
        super().save_model(request, obj, form, change)

    def log_addition(self, request, obj, message):
        self._note(request, obj, "add_account", "建立账号")
        return super().log_addition(request, obj, message)

    def log_change(self, request, obj, message):
        self._note(request, obj, "change_account", "修改账号", changed_in(message))
        return super().log_change(request, obj, message)

    @staticmethod
    def _note(request, obj, action, label, changed=""):
        posts = "、".join(obj.groups.values_list("name", flat=True)) or "没有岗位"
        state = "" if obj.is_active else "，已停用"
        facts = {"actor": request.user, "on": timezone.localdate()}
        trail.record(obj, action, label, note=f"{changed}现在：{posts}{state}", **facts)


class ByKeeperOfPosts:
    """What gives rights like a post: who keeps no posts only reads it."""

    def has_add_permission(self, request):
        return super().has_add_permission(request) and administrators.keeps_posts(request.user)

    def has_change_permission(self, request, obj=None):
        own = super().has_change_permission(request, obj)
        return own and administrators.keeps_posts(request.user)


@admin.register(Certificate)
class CertificateAdmin(NoDeletion, Recorded):
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
class GrantAdmin(ByKeeperOfPosts, NoDeletion, Recorded):
    list_display = ("user", "party", "post", "state", "valid_from", "valid_to")
    search_fields = ("user__name", "party__name")
    autocomplete_fields = ("user", "party")


class DeputationForm(AdministrationForm):
    role = ChoiceField(
        label="代理的岗位", choices=[(code, ROLES[code].label) for code in DEPUTISED]
    )

    class Meta:
        model = Deputation
        fields = (
            "principal", "role", "deputy", "first_day", "last_day", "reason", "order",
        )  # fmt: skip

    def perform(self, data):
        return services.deputise(actor=self.actor, on=timezone.localdate(), **data)


class EndDeputationForm(AdministrationForm):
    class Meta:
        model = Deputation
        fields = ("ended_reason",)

    def perform(self, data):
        return services.end_deputation(
            self.instance,
            actor=self.actor,
            on=timezone.localdate(),
            reason=data["ended_reason"],
        )


@admin.register(Deputation)
class DeputationAdmin(ByKeeperOfPosts, NoDeletion, admin.ModelAdmin):
    """On written order only: whoever is away names his deputy on his own page."""

    list_display = ("deputy", "principal", "role", "first_day", "last_day", "ended_on", "order")
    list_select_related = ("deputy", "principal", "role")
    search_fields = ("deputy__name", "principal__name")
    autocomplete_fields = ("principal", "deputy")

    def get_queryset(self, request):
        """A bureau's own; every bureau's for an administrator who stands in none."""
        if request.user.bureau_id is None:
            return super().get_queryset(request)
        return Deputation.objects.visible_to(request.user)

    def get_form(self, request, obj=None, **kwargs):
        form = DeputationForm if obj is None else EndDeputationForm
        made = super().get_form(request, obj, form=form, **kwargs)
        made.actor = request.user
        return made

    def get_fields(self, request, obj=None):
        given = DeputationForm.Meta.fields
        return given if obj is None else (*given, "ended_on", "ended_reason")

    def get_readonly_fields(self, request, obj=None):
        return () if obj is None else (*DeputationForm.Meta.fields, "ended_on")

    def save_model(self, request, obj, form, change):
        """The service has written it."""


class ResetSecondFactorForm(ResetForm):
    def perform(self, data):
        return services.reset_second_factor(
            self.instance, actor=self.actor, on=timezone.localdate(), reason=data["reason"]
        )


@admin.register(SecondFactor)
class SecondFactorAdmin(NoDeletion, admin.ModelAdmin):
    """Who has one, since when, and the one thing that may be done about it."""

    list_display = ("user", "confirmed_at")
    list_select_related = ("user",)
    search_fields = ("user__name", "user__username")
    fields = ("user", "confirmed_at", "reason")
    readonly_fields = ("user", "confirmed_at")

    def get_queryset(self, request):
        return super().get_queryset(request).filter(confirmed_at__isnull=False)

    def get_form(self, request, obj=None, **kwargs):
        made = super().get_form(request, obj, form=ResetSecondFactorForm, **kwargs)
        made.actor = request.user
        return made

    def has_add_permission(self, request):
        return False

    def has_view_permission(self, request, obj=None):
        return request.user.has_perm("accounts.reset_secondfactor")

    def has_change_permission(self, request, obj=None):
        return self.has_view_permission(request) and administrators.keeps_posts(request.user)

    def has_module_permission(self, request):
        return self.has_view_permission(request)

    def save_model(self, request, obj, form, change):
        """The service has written it."""
