"""When two headings are the same."""

import unicodedata


def normalise_label(label: str) -> str:
    """ "Leverantör_Organisationsnummer" and "leverantor organisationsnummer" are the same heading."""
    plain = unicodedata.normalize("NFKD", label.lower().replace("ø", "o").replace("æ", "a"))
    return "".join(character for character in plain if character.isascii() and character.isalnum())
