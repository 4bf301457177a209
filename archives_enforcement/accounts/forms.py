"""Forms on bureaus and people."""

from archives_enforcement.accounts.models import Bureau
from archives_enforcement.accounts.services import IDENTITY
from archives_enforcement.forms import ConfirmField, PageModelForm


class IdentityForm(PageModelForm):
    """机关信息: every line is required, since every letter needs it."""

    confirmed = ConfirmField(label="以上信息与本机关的设立文件、印章和上级规定一致")

    class Meta:
        model = Bureau
        fields = tuple(IDENTITY)
        help_texts = {
            "subject_name": "文书落款和承担法律责任的机关全称；挂牌机构要写明以谁的名义执法。",
            "seal_name": "印章上的文字，会印在文书落款处。",
            "reconsideration_body": "不服处罚决定时向谁申请复议，一般是本级人民政府。",
            "court": "不服处罚决定时向哪个法院起诉。",
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
        return {name: self.cleaned_data[name] for name in IDENTITY}
