"""The steps of the ladder as they stand in addresses: "sparr-fran-avrop"."""

from django.utils.text import slugify

from apps.followups.choices import Step

STEPS = {slugify(step.label): step for step in Step}
_WORDS = {step: word for word, step in STEPS.items()}


class StepConverter:
    """A step by its Swedish name."""

    regex = "|".join(STEPS)

    def to_python(self, value: str) -> Step:
        """The step that the word names."""
        return STEPS[value]

    def to_url(self, value: str) -> str:
        """The word of a step. Raises ValueError for what is no step."""
        return _WORDS[Step(value)]
