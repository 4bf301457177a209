"""The form of 上传签字扫描件."""

from archives_enforcement.forms import ActForm, ConfirmField, EvidenceField


class SignedScanForm(ActForm):
    files = EvidenceField(
        label="签字页扫描件",
        help_text="PDF 或者 JPG、PNG 图片，可以一次选几个，每个不超过 20 MB。",
    )
    confirmed = ConfirmField(label="我已同签过字的原件核对，页数齐全")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["files"].widget.attrs["accept"] = ".pdf,.jpg,.jpeg,.png"
        self.order_fields(["files", "on", "confirmed"])
