"""Filters available in every template."""

from django import template

from apps.core import formats

register = template.Library()
register.filter("money", formats.money)
register.filter("number", formats.number)
register.filter("iso_date", formats.iso_date)
