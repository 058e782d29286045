"""What Qt needs from the machine, asked before Qt can abort over it."""

EXIT_CODE = 3


def check(*, window: bool) -> str | None:
    """Return None when Qt can start, else a sentence that says why not and what to do."""
    return None
