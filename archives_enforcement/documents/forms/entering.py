"""The form of 补录: what stands on an old paper, and its scan."""

from django import forms

from archives_enforcement.accounts.models import Party
from archives_enforcement.documents import kinds
from archives_enforcement.forms import ConfirmField, PageForm


class EnterForm(PageForm):
    wants_actor = True

    kind = forms.ChoiceField(label="文书种类")
    party = forms.ModelChoiceField(
        label="主送单位",
        queryset=Party.objects.none(),
        required=False,
        empty_label="没有主送单位（内部文书）",
    )
    number = forms.CharField(
        label="发文字号",
        max_length=60,
        help_text="照纸质文书上的写，例如：示例档反〔2024〕12号，括号可以写成 [ ]。",
    )
    title = forms.CharField(label="标题", max_length=200)
    issued_on = forms.DateField(label="签发日期", help_text="印在文书上的成文日期。")
    signer = forms.CharField(label="签发人", max_length=60)
    delivered_on = forms.DateField(
        label="送达日期", required=False, help_text="照送达回证填写；不知道的不填。"
    )
    scan = forms.FileField(
        label="扫描件",
        help_text="PDF 或者 JPG、PNG 图片，一个文件，不超过 20 MB；几页的请合成一个 PDF。",
        widget=forms.FileInput(attrs={"accept": ".pdf,.jpg,.jpeg,.png"}),
    )
    confirmed = ConfirmField(label="我已同纸质原件逐项核对")

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [("", "请选择"), *_by_phase()]
        self.fields["party"].queryset = Party.objects.visible_to(actor).order_by("name")

    def facts(self) -> dict:
        """What the service takes."""
        return {name: value for name, value in self.cleaned_data.items() if name != "confirmed"}


def _by_phase():
    for title, table in kinds.PHASES.items():
        yield title, [(code, kind.label) for code, kind in table.items()]
