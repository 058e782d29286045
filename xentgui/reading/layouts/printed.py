"""Reads lists, arrays and dictionaries as Python, numpy, PyTorch and JSON write them.

The text is parsed by hand, and never executed.
"""

from __future__ import annotations

import re
from typing import Final

from xentgui.model.message import QT_TRANSLATE_NOOP, shown
from xentgui.reading.layouts.node import Leaf, Pairs, Value
from xentgui.reading.layouts.printed_tokens import BROKEN, Token, tokens_of
from xentgui.reading.read_error import ReadError

_DEEPEST: Final = 16  # the deepest nesting of brackets

_ESCAPE: Final = re.compile(r"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))", re.DOTALL)
_ESCAPED: Final = {"n": "\n", "t": "\t", "r": "\r"}
_CLOSING: Final = {"[": "]", "(": ")", "{": "}"}

# Names that may stand around the numbers; of a dotted name, the last part counts.
_WRAPPERS: Final = re.compile(
    r"[+-]?(?:[A-Za-z_]+\.)*(?:array|asarray|Array|(?:[A-Z][a-z]+)?[Tt]ensor|(?:Device|Jax)?Array|Parameter|list|tuple"
    r"|b?float(?:16|32|64)?|u?int(?:8|16|32|64)?|double|str_?)"
)
_FUNCTIONS: Final = re.compile(r"[+-]?(?:(?:np|numpy|math)\.)?(?:ln|log|log2|log10|lg|exp|sqrt)")
# Results of models, whose fields have names: SequenceClassifierOutput(loss=None, logits=…).
_OUTPUTS: Final = re.compile(r"(?:[A-Za-z_]+\.)*[A-Z]\w*(?:Output|Prediction|Logprobs)\w*")
_SHAPES: Final = re.compile(r"(?:torch\.)?(?:Size|TensorShape)")
_DOTTED: Final = re.compile(r"[+-]?(?:inf|nan)\.")  # as PaddlePaddle prints infinity
_MODULE: Final = re.compile(r"(?<![\w.])(?:np|numpy|math|torch|jnp)\.(?=[A-Za-z])")
_PROMPT: Final = re.compile(r"(?m)^[^\S\n]*(?:>>> |In \[\d+\]: |Out\[\d+\]:)")
_BEGINS: Final = re.compile(r"(?:[A-Za-z_][\w ]{0,30}\s*[=:]\s*)?(?:[A-Za-z_][\w.]*\s*)?[\[({]")

_UNFINISHED = QT_TRANSLATE_NOOP(
    "errors",
    "The text ends before its brackets are closed. Copy the whole array with all its brackets.",
)
_GAP = QT_TRANSLATE_NOOP(
    "errors",
    "Line {line}: a comma is missing before {found}. "
    "Separate all values by commas, or all by blanks.",
)
_DEEP = QT_TRANSLATE_NOOP(
    "errors",
    "Line {line}: the brackets are nested too deeply. "
    "A vector has one pair of brackets, a matrix two.",
)
_CALL = QT_TRANSLATE_NOOP(
    "errors", "Line {line}: {found} is not understood. Copy the numbers alone, or a printed array."
)


def is_printed(text: str) -> bool:
    """Whether `text` is brackets, perhaps with a name before them, and not lines of a table.

    A label can be ``[CLS]``, so that both the beginning and the end are checked.
    """
    begun = _without_prompts(text).strip()
    if "\t" in begun and not begun.startswith(("[", "{", "(")):
        return False
    return begun.endswith(("]", ")", "}", ">", "],", "),", "];", ");")) and (
        _BEGINS.match(begun) is not None or _tensorflow(begun) is not None
    )


def read_printed(text: str) -> list[tuple[str, Value]]:
    """Return the values in `text`, each with its name in ``name = ...``, or "".

    Raises ReadError, naming the line, for an incomplete text and for one that is not understood.
    """
    return _Parser(_without_prompts(text)).statements()


