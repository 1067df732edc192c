"""A guideline is proposed, published, told of and in place: the days, where it stands, and the goal for its use."""

import apps.core.personal_numbers
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0006_saved_filters'),
        ('procurements', '0014_counts_attempts'),
    ]

    operations = [
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
            name='follow_goal',
            field=models.PositiveSmallIntegerField(default=80, verbose_name='mål: andel upphandlingar som följer versionen, procent'),
        ),
        migrations.AddField(
            model_name='guidelineversion',
            name='in_place_basis',
            field=models.JSONField(blank=True, default=list, verbose_name='kriterierna då den infördes'),
        ),
        migrations.AddField(
            model_name='guidelineversion',
            name='in_place_motive',
            field=models.TextField(blank=True, max_length=2000, validators=[apps.core.personal_numbers.refuse_personal_number], verbose_name='motiv till att den ändå är införd'),
        ),
        migrations.AddField(
            model_name='guidelineversion',
            name='proposed_on',
            field=models.DateField(blank=True, null=True, verbose_name='föreslagen'),
        ),
        migrations.AddField(
            model_name='guidelineversion',
            name='published_on',
            field=models.DateField(blank=True, null=True, verbose_name='publicerad'),
        ),
        migrations.AddField(
            model_name='guidelineversion',
            name='published_url',
            field=models.URLField(blank=True, max_length=500, verbose_name='adress där den är publicerad'),
        ),
        migrations.AddField(
            model_name='guidelineversion',
            name='seminars_held_on',
            field=models.DateField(blank=True, null=True, verbose_name='seminarier hållna'),
        ),
        migrations.AddField(
            model_name='guidelineversion',
            name='seminars_reference',
            field=models.CharField(blank=True, max_length=200, validators=[apps.core.personal_numbers.refuse_personal_number], verbose_name='underlag om seminarierna'),
        ),
        migrations.AddField(
            model_name='guidelineversionevent',
            name='follow_goal',
            field=models.PositiveSmallIntegerField(default=80, verbose_name='mål: andel upphandlingar som följer versionen, procent'),
        ),
        migrations.AddField(
            model_name='guidelineversionevent',
            name='in_place_basis',
            field=models.JSONField(blank=True, default=list, verbose_name='kriterierna då den infördes'),
        ),
        migrations.AddField(
            model_name='guidelineversionevent',
            name='in_place_motive',
            field=models.TextField(blank=True, max_length=2000, validators=[apps.core.personal_numbers.refuse_personal_number], verbose_name='motiv till att den ändå är införd'),
        ),
        migrations.AddField(
            model_name='guidelineversionevent',
            name='proposed_on',
            field=models.DateField(blank=True, null=True, verbose_name='föreslagen'),
        ),
        migrations.AddField(
            model_name='guidelineversionevent',
            name='published_on',
            field=models.DateField(blank=True, null=True, verbose_name='publicerad'),
        ),
        migrations.AddField(
            model_name='guidelineversionevent',
            name='published_url',
            field=models.URLField(blank=True, max_length=500, verbose_name='adress där den är publicerad'),
        ),
        migrations.AddField(
            model_name='guidelineversionevent',
            name='seminars_held_on',
            field=models.DateField(blank=True, null=True, verbose_name='seminarier hållna'),
        ),
        migrations.AddField(
            model_name='guidelineversionevent',
            name='seminars_reference',
            field=models.CharField(blank=True, max_length=200, validators=[apps.core.personal_numbers.refuse_personal_number], verbose_name='underlag om seminarierna'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='guidelineversion',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "procurements_guidelineversionevent" ("created_at", "decided_by", "decided_goal_on", "decided_on", "document_url", "follow_goal", "id", "in_place_basis", "in_place_goal_on", "in_place_motive", "in_place_on", "limits", "note", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_on", "published_on", "published_url", "reference", "seminars_held_on", "seminars_reference", "title", "token", "updated_at", "valid_from", "weights") VALUES (NEW."created_at", NEW."decided_by", NEW."decided_goal_on", NEW."decided_on", NEW."document_url", NEW."follow_goal", NEW."id", NEW."in_place_basis", NEW."in_place_goal_on", NEW."in_place_motive", NEW."in_place_on", NEW."limits", NEW."note", NEW."organisation_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."proposed_on", NEW."published_on", NEW."published_url", NEW."reference", NEW."seminars_held_on", NEW."seminars_reference", NEW."title", NEW."token", NEW."updated_at", NEW."valid_from", NEW."weights"); RETURN NULL;', hash='e1450ab217de1a0144f613acc3a396cd8fc2988d', operation='INSERT', pgid='pgtrigger_insert_insert_9a32a', table='procurements_guidelineversion', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='guidelineversion',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "procurements_guidelineversionevent" ("created_at", "decided_by", "decided_goal_on", "decided_on", "document_url", "follow_goal", "id", "in_place_basis", "in_place_goal_on", "in_place_motive", "in_place_on", "limits", "note", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_on", "published_on", "published_url", "reference", "seminars_held_on", "seminars_reference", "title", "token", "updated_at", "valid_from", "weights") VALUES (NEW."created_at", NEW."decided_by", NEW."decided_goal_on", NEW."decided_on", NEW."document_url", NEW."follow_goal", NEW."id", NEW."in_place_basis", NEW."in_place_goal_on", NEW."in_place_motive", NEW."in_place_on", NEW."limits", NEW."note", NEW."organisation_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."proposed_on", NEW."published_on", NEW."published_url", NEW."reference", NEW."seminars_held_on", NEW."seminars_reference", NEW."title", NEW."token", NEW."updated_at", NEW."valid_from", NEW."weights"); RETURN NULL;', hash='1f855578c196af3dd84671cb7df5810b24e1ad1f', operation='UPDATE', pgid='pgtrigger_update_update_d1a15', table='procurements_guidelineversion', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='guidelineversion',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "procurements_guidelineversionevent" ("created_at", "decided_by", "decided_goal_on", "decided_on", "document_url", "follow_goal", "id", "in_place_basis", "in_place_goal_on", "in_place_motive", "in_place_on", "limits", "note", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_on", "published_on", "published_url", "reference", "seminars_held_on", "seminars_reference", "title", "token", "updated_at", "valid_from", "weights") VALUES (OLD."created_at", OLD."decided_by", OLD."decided_goal_on", OLD."decided_on", OLD."document_url", OLD."follow_goal", OLD."id", OLD."in_place_basis", OLD."in_place_goal_on", OLD."in_place_motive", OLD."in_place_on", OLD."limits", OLD."note", OLD."organisation_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."proposed_on", OLD."published_on", OLD."published_url", OLD."reference", OLD."seminars_held_on", OLD."seminars_reference", OLD."title", OLD."token", OLD."updated_at", OLD."valid_from", OLD."weights"); RETURN NULL;', hash='4b14f8a3313a8b24af3a2321906c61a8f45de9c1', operation='DELETE', pgid='pgtrigger_delete_delete_b2772', table='procurements_guidelineversion', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='guidelineversion',
            constraint=models.CheckConstraint(condition=models.Q(('in_place_on', None), ('decided_on__isnull', False), _connector='OR'), name='guideline_in_place_is_decided', violation_error_message='En riktlinje kan inte vara införd innan den är beslutad.'),
        ),
        migrations.AddConstraint(
            model_name='guidelineversion',
            constraint=models.CheckConstraint(condition=models.Q(('proposed_on', None), ('decided_on', None), ('proposed_on__lte', models.F('decided_on')), _connector='OR'), name='guideline_proposed_before_decided', violation_error_message='En riktlinje föreslås senast samma dag som den beslutas.'),
        ),
        migrations.AddConstraint(
            model_name='guidelineversion',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('published_on', None), ('published_url', '')), models.Q(('published_on__isnull', False), models.Q(('published_url', ''), _negated=True)), _connector='OR'), name='guideline_published_has_day_and_address', violation_error_message='Ange både dagen och adressen när riktlinjen är publicerad.'),
        ),
        migrations.AddConstraint(
            model_name='guidelineversion',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('seminars_held_on', None), ('seminars_reference', '')), models.Q(('seminars_held_on__isnull', False), models.Q(('seminars_reference', ''), _negated=True)), _connector='OR'), name='guideline_seminars_have_reference', violation_error_message='Ange både dagen och underlaget när seminarierna är hållna.'),
        ),
        migrations.AddConstraint(
            model_name='guidelineversion',
            constraint=models.CheckConstraint(condition=models.Q(('follow_goal__range', (1, 100))), name='guideline_follow_goal_1_to_100', violation_error_message='Målet för andelen ska vara mellan 1 och 100 procent.'),
        ),
    ]
