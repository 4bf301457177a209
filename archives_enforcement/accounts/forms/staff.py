"""Forms on bureaus and people."""

from crispy_forms.layout import Layout
from django import forms
from django.utils import timezone

from archives_enforcement.accounts.models import Bureau, Deputation
from archives_enforcement.accounts.queries import colleagues_of, deputised_posts_of
from archives_enforcement.accounts.services import IDENTITY, MORE
from archives_enforcement.forms import ConfirmField, PageForm, PageModelForm, Pair


def text_like(name: str) -> forms.CharField:
    """An input for a line of Deputation, with its label, length and help."""
    field = Deputation._meta.get_field(name)
    return forms.CharField(
        label=field.verbose_name,
        max_length=field.max_length,
        required=not field.blank,
        help_text=field.help_text,
    )


class IdentityForm(PageModelForm):
    """机关信息: every line that a letter needs is required."""

    confirmed = ConfirmField(label="以上信息与本机关的设立文件、印章和上级规定一致")

    class Meta:
        model = Bureau
        fields = (*IDENTITY, *MORE)
        help_texts = {
            "subject_name": "文书落款和承担法律责任的机关全称；挂牌机构要写明以谁的名义执法。",
            "seal_name": "印章上的文字，会印在文书落款处。",
            "reconsideration_body": "不服处罚决定时向谁申请复议，一般是本级人民政府。",
            "court": "不服处罚决定时向哪个法院起诉。",
            "fonds_number": "综合档案馆编给本机关的号，印在案卷封面上；还没有的不填。",
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in IDENTITY:
            field = self.fields[name]
            field.required = True
            field.error_messages["required"] = f"请填写“{field.label}”，缺少它文书不能签发。"

    def _post_clean(self):
        """The service writes the record; the form only carries what was typed."""

    def identity(self) -> dict[str, str]:
        return {name: self.cleaned_data[name] for name in (*IDENTITY, *MORE)}


class DeputationForm(PageForm):
    """指定代理: one of one's own posts, a colleague, and the days."""

    wants_actor = True

    role = forms.ChoiceField(label="代理的岗位", help_text="执法人员、听证主持人的工作不能代理。")
    deputy = forms.ModelChoiceField(
        None,
        label="代理人",
        empty_label="请选择同事",
        help_text="代理期间他有这个岗位的权限，您自己也仍可办理；他代您办理的事项都注明代理。",
    )
    first_day = forms.DateField(label="开始日期", initial=timezone.localdate)
    last_day = forms.DateField(label="结束日期", help_text="当天仍可办理，次日起失效。")
    reason = text_like("reason")

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["role"].choices = deputised_posts_of(actor)
        self.fields["deputy"].queryset = colleagues_of(actor)
        if "reviewer" in dict(self.fields["role"].choices):
            self.fields["deputy"].help_text += "代理法制审核的，须已登记法制审核人员资格。"
        self.helper.layout = Layout("role", "deputy", Pair("first_day", "last_day"), "reason")


class EndDeputationForm(PageForm):
    reason = text_like("reason")
