"""XentGUI makes softmax and cross-entropy visible: its version, and where its own files are."""

from pathlib import Path

__version__ = "0.1.0"

_PACKAGE = Path(__file__).resolve().parent


def resource(*parts: str) -> Path:
    """Return the path of a file or folder in ``resources/``.

    An installed copy carries the folder inside the package; a checkout has it beside the package.
    The working directory and ``sys.argv`` play no part.
    """
    inside = _PACKAGE / "resources"
    home = inside if inside.is_dir() else _PACKAGE.parent / "resources"
    return home.joinpath(*parts)


def readme() -> Path:
    """Return the path of README.md, which is the source of the guide.

    An installed copy carries it beside its resources; a checkout has it beside the package.
    """
    inside = resource("README.md")
    return inside if inside.is_file() else _PACKAGE.parent / "README.md"
