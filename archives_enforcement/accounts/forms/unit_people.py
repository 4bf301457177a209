"""Forms on the people of a unit."""

from django import forms

from archives_enforcement.accounts.models import Post, UnitInvitation, User
from archives_enforcement.forms import PageForm, PageModelForm


class InviteForm(PageModelForm):
    class Meta:
        model = UnitInvitation
        fields = ("name", "post", "phone", "email")
        widgets = {"post": forms.RadioSelect}
        help_texts = {
            "post": "两种身份都能签收文书、回复问题；负责人还管理本单位的人员。",
            "phone": "写在人员名单里，方便联系。",
            "email": "填了的，邀请链接同时发到这个邮箱；不填的自己转交。",
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["post"].choices = Post.choices
        self.fields["post"].initial = Post.ARCHIVIST

    def _post_clean(self):
        """The service writes the record; the form only carries what was typed."""


class PostForm(PageForm):
    post = forms.ChoiceField(label="身份", choices=Post, widget=forms.RadioSelect)


class RestoreForm(PageForm):
    email = forms.EmailField(
        label="邮箱", required=False, help_text="填了的，链接同时发到这个邮箱；不填的自己转交。"
    )


class RefuseForm(PageForm):
    note = forms.CharField(
        label="为什么不确认",
        max_length=200,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="申请人能看到。",
    )


class PasswordForm(PageForm):
    """A password of one's own choice, typed twice."""

    password = forms.CharField(
        label="密码",
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text="至少 12 个字符，不能全是数字，不能和姓名、用户名相近。",
    )
    again = forms.CharField(
        label="再输一次密码", widget=forms.PasswordInput(attrs={"autocomplete": "new-password"})
    )

    def clean(self):
        data = super().clean()
        if data.get("password") and data.get("password") != data.get("again"):
            self.add_error("again", "两次输入的密码不一样，请重新输入。")
        return data


class AccountForm(PasswordForm):
    """A sign-in name beside it."""

    username = forms.CharField(
        label="用户名",
        max_length=User._meta.get_field("username").max_length,
        help_text="登录时使用，可以填手机号。",
    )
    field_order = ("username", "password", "again")

    @property
    def account(self) -> dict[str, str]:
        return {name: self.cleaned_data[name] for name in ("username", "password")}
