from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("accounts", "0003_deputation")]

    operations = [migrations.RemoveField(model_name="user", name="user_permissions")]
