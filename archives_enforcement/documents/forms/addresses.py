"""Forms of 送达地址（电子送达）确认书."""

from django import forms

from archives_enforcement.forms import ActForm, EvidenceField, ReasonForm


class AddressForm(ActForm):
    """The paper that the party has signed, field by field."""

    address = forms.CharField(label="送达地址", max_length=200)
    recipient = forms.CharField(label="收件人", max_length=60)
    phone = forms.CharField(label="联系电话", max_length=40)
    portal = forms.BooleanField(label="同意在本系统接收电子送达", required=False)
    email = forms.EmailField(label="同意接收电子送达的邮箱", required=False)
    fax = forms.CharField(label="同意接收电子送达的传真号", max_length=40, required=False)
    signed_on = forms.DateField(label="签署日期")
    valid_from = forms.DateField(
        label="生效日期", required=False, help_text="不填的，自签署之日起生效。"
    )
    files = EvidenceField(label="确认书扫描件", help_text="当事人签名或者盖章的原件")

    def terms(self) -> dict:
        """What the service takes; without a day of its own the paper counts once it is signed."""
        terms = {name: value for name, value in self.cleaned_data.items() if name != "on"}
        terms["valid_from"] = terms["valid_from"] or terms["signed_on"]
        return terms


class RevokeAddressForm(ReasonForm):
    files = EvidenceField(label="当事人的书面材料", required=False)
