"""Forms of 两步验证."""

from django import forms

from archives_enforcement.accounts.models import SecondFactor
from archives_enforcement.forms import AdministrationForm, PageForm

TYPED = {"autocomplete": "one-time-code", "spellcheck": "false"}


class FirstCodeForm(PageForm):
    undone = "没有开通"

    code = forms.CharField(
        label="手机上显示的六位数字",
        max_length=20,
        widget=forms.TextInput(attrs=TYPED | {"inputmode": "numeric"}),
        help_text="数字每 30 秒变一次，输入现在显示的。",
    )


class CodeForm(PageForm):
    undone = "没有登录"

    code = forms.CharField(
        label="验证码",
        max_length=40,
        widget=forms.TextInput(attrs=TYPED | {"autofocus": True}),
        help_text="打开手机上的身份验证器，输入现在显示的六位数字。手机不在身边的，输入一个恢复码。",
    )


class ResetForm(AdministrationForm):
    reason = forms.CharField(
        label="为什么重设，怎样确认是本人",
        max_length=200,
        help_text="如“手机丢失，本人到办公室当面提出”。写入全过程记录。",
    )

    class Meta:
        model = SecondFactor
        fields = ()
