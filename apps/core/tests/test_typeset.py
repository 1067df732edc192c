"""What a document does with characters that its font cannot draw."""

from apps.core.typeset import _NOT_DRAWN, drawable, typeset

TEMPLATE = """#let values = json(bytes(sys.inputs.values))
#set document(title: "Alla tecken")
#set text(lang: "sv", font: "Libertinus Serif")
#values.text #strong(values.text)
"""


def test_every_character_that_is_let_through_can_be_drawn(tmp_path):
    allowed = "".join(each for each in map(chr, range(0x20, 0x3000)) if not _NOT_DRAWN.match(each))
    assert {"å", "Ö", "é", "”", "–", "−", "€", "\u00a0"} <= set(allowed)
    (tmp_path / "alla.typ").write_text(TEMPLATE, encoding="utf-8")
    assert typeset(tmp_path / "alla.typ", {"text": allowed}).startswith(b"%PDF")


def test_what_cannot_be_drawn_becomes_a_question_mark_in_every_text():
    values = {"note": "Bra \U0001f44d jobbat\x07", "rows": [["Ряд", "中文"], ("a\tb\r\nc\u00ad", 3)]}
    assert drawable(values) == {"note": "Bra ? jobbat?", "rows": [["Ряд", "??"], ["a b\nc", 3]]}
