"""Build `.venv` from a requirements file, for `make`. Does nothing when it is up to date, repairs one that is broken.

Runs on the machine's own Python before anything is installed, so it knows the standard library only:
`python3 -I procurement_csr/environment.py [--chromium] requirements.txt`
"""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def main(arguments: list[str]) -> None:
    if sys.version_info < (3, 11):  # noqa: UP036 (any Python may run this)
        sys.exit(
            f"Steget needs Python 3.11 or newer; this is {sys.version.split()[0]}. Try: make PYTHON=python3.12 run"
        )
    requirements = ROOT / arguments[-1]
    stamp = VENV / f"{requirements.stem}.installed"
    wanted = digest()
    if not works(PYTHON) or not stamp.exists() or stamp.read_text() != wanted:
        stamp.unlink(missing_ok=True)
        install(requirements)
        stamp.write_text(wanted)
    if "--chromium" in arguments:
        find_chromium()


def digest() -> str:
    """What the environment depends on: the requirements, and where it lies."""
    texts = [str(VENV), *(path.read_text() for path in sorted(ROOT.glob("requirements*.txt")))]
    return hashlib.sha256("\n".join(texts).encode()).hexdigest()


def works(python: Path) -> bool:
    """Whether that Python starts and is new enough."""
    check = "import sys; sys.exit(sys.version_info < (3, 11))"
    try:
        return subprocess.run([python, "-c", check], capture_output=True).returncode == 0
    except OSError:
        return False


def install(requirements: Path) -> None:
    """Make the environment if need be, and bring the packages into it. Exits with a line that says what to do."""
    if not works(PYTHON):
        step(f"Making .venv with Python {sys.version.split()[0]}")
        run(
            [sys.executable, "-m", "venv", "--clear", VENV],
            "Is venv there? On Debian and Ubuntu: apt install python3-venv",
        )
    pip = [PYTHON, "-m", "pip", "--disable-pip-version-check"]
    if not (VENV / "bin" / "uv").exists():
        step("Installing uv, which installs the rest many times faster than pip")
        subprocess.run([*pip, "install", "--quiet", "uv"], stdin=subprocess.DEVNULL)
    step(f"Installing {requirements.name}")
    uv = [VENV / "bin" / "uv", "pip", "install", "--python", PYTHON, "--compile-bytecode", "-r", requirements]
    try:
        installed = subprocess.run(uv, stdin=subprocess.DEVNULL, env=uv_environment(pip)).returncode == 0
    except OSError:
        installed = False
    if not installed:
        step("uv cannot do it here, so pip does; that takes a minute")
        run([*pip, "install", "-r", requirements], "Is there a package index? See the lines above.")


def uv_environment(pip: list) -> dict[str, str]:
    """uv does not read pip's configuration, so an index that pip is told to use is handed on; and it trusts what the
    machine trusts, as pip does."""
    index = subprocess.run([*pip, "config", "get", "global.index-url"], capture_output=True, text=True).stdout.strip()
    return {**({"UV_DEFAULT_INDEX": index} if index else {}), "UV_SYSTEM_CERTS": "1", **os.environ}


def find_chromium() -> None:
    """Install Chromium for the browser tests where that is possible; they skip themselves where it is not."""
    if any(map(shutil.which, CHROMIUM)) or not shutil.which("apt-get") or os.geteuid():
        return
    step("Installing Chromium for the browser tests")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    packages = ["chromium", "fonts-dejavu-core"]
    for command in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", *packages]):
        quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL}
        subprocess.run(["apt-get", *command], env=environment, **quiet)


def run(command: list, advice: str) -> None:
    if subprocess.run(command, stdin=subprocess.DEVNULL).returncode:
        sys.exit(f"That did not work. {advice}")


def step(text: str) -> None:
    print(f"--- {text}", file=sys.stderr, flush=True)  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1:])
