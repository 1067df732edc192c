"""A document by typst in a process of its own, so that one that never ends can be ended.

The values go in as JSON and are text to typst: markup in them is shown, not obeyed. `python typeset.py TEMPLATE` reads
JSON on standard input and writes PDF/UA-1 on standard output; only the fonts that come with typst are used. PDF/UA
refuses a whole document for one character that its font lacks, such as an emoji in a comment: those become "?".
"""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

SECONDS = 20
# European letters and the punctuation that goes with them; everything else might be missing in the font.
_NOT_DRAWN = re.compile(
    "[^\n -~\u00a0-\u00ac\u00ae-\u017f\u0391-\u03a1\u03a3-\u03a9\u03b1-\u03c9\u0410-\u044f"
    "\u2009\u2013\u2014\u2018-\u201e\u2022\u2026\u202f\u20ac\u2212\u2264\u2265]"
)


class DocumentError(RuntimeError):
    """The document was not made; the text says why, for the log."""


def typeset(template: Path, values: dict[str, Any], *, seconds: float = SECONDS) -> bytes:
    """The PDF of a template with `values`. Raises DocumentError when it fails or takes too long."""
    command = [sys.executable, "-I", __file__, str(template)]
    try:
        done = subprocess.run(
            command, input=json.dumps(drawable(values)).encode(), capture_output=True, timeout=seconds, check=True
        )
    except subprocess.TimeoutExpired as error:
        raise DocumentError(f"{template.name} took more than {seconds} seconds") from error
    except subprocess.CalledProcessError as error:
        raise DocumentError(error.stderr.decode(errors="replace")[-2000:]) from error
    return done.stdout


def drawable(value: Any) -> Any:
    """The value with every text in it as the font can draw it; soft hyphens and tabs are taken for what they are."""
    if isinstance(value, str):
        text = value.replace("\u00ad", "").replace("\t", " ").replace("\r\n", "\n").replace("\r", "\n")
        return _NOT_DRAWN.sub("?", text)
    if isinstance(value, dict):
        return {key: drawable(each) for key, each in value.items()}
    return [drawable(each) for each in value] if isinstance(value, list | tuple) else value


def _main(template: str) -> None:
    import typst

    source = Path(template)
    pdf = typst.compile(
        source,
        root=source.parent,
        sys_inputs={"values": sys.stdin.read()},
        ignore_system_fonts=True,
        pdf_standards=["ua-1"],
    )
    sys.stdout.buffer.write(pdf)


if __name__ == "__main__":
    _main(sys.argv[1])
