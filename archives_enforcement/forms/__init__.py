"""表单: the bases of every form, so that all of them look, speak and fail alike.

Fields render through `templates/bootstrap5/field.html`; the page owns the `<form>` tag.
"""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Div
from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.functional import cached_property

SELECTS = (forms.Select, forms.RadioSelect, forms.CheckboxSelectMultiple)
NATIVE_INPUTS = (
    (forms.DateTimeField, forms.DateTimeInput, "datetime-local", "%Y-%m-%dT%H:%M"),
    (forms.DateField, forms.DateInput, "date", "%Y-%m-%d"),
    (forms.TimeField, forms.TimeInput, "time", "%H:%M"),
)


# With HEIC left out of what is accepted, an iPhone hands over its photos as JPG.
PICTURES = "image/jpeg,image/png"


class Pair(Div):
    """Two short fields side by side (below each other on a phone), for a form's layout."""

    css_class = "pair"


class TickAllInput(forms.CheckboxSelectMultiple):
    """Boxes of a list that may be long: one more box ticks them all or none."""

    ticks_all = True


class EvidenceInput(forms.FileInput):
    """A file input that takes several files at once."""

    allow_multiple_selected = True


class EvidenceField(forms.FileField):
    """Several uploads as a list; their type and size are checked when they are stored."""

    widget = EvidenceInput
    default_error_messages = {
        "too_many": "一次最多选 %(limit)d 个文件，您选了 %(count)d 个。请分几次上传。",
    }

    def __init__(self, *args, max_files: int = 20, **kwargs):
        super().__init__(*args, **kwargs)
        self.max_files = max_files

    def clean(self, data, initial=None):
        """The chosen files in order; an empty list when there are none and none is required."""
        files = [data] if data and not isinstance(data, list | tuple) else list(data or ())
        if not files:
            super().clean(None, initial)
            return []
        if len(files) > self.max_files:
            raise ValidationError(
                self.error_messages["too_many"],
                code="too_many",
                params={"limit": self.max_files, "count": len(files)},
            )
        return [super(EvidenceField, self).clean(file, initial) for file in files]


class RecordingField(EvidenceField):
    """Several uploads among which there may be recordings (录音录像), which may be larger."""

    also = (
        "也可以上传录音录像（MP4、MOV、3GP、M4A、MP3、WAV），"
        f"每个不超过 {settings.RECORDING_LIMIT_MB} MB。"
    )

    def widget_attrs(self, widget):
        return super().widget_attrs(widget) | {"data-recordings": settings.RECORDING_LIMIT_MB}


class ConfirmField(forms.BooleanField):
    """The box ticked before an act that cannot be taken back; the page puts it last."""

    default_error_messages = {"required": "请先核对上面写明的后果，再勾选确认。"}


class PageFormMixin:
    """The shared look: Chinese refusals that name the field, native date inputs, no form tag."""

    undone = "没有保存"  # what is said when something typed is wrong

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            name_the_field(field)
            use_native_input(field)

    def full_clean(self):
        """Fields that a form has added since it was made are named too."""
        for field in self.fields.values():
            name_the_field(field)
        super().full_clean()

    @cached_property
    def helper(self) -> FormHelper:
        helper = FormHelper(self)
        helper.layout = None
        helper.form_tag = False
        helper.disable_csrf = True
        return helper

    @property
    def confirmation(self):
        """The bound confirmation box, or None when the act can be taken back."""
        found = (
            self[name] for name, field in self.fields.items() if isinstance(field, ConfirmField)
        )
        return next(found, None)


class PageForm(PageFormMixin, forms.Form):
    """Base of a form that feeds one service."""


class PageModelForm(PageFormMixin, forms.ModelForm):
    """Base of a form that takes its fields from a model."""


class AdministrationForm(forms.ModelForm):
    """A form of the administration whose input goes to one service, which checks and writes.

    The service's refusal is shown on the form; `ModelAdmin.save_model` has nothing left to do.
    """

    actor = None

    def perform(self, data: dict):
        """Call the service with what was typed; returns the record."""
        raise NotImplementedError

    def _post_clean(self):
        if self.errors:
            return
        try:
            self.instance = self.perform(self.cleaned_data)
        except ValidationError as refusal:
            self.add_error(None, refusal)


class ActForm(PageForm):
    """An act by the signed-in person; the date may be changed only with the 补录 permission."""

    wants_actor = True

    on = forms.DateField(
        label="办理日期",
        initial=timezone.localdate,
        help_text="早于今天的，全过程记录里会标明“补录”。",
    )

    def __init__(self, *args, actor, **kwargs):
        self.actor = actor
        super().__init__(*args, **kwargs)
        if actor.has_perm("accounts.backfill"):
            self.order_fields([name for name in self.fields if name != "on"])
        else:
            del self.fields["on"]


class ReasonForm(ActForm):
    """An act that the other side must be able to understand."""

    note = forms.CharField(label="原因", max_length=500, widget=forms.Textarea(attrs={"rows": 3}))


class WithdrawForm(PageForm):
    """撤回 what anyone may read: it happens today, and the reason is public."""

    reason = forms.CharField(
        label="撤回的理由",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="会向社会公开，请不要写人名、电话等内容。",
    )


def name_the_field(field: forms.Field) -> None:
    """Let an empty required field say what is missing; a message of its own is kept.

    A form may give it another label afterwards: then it is named anew.
    """
    made = (forms.Field.default_error_messages["required"], getattr(field, "named", None))
    if field.error_messages.get("required") not in made:
        return
    verb = "请选择" if isinstance(field.widget, (*SELECTS, forms.FileInput)) else "请填写"
    field.named = f"{verb}“{field.label}”。" if field.label else f"{verb}。"
    field.error_messages["required"] = field.named


def use_native_input(field: forms.Field) -> None:
    """Give dates and times the browser's own picker; a widget chosen by the form is kept."""
    for kind, widget, input_type, written in NATIVE_INPUTS:
        if isinstance(field, kind) and type(field.widget) is widget:
            attrs = {**field.widget.attrs, "type": input_type}
            field.widget = widget(attrs=attrs, format=written)
            field.widget.is_required = field.required
            return
