"""A document by typst in a process of its own, so that one that never ends can be ended.

The values go in as JSON and are text to typst: markup in them is shown, not obeyed. `python typeset.py TEMPLATE` reads
JSON on standard input and writes PDF/UA-1 on standard output; only the fonts that come with typst are used.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

SECONDS = 20


class DocumentError(RuntimeError):
    """The document was not made; the text says why, for the log."""


def typeset(template: Path, values: dict[str, Any], *, seconds: float = SECONDS) -> bytes:
    """The PDF of a template with `values`. Raises DocumentError when it fails or takes too long."""
    command = [sys.executable, "-I", __file__, str(template)]
    try:
        done = subprocess.run(
            command, input=json.dumps(values).encode(), capture_output=True, timeout=seconds, check=True
        )
    except subprocess.TimeoutExpired as error:
        raise DocumentError(f"{template.name} took more than {seconds} seconds") from error
    except subprocess.CalledProcessError as error:
        raise DocumentError(error.stderr.decode(errors="replace")[-2000:]) from error
    return done.stdout


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
