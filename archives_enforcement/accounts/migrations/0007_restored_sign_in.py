"""A link may set a new password for who has one already."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("accounts", "0006_people_of_units")]

    operations = [
        migrations.AddField(
            model_name="unitinvitation",
            name="restores",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="accounts.grant",
                verbose_name="重设登录的授权",
            ),
        ),
    ]
