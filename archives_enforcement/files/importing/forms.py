"""The two forms of an import."""

from django import forms

from archives_enforcement.forms import ConfirmField, PageForm


class UploadForm(PageForm):
    undone = "没有读取"

    file = forms.FileField(
        label="Excel 或 CSV 文件", help_text="请用下载的模板填写；第一行是表头，从第二行起填写。"
    )


class ConfirmForm(PageForm):
    undone = "没有导入"

    confirmed = ConfirmField(label="我已核对上面的新增和更新")
