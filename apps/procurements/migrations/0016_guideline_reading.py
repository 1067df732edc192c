"""Roles that must read a version of the guideline, by when, and who has."""

import django.contrib.postgres.fields
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from apps.core.same_organisation import same_organisation


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0006_saved_filters'),
        ('pghistory', '0007_auto_20250421_0444'),
        ('procurements', '0015_guideline_process'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='GuidelineAcknowledgement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(choices=[('officer', 'upphandlare'), ('coordinator', 'CSR-samordnare'), ('department', 'beställande förvaltning'), ('matcher', 'matchare'), ('union', 'facklig representant'), ('politician', 'politiker'), ('administrator', 'administratör')], max_length=20, verbose_name='roll')),
                ('acknowledged_at', models.DateTimeField(auto_now_add=True, verbose_name='läst')),
            ],
            options={
                'verbose_name': 'läst riktlinje',
                'verbose_name_plural': 'lästa riktlinjer',
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='GuidelineAcknowledgementEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('role', models.CharField(choices=[('officer', 'upphandlare'), ('coordinator', 'CSR-samordnare'), ('department', 'beställande förvaltning'), ('matcher', 'matchare'), ('union', 'facklig representant'), ('politician', 'politiker'), ('administrator', 'administratör')], max_length=20, verbose_name='roll')),
                ('acknowledged_at', models.DateTimeField(auto_now_add=True, verbose_name='läst')),
            ],
            options={
                'abstract': False,
            },
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='guidelineversion',
            name='insert_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='guidelineversion',
            name='update_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='guidelineversion',
            name='delete_delete',
        ),
        migrations.AddField(
            model_name='guidelineversion',
            name='reading_due_on',
            field=models.DateField(blank=True, null=True, verbose_name='ska vara läst senast'),
        ),
        migrations.AddField(
            model_name='guidelineversion',
            name='reading_roles',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('officer', 'upphandlare'), ('coordinator', 'CSR-samordnare'), ('department', 'beställande förvaltning'), ('matcher', 'matchare'), ('union', 'facklig representant'), ('politician', 'politiker'), ('administrator', 'administratör')], max_length=20), blank=True, default=list, size=None, verbose_name='roller som ska läsa versionen'),
        ),
        migrations.AddField(
            model_name='guidelineversionevent',
            name='reading_due_on',
            field=models.DateField(blank=True, null=True, verbose_name='ska vara läst senast'),
        ),
        migrations.AddField(
            model_name='guidelineversionevent',
            name='reading_roles',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('officer', 'upphandlare'), ('coordinator', 'CSR-samordnare'), ('department', 'beställande förvaltning'), ('matcher', 'matchare'), ('union', 'facklig representant'), ('politician', 'politiker'), ('administrator', 'administratör')], max_length=20), blank=True, default=list, size=None, verbose_name='roller som ska läsa versionen'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='guidelineversion',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "procurements_guidelineversionevent" ("created_at", "decided_by", "decided_goal_on", "decided_on", "document_url", "follow_goal", "id", "in_place_basis", "in_place_goal_on", "in_place_motive", "in_place_on", "limits", "note", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_on", "published_on", "published_url", "reading_due_on", "reading_roles", "reference", "seminars_held_on", "seminars_reference", "title", "token", "updated_at", "valid_from", "weights") VALUES (NEW."created_at", NEW."decided_by", NEW."decided_goal_on", NEW."decided_on", NEW."document_url", NEW."follow_goal", NEW."id", NEW."in_place_basis", NEW."in_place_goal_on", NEW."in_place_motive", NEW."in_place_on", NEW."limits", NEW."note", NEW."organisation_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."proposed_on", NEW."published_on", NEW."published_url", NEW."reading_due_on", NEW."reading_roles", NEW."reference", NEW."seminars_held_on", NEW."seminars_reference", NEW."title", NEW."token", NEW."updated_at", NEW."valid_from", NEW."weights"); RETURN NULL;', hash='ec582e29a9c4c1465b67e68a08ab89a107af4779', operation='INSERT', pgid='pgtrigger_insert_insert_9a32a', table='procurements_guidelineversion', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='guidelineversion',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "procurements_guidelineversionevent" ("created_at", "decided_by", "decided_goal_on", "decided_on", "document_url", "follow_goal", "id", "in_place_basis", "in_place_goal_on", "in_place_motive", "in_place_on", "limits", "note", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_on", "published_on", "published_url", "reading_due_on", "reading_roles", "reference", "seminars_held_on", "seminars_reference", "title", "token", "updated_at", "valid_from", "weights") VALUES (NEW."created_at", NEW."decided_by", NEW."decided_goal_on", NEW."decided_on", NEW."document_url", NEW."follow_goal", NEW."id", NEW."in_place_basis", NEW."in_place_goal_on", NEW."in_place_motive", NEW."in_place_on", NEW."limits", NEW."note", NEW."organisation_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."proposed_on", NEW."published_on", NEW."published_url", NEW."reading_due_on", NEW."reading_roles", NEW."reference", NEW."seminars_held_on", NEW."seminars_reference", NEW."title", NEW."token", NEW."updated_at", NEW."valid_from", NEW."weights"); RETURN NULL;', hash='a6aeafbc5c9dcfa0b7cd524b9de26b913c0bb1d2', operation='UPDATE', pgid='pgtrigger_update_update_d1a15', table='procurements_guidelineversion', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='guidelineversion',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "procurements_guidelineversionevent" ("created_at", "decided_by", "decided_goal_on", "decided_on", "document_url", "follow_goal", "id", "in_place_basis", "in_place_goal_on", "in_place_motive", "in_place_on", "limits", "note", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_on", "published_on", "published_url", "reading_due_on", "reading_roles", "reference", "seminars_held_on", "seminars_reference", "title", "token", "updated_at", "valid_from", "weights") VALUES (OLD."created_at", OLD."decided_by", OLD."decided_goal_on", OLD."decided_on", OLD."document_url", OLD."follow_goal", OLD."id", OLD."in_place_basis", OLD."in_place_goal_on", OLD."in_place_motive", OLD."in_place_on", OLD."limits", OLD."note", OLD."organisation_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."proposed_on", OLD."published_on", OLD."published_url", OLD."reading_due_on", OLD."reading_roles", OLD."reference", OLD."seminars_held_on", OLD."seminars_reference", OLD."title", OLD."token", OLD."updated_at", OLD."valid_from", OLD."weights"); RETURN NULL;', hash='186a25a806b142c4de57c094ac1a8d5793bd4c05', operation='DELETE', pgid='pgtrigger_delete_delete_b2772', table='procurements_guidelineversion', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='guidelineversion',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('reading_due_on', None), ('reading_roles', [])), models.Q(models.Q(('reading_roles', []), _negated=True), ('reading_due_on__isnull', False)), _connector='OR'), name='guideline_reading_has_roles_and_day', violation_error_message='Välj både vilka roller som ska läsa versionen och senast när.'),
        ),
        migrations.AddField(
            model_name='guidelineacknowledgement',
            name='guideline',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='acknowledgements', to='procurements.guidelineversion'),
        ),
        migrations.AddField(
            model_name='guidelineacknowledgement',
            name='organisation',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.organisation'),
        ),
        migrations.AddField(
            model_name='guidelineacknowledgement',
            name='user',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='person'),
        ),
        migrations.AddField(
            model_name='guidelineacknowledgementevent',
            name='guideline',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='procurements.guidelineversion'),
        ),
        migrations.AddField(
            model_name='guidelineacknowledgementevent',
            name='organisation',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.organisation'),
        ),
        migrations.AddField(
            model_name='guidelineacknowledgementevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='guidelineacknowledgementevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='procurements.guidelineacknowledgement'),
        ),
        migrations.AddField(
            model_name='guidelineacknowledgementevent',
            name='user',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='person'),
        ),
        migrations.AddConstraint(
            model_name='guidelineacknowledgement',
            constraint=models.UniqueConstraint(fields=('guideline', 'user'), name='guideline_acknowledged_once', violation_error_message='Du har redan bekräftat att du har läst versionen.'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='guidelineacknowledgement',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "procurements_guidelineacknowledgementevent" ("acknowledged_at", "guideline_id", "id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "user_id") VALUES (NEW."acknowledged_at", NEW."guideline_id", NEW."id", NEW."organisation_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."role", NEW."user_id"); RETURN NULL;', hash='6d54b9add03481d0cc7a8242cd462981aa4295d9', operation='INSERT', pgid='pgtrigger_insert_insert_5f7cb', table='procurements_guidelineacknowledgement', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='guidelineacknowledgement',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "procurements_guidelineacknowledgementevent" ("acknowledged_at", "guideline_id", "id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "user_id") VALUES (NEW."acknowledged_at", NEW."guideline_id", NEW."id", NEW."organisation_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."role", NEW."user_id"); RETURN NULL;', hash='36e248a0c5098c5d7129e0ab25124e6cbf53113d', operation='UPDATE', pgid='pgtrigger_update_update_59dae', table='procurements_guidelineacknowledgement', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='guidelineacknowledgement',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "procurements_guidelineacknowledgementevent" ("acknowledged_at", "guideline_id", "id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "user_id") VALUES (OLD."acknowledged_at", OLD."guideline_id", OLD."id", OLD."organisation_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."role", OLD."user_id"); RETURN NULL;', hash='8570b5e1e309aea41829f240399bc18146cc6591', operation='DELETE', pgid='pgtrigger_delete_delete_d85d0', table='procurements_guidelineacknowledgement', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='guidelineacknowledgementevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='3f2a081bfe001219ee35d30673cf706b8e497163', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_15293', table='procurements_guidelineacknowledgementevent', when='BEFORE')),
        ),
        same_organisation("procurements_guidelineacknowledgement", "guideline_id", "procurements_guidelineversion"),
    ]
