"""A reminder, an answer and a calendar of a department belong to the department's organisation."""

from django.db import migrations

from apps.core.same_organisation import same_organisation


class Migration(migrations.Migration):
    dependencies = [("reminders", "0001_initial"), ("accounts", "0002_same_organisation")]
    operations = [
        same_organisation("reminders_reminder", "department_id", "accounts_department"),
        same_organisation("reminders_deadlinenote", "department_id", "accounts_department"),
        same_organisation("reminders_calendarfeed", "department_id", "accounts_department"),
    ]
