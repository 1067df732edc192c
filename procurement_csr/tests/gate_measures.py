"""The gate's visits to the measures, the rows behind them, and targets of other measures than residents."""

from procurement_csr.tests.gate_visit import BOTH, Visit

MEASURE_VISITS = (
    Visit("measure_list", "coordinator"),
    Visit("measure_list", "politician", query="?ar=2015&period=t1"),
    Visit("measure_list", "matcher", query="?ar=2099"),
    *(
        Visit("measure_rows", "officer", code, query="?ar=2016")
        for code in ("share_with_requirement", "contract_value_with_requirement", "requirements_fulfilled")
    ),
    Visit("measure_rows", "officer", "mbl_in_time"),
    Visit("measure_rows", "officer", "mbl_in_time", query="?ar=2099"),
    Visit("target_create", "coordinator", query="?matt=share_with_requirement&galler=all", refuses=BOTH),
)


def addresses_of_measures() -> dict:
    """The measures that have lists are named by their codes."""
    codes = ("share_with_requirement", "contract_value_with_requirement", "requirements_fulfilled", "mbl_in_time")
    return {code: code for code in codes}
