"""Old statuses become phases, and each requirement learns the procurement of its contract, in the history too.

Nobody decided anything here, so the triggers that write history rest meanwhile.
"""

from django.db import migrations

_TABLES = ["procurement", "procurementevent", "requirement", "requirementevent"]
_REST = "".join(f"ALTER TABLE procurements_{table} DISABLE TRIGGER USER;" for table in _TABLES)
# The checks that wait for the end of a transaction come first: a table with checks waiting cannot be altered.
_WAKE = "SET CONSTRAINTS ALL IMMEDIATE;" + "".join(f"ALTER TABLE procurements_{table} ENABLE TRIGGER USER;" for table in _TABLES)
_PHASES = """
UPDATE procurements_procurement SET phase = 'need' WHERE phase = 'planned';
UPDATE procurements_procurementevent SET phase = 'need' WHERE phase = 'planned';
"""
_STATUSES = """
UPDATE procurements_procurement SET phase = 'planned' WHERE phase = 'need';
UPDATE procurements_procurementevent SET phase = 'planned' WHERE phase = 'need';
"""
_PROCUREMENTS = """
UPDATE procurements_requirement SET procurement_id = contract.procurement_id
FROM procurements_contract contract WHERE contract.id = contract_id;
UPDATE procurements_requirementevent SET procurement_id = contract.procurement_id
FROM (SELECT DISTINCT id, procurement_id FROM procurements_contractevent) contract WHERE contract.id = contract_id;
"""


class Migration(migrations.Migration):
    dependencies = [("procurements", "0008_rules_phases_and_decisions")]
    operations = [migrations.RunSQL(_REST + _PHASES + _PROCUREMENTS + _WAKE, _REST + _STATUSES + _WAKE)]
