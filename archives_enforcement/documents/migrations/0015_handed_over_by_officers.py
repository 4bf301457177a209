"""One more right: officers register what they hand over on the spot (行政处罚法第五十二条)."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("documents", "0014_access_codes")]

    operations = [
        migrations.AlterModelOptions(
            name="document",
            options={
                "default_permissions": ("view",),
                "permissions": [
                    ("draft_document", "起草文书"),
                    ("keep_record", "制作记录"),
                    ("review_document", "审核文书"),
                    ("sign_document", "签发文书"),
                    ("sign_decision", "签发决定、命令和审批"),
                    ("endorse_document", "审核本机构承办的审批表和报告"),
                    ("deliver_document", "登记送达"),
                    ("hand_over_document", "登记当场交付"),
                    ("acknowledge_document", "签收文书"),
                    ("enter_document", "补录纸质文书"),
                ],
                "verbose_name": "文书",
                "verbose_name_plural": "文书",
            },
        ),
    ]
