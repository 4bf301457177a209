"""Forms for whoever holds the slip of a paper."""

from django import forms

from archives_enforcement.accounts.forms.unit_people import AccountForm
from archives_enforcement.accounts.models import Post
from archives_enforcement.forms import PageForm


class CodeForm(PageForm):
    undone = "没有打开"

    number = forms.CharField(
        label="发文字号", max_length=60, help_text="印在登录指引上，括号可以写成 [ ]。"
    )
    code = forms.CharField(
        label="登录码",
        max_length=60,
        help_text="四组，不分大小写，横线可以不写。",
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters"}),
    )


class ReceiptForm(PageForm):
    undone = "没有签收"

    name = forms.CharField(label="您的姓名", max_length=40)
    post = forms.CharField(label="职务或者电话", max_length=60, help_text="方便局里联系您。")


class PostForm(PageForm):
    post = forms.ChoiceField(
        label="您的身份",
        choices=Post,
        initial=Post.ARCHIVIST,
        widget=forms.RadioSelect,
        help_text="两种身份都能签收文书、回复问题；负责人还管理本单位的人员。",
    )


class PersonForm(PostForm, AccountForm):
    name = forms.CharField(label="您的姓名", max_length=60)
    phone = forms.CharField(label="手机", max_length=40)

    field_order = ("name", "phone", "post", "username", "password", "again")