def _without_prompts(text: str) -> str:
    """Return `text` without prompts and wrappers; every line keeps its number."""
    text = _PROMPT.sub("", text).replace("Parameter containing:", "", 1)
    inner = _tensorflow(text)
    return text.rstrip().rstrip(";,") if inner is None else inner


def _tensorflow(text: str) -> str | None:
    """Return what stands in ``<tf.Tensor: … numpy=…>``, None for another text."""
    start, end = text.find("numpy="), text.rstrip().rfind(">")
    begins = text.lstrip().startswith("<tf.")
    if not begins or start < 0 or end < start or "[" in text[:start] or text[end + 1 :].strip():
        return None
    return "\n" * text.count("\n", 0, start) + text[start + len("numpy=") : end]


class _Parser:
    """Reads one value after the other, from left to right."""

    def __init__(self, text: str) -> None:
        self._tokens = tokens_of(text)
        self._next = 0
        self._depth = 0

    def statements(self) -> list[tuple[str, Value]]:
        found: list[tuple[str, Value]] = []
        while self._token.kind != "end":
            name = ""
            if self._token.kind in {"atom", "string"} and self._kind_after() in {"=", ":"}:
                name = self._take().text.strip("\"'")
                self._take()
            shape = self._token.kind == "atom" and _SHAPES.fullmatch(self._token.text)
            value = self._value()
            if not (shape and found):  # print(t, t.shape)
                found.append((name, value))
            if self._token.kind in {",", ";"}:
                self._take()
        return found

    def _kind_after(self) -> str:
        return self._tokens[min(self._next + 1, len(self._tokens) - 1)].kind

    @property
    def _token(self) -> Token:
        return self._tokens[self._next]

    def _take(self, kind: str = "") -> Token:
        token = self._token
        if kind and token.kind != kind:
            raise self._unexpected()
        self._next += token.kind != "end"
        return token

    def _unexpected(self) -> ReadError:
        if self._token.kind == "end":
            return ReadError(_UNFINISHED)
        return ReadError(BROKEN, line=self._token.line, found=shown(self._token.text))

    def _value(self) -> Value:
        token = self._token
        if token.kind in {"[", "("}:
            return self._list()
        if token.kind == "{":
            return self._pairs()
        if token.kind == "string":
            return _string(self._take())
        self._take("atom")
        if self._token.kind == "(":
            return self._call(token)
        text = _MODULE.sub("", token.text)
        return Leaf(text[:-1] if _DOTTED.fullmatch(text) else text, token.line, token.column)

    def _open(self) -> str:
        token = self._take()
        self._depth += 1
        if self._depth > _DEEPEST:
            raise ReadError(_DEEP, line=token.line)
        return _CLOSING[token.kind]

    def _close(self, closing: str) -> None:
        self._take(closing)
        self._depth -= 1

    def _list(self) -> Value:
        closing = self._open()
        rows: list[Value] = []
        values: list[Value] = []
        commas = gaps = False
        while self._token.kind != closing:
            if self._token.kind == ";":  # MATLAB and Julia end a row so
                self._take()
                rows.append(values)
                values = []
                continue
            if values and self._token.kind == ",":
                self._take()
                commas = True
                if self._token.kind == closing:
                    break
            elif values:
                gaps = True
            if commas and gaps:
                raise ReadError(_GAP, line=self._token.line, found=shown(self._token.text))
            values.append(self._value())
        self._close(closing)
        return [*rows, *([values] if values else [])] if rows else values

    def _pairs(self) -> Value:
        line = self._token.line
        closing = self._open()
        items: list[tuple[Leaf | str, Value]] = []
        while self._token.kind != closing:
            key = self._value()
            if not items and self._token.kind in {",", closing}:
                return self._braces(key, closing)
            if not isinstance(key, Leaf):
                raise ReadError(BROKEN, line=line, found=shown("{"))
            self._take(":")
            items.append((key, self._value()))
            if self._token.kind != closing:
                self._take(",")
        self._close(closing)
        return Pairs(items, line)

    def _braces(self, first: Value, closing: str) -> Value:
        """Return a list between braces, as Mathematica and C write it."""
        values = [first]
        while self._token.kind != closing:
            self._take(",")
            if self._token.kind != closing:
                values.append(self._value())
        self._close(closing)
        return values

    def _call(self, name: Token) -> Value:
        computes = _FUNCTIONS.fullmatch(name.text) is not None
        if _OUTPUTS.fullmatch(name.text):
            return self._fields(name)
        if name.text == "c":  # R
            return self._values_of_call()
        if not computes and not (_WRAPPERS.fullmatch(name.text) or _SHAPES.fullmatch(name.text)):
            raise ReadError(_CALL, line=name.line, found=shown(name.text))
        closing = self._open()
        while self._token.kind == "atom" and self._kind_after() == "=":  # PaddlePaddle
            self._setting(name)
            self._take(",")
        value = self._value()
        while self._token.kind == ",":
            self._take()
            if self._token.kind != closing:
                self._setting(name)
        self._close(closing)
        if isinstance(value, Leaf):
            if computes:
                inner = f"{_MODULE.sub('', name.text)}({value.text})"
            else:
                inner = f"-({value.text})" if name.text[0] == "-" else value.text
            quoted = value.quoted and re.search(r"str_?$", name.text) is not None
            scalar = not value.quoted and "ensor" in name.text
            return Leaf(inner, name.line, name.column, quoted=quoted, is_tensor=scalar)
        if computes or name.text[0] in "+-":
            raise ReadError(_CALL, line=name.line, found=shown(name.text))
        return value

    def _values_of_call(self) -> Value:
        closing = self._open()
        values: list[Value] = []
        items: list[tuple[Leaf | str, Value]] = []
        line = self._token.line
        while self._token.kind != closing:
            if self._kind_after() == "=":
                key = self._take()
                self._take("=")
                name = Leaf(key.text.strip("\"'`"), key.line, key.column, quoted=True)
                items.append((name, self._value()))
            else:
                values.append(self._value())
            if self._token.kind != closing:
                self._take(",")
        self._close(closing)
        return Pairs(items, line) if items and not values else values

    def _fields(self, name: Token) -> Value:
        """Return the fields of a model's result, without those that are None."""
        closing = self._open()
        items: list[tuple[Leaf | str, Value]] = []
        while self._token.kind != closing:
            key = self._take("atom")
            self._take("=")
            value = self._value()
            if not (isinstance(value, Leaf) and not value.quoted and value.text == "None"):
                items.append((Leaf(key.text, key.line, key.column, quoted=True), value))
            if self._token.kind != closing:
                self._take(",")
        self._close(closing)
        return Pairs(items, name.line, is_output=True)

    def _setting(self, name: Token) -> None:
        """Skip an argument such as ``dtype=float32`` or ``place=Place(gpu:0)``, or a type alone."""
        token = self._take("atom")
        if self._token.kind != "=":
            if not re.fullmatch(r"[A-Za-z_][\w.]*", token.text):
                raise ReadError(_CALL, line=name.line, found=shown(name.text))
            return
        self._take()
        depth = 0
        while depth or self._token.kind not in {",", ")"}:
            if self._token.kind == "end":
                raise ReadError(_UNFINISHED)
            depth += (self._token.kind in _CLOSING) - (self._token.kind in _CLOSING.values())
            self._take()


def _string(token: Token) -> Leaf:
    text = _ESCAPE.sub(_unescaped, token.text.lstrip("rbuRBU")[1:-1])
    # JSON writes a character beyond 16 bits as two escapes.
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return Leaf(text, token.line, token.column, quoted=True)


def _unescaped(escape: re.Match[str]) -> str:
    code = escape.group(1) or escape.group(2)
    return chr(int(code, 16)) if code else _ESCAPED.get(escape.group(3), escape.group(3))
