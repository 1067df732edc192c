"""A kind of effort may be asked for from a day that the organisation sets."""

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0006_saved_filters'),
        ('pghistory', '0007_auto_20250421_0444'),
        ('procurements', '0016_guideline_reading'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='RequirementKindStart',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('internship', 'praktik'), ('employment', 'anställning'), ('apprenticeship', 'lärling'), ('mentorship', 'yrkesmentor'), ('study_visit', 'studiebesök'), ('lecture', 'föreläsning'), ('summer_job', 'sommarjobb'), ('mixed', 'praktik, lärling eller anställning')], max_length=20, verbose_name='insats')),
                ('starts_on', models.DateField(verbose_name='första dag')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='skapad')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='ändrad')),
                ('changed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='requirement_kind_starts', to='accounts.organisation')),
            ],
            options={
                'verbose_name': 'insatsens första dag',
                'verbose_name_plural': 'insatsernas första dagar',
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='RequirementKindStartEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('kind', models.CharField(choices=[('internship', 'praktik'), ('employment', 'anställning'), ('apprenticeship', 'lärling'), ('mentorship', 'yrkesmentor'), ('study_visit', 'studiebesök'), ('lecture', 'föreläsning'), ('summer_job', 'sommarjobb'), ('mixed', 'praktik, lärling eller anställning')], max_length=20, verbose_name='insats')),
                ('starts_on', models.DateField(verbose_name='första dag')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='skapad')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='ändrad')),
                ('changed_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('organisation', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.organisation')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='procurements.requirementkindstart')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddConstraint(
            model_name='requirementkindstart',
            constraint=models.UniqueConstraint(fields=('organisation', 'kind'), name='requirement_kind_starts_once', violation_error_message='Insatsen har redan en första dag. Ladda om sidan och ändra den.'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='requirementkindstart',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "procurements_requirementkindstartevent" ("changed_by_id", "created_at", "id", "kind", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "updated_at") VALUES (NEW."changed_by_id", NEW."created_at", NEW."id", NEW."kind", NEW."organisation_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."starts_on", NEW."updated_at"); RETURN NULL;', hash='b5a5869d0e6622fdd553fe5056649b3e984303af', operation='INSERT', pgid='pgtrigger_insert_insert_e21b7', table='procurements_requirementkindstart', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='requirementkindstart',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "procurements_requirementkindstartevent" ("changed_by_id", "created_at", "id", "kind", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "updated_at") VALUES (NEW."changed_by_id", NEW."created_at", NEW."id", NEW."kind", NEW."organisation_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."starts_on", NEW."updated_at"); RETURN NULL;', hash='d94e9fb1582b8f54907b5664967354d48df7194a', operation='UPDATE', pgid='pgtrigger_update_update_897f4', table='procurements_requirementkindstart', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='requirementkindstart',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "procurements_requirementkindstartevent" ("changed_by_id", "created_at", "id", "kind", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "updated_at") VALUES (OLD."changed_by_id", OLD."created_at", OLD."id", OLD."kind", OLD."organisation_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."starts_on", OLD."updated_at"); RETURN NULL;', hash='b1474271a504a1521822447de2b3f758477522df', operation='DELETE', pgid='pgtrigger_delete_delete_b79d7', table='procurements_requirementkindstart', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='requirementkindstartevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='066947ed731cd911ddaa40a1d77989734d5b6a6e', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_31628', table='procurements_requirementkindstartevent', when='BEFORE')),
        ),
    ]
