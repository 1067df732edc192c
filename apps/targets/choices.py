"""What is measured, how a target is counted, and what can be frozen or shared."""

from django.db.models import TextChoices


class CountingRule(TextChoices):
    RESIDENTS_STARTED = "residents_started", "invånare som fått minst en insats som startat under året"
    PLACEMENTS_STARTED = "placements_started", "insatser som startat under året"
    RESIDENTS_ACTIVE = "residents_active", "invånare med en pågående insats vid årets slut"


class Measure(TextChoices):
    """What a target may be set for. The definitions stand in `measures`."""

    RESIDENTS = "residents_in_occupation", "invånare i sysselsättning"
    WITH_REQUIREMENT = "share_with_requirement", "upphandlingar med socialt krav"
    FULFILMENT = "requirements_fulfilled", "uppfyllda krav"
    MBL_IN_TIME = "mbl_in_time", "förhandlingar avslutade i tid"
    CONVERSION = "internships_to_work", "praktik som leder till arbete"


class Scope(TextChoices):
    ORGANISATION = "organisation", "hela organisationen"
    DEPARTMENT = "department", "en förvaltning"
    ALL = "all", "alla myndigheter tillsammans"


class Period(TextChoices):
    """What a report covers: from 1 January to the last day of April, August or the year."""

    FIRST = "t1", "första tertialet"
    SECOND = "t2", "andra tertialet"
    YEAR = "year", "helåret"
