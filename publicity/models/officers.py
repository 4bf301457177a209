"""执法人员照片: shown, with the certificate, to whoever scans an officer's code."""

from django.conf import settings
from django.db import models

from archives_enforcement.access import Scope, ScopedModel
from archives_enforcement.accounts.models import Certificate


class OfficerPhoto(ScopedModel):
    """The photo of one certificate, kept by its digest and without traces of place and device."""

    certificate = models.OneToOneField(
        Certificate, models.PROTECT, related_name="photo", verbose_name="执法证件"
    )
    sha256 = models.CharField("摘要", max_length=64)
    kept_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="上传人"
    )
    kept_on = models.DateField("上传日期")

    scope = Scope(bureau="certificate__user__bureau")

    class Meta:
        verbose_name = verbose_name_plural = "执法人员照片"
        default_permissions = ()
        permissions = [("keep_photo", "保管执法人员照片")]

    def __str__(self):
        return f"{self.certificate}的照片"
