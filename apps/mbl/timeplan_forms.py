"""What would happen with other dates: the shape of the question. Nothing is saved."""

from django import forms

from apps.core.forms import DateInput, StegetForm

YEARS = 10


class WhatIfForm(StegetForm):
    """Other anchors for the plan. What has happened already cannot be asked about."""

    publish = forms.DateField(label="Skickas för annonsering", required=False, widget=DateInput)
    sign = forms.DateField(label="Avtalet tecknas", required=False, widget=DateInput)
    tender_days = forms.IntegerField(label="Anbudstid i dagar", required=False, min_value=1, max_value=365)

    def __init__(self, *args, done, today, **kwargs):
        super().__init__(*args, **kwargs)
        self.today = today
        for key, fields in (("publish", ["publish"]), ("sign", ["sign"]), ("tender_deadline", ["tender_days"])):
            if key in done:
                for name in fields:
                    del self.fields[name]

    def clean(self):
        values = super().clean()
        publish, sign = values.get("publish"), values.get("sign")
        if publish and sign and sign <= publish:
            self.add_error("sign", f"Avtalet tecknas {sign}, men annonseras {publish}. Ange en senare dag.")
        for name in ("publish", "sign"):
            day = values.get(name)
            if day and abs(day.year - self.today.year) > YEARS:
                self.add_error(name, f"{day} ligger mer än {YEARS} år bort. Ange en dag närmare i tiden.")
        return values
