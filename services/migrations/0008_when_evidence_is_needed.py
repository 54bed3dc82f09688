from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('services', '0007_deleted_services'),
    ]

    operations = [
        migrations.AlterField(
            model_name='evidence',
            name='condition',
            field=models.CharField(blank=True, help_text='A whole sentence. For example: Only if you rent your home.', max_length=500, verbose_name='when it is needed'),
        ),
    ]
