"""The likeliest tokens at the places of a text, as servers of language models report them."""

from __future__ import annotations

from typing import Final

from xentgui.reading.layouts.node import Pairs, Value, text_of

# OpenAI, Ollama and newer llama.cpp; older llama.cpp.
_KEYS: Final = ("top_logprobs", "top_probs", "probs")
_DEEPEST: Final = 8


def positions(value: Value, depth: int = 0) -> list[Value]:
    """Return the alternatives at each place of a reply; [] if `value` is no reply.

    The alternatives are a list of records, or a dictionary of tokens and log-probabilities.
    """
    found: list[Value] = []
    if depth > _DEEPEST:
        return found
    if isinstance(value, Pairs):
        for key, inner in value.items:
            text = text_of(key)
            records = isinstance(inner, list) and all(isinstance(one, Pairs) for one in inner)
            if text in _KEYS and records and isinstance(inner, list) and inner:
                # A list of dictionaries of tokens is one of places; a list of records is a place.
                found += [inner] if any(map(_is_record, inner)) else inner
            elif isinstance(inner, (Pairs, list)):
                found += positions(inner, depth + 1)
    elif isinstance(value, list):
        for inner in value:
            if not isinstance(inner, (Pairs, list)):
                return []
            found += positions(inner, depth + 1)
    return found


def _is_record(value: Value) -> bool:
    names = {text_of(key) for key, _ in value.items} if isinstance(value, Pairs) else set()
    return bool(names & {"token", "tok_str", "logprob", "prob"})
