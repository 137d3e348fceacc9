from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("casework", "0001_initial")]

    operations = [
        migrations.AddIndex(model_name="case", index=models.Index(fields=["title", "id"], name="case_by_title")),
    ]
