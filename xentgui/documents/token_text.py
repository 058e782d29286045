"""What a token of a scene looks like, wherever it is written: nothing here decodes one."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

SCHEME: Final = "xent:"
"""Begins every token."""

QUOTES: Final = "<>\"'`“”‘’«»「」（）()[].,;!?。，；！？*"
"""What chats and people write around a token."""

_FAR: Final = 100  # characters before a token
_AROUND: Final = re.compile(rf"[\s{re.escape(QUOTES)}]*")
_SHORT: Final = 24


def looks_like_token(text: str) -> bool:
    r"""Return whether `text` is meant as a token, whole or not.

    >>> [looks_like_token(text) for text in (" <xent:1AB>\n", "xent:", "see xent:1AB", "a.xent.json")]
    [True, True, False, False]
    """
    around = _AROUND.match(text[:_FAR])
    assert around is not None  # it can be empty
    start = around.end()
    return text[start : start + len(SCHEME)].lower() == SCHEME


def token_in(path: Path) -> str:
    """Return the token that was given in place of a path; "" if `path` is one.

    >>> token_in(Path("/home/ada/xent:1AB")), token_in(Path("a.xent.json"))
    ('xent:1AB', '')
    """
    if not looks_like_token(path.name):
        return ""
    try:
        return "" if path.exists() else path.name
    except OSError:  # it is too long for the name of a file
        return path.name


def short(text: str) -> str:
    """Return a token as far as a sentence has room for it; another text stays as it is.

    >>> short("/home/ada/lectures/first.xent.json"), short("xent:1" + 30 * "A")
    ('/home/ada/lectures/first.xent.json', 'xent:1AAAAAAAAAAAAAAAAAA…')
    """
    is_long = len(text) > _SHORT and looks_like_token(text)
    return f"{text[:_SHORT]}…" if is_long else text
