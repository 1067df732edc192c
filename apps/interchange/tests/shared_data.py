"""Real files that stand beside the repository on developers' machines. They are never copied into it."""

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[4] / "shared" / "data"


def shared(name: str) -> Path:
    """The file or folder, or a skipped test that says what is missing."""
    path = SHARED / name
    if not path.exists():
        pytest.skip(f"HOPPAR ÖVER: {name} finns inte i ../shared/data, så de riktiga filerna prövas inte.")
    return path
