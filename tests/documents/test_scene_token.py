"""Tokens of scenes: there and back to the last bit, short, and told what is wrong with them."""

from __future__ import annotations

import base64
import re
import zlib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.documents.lecture import LECTURE
from tests.documents.samples import TIE
from tests.documents.test_document import scenes
from xentgui.documents import lectures
from xentgui.documents.document import encode
from xentgui.documents.document_errors import DocumentError
from xentgui.documents.document_file import Opened
from xentgui.documents.file_error import FileError
from xentgui.documents.opening import read_file
from xentgui.documents.presets import Preset, presets
from xentgui.documents.scene import Document, Scene
from xentgui.documents.scene_token import LONGEST, TokenError, decode_token, encode_token
from xentgui.documents.texts import opening_state
from xentgui.documents.token_text import looks_like_token, token_in
from xentgui.model import State
from xentgui.model.subjects import BareLogits

ARTICLE = Scene(
    BareLogits(opening_state()),
    {"en": "The example of the article", "zh_CN": "文章中的例子"},
    panels=("distribution", "information", "gradient", "derivation"),
)
KEPT = {
    "xent:1W3mL4wNrIN0ekuwAAA": replace(ARTICLE, title={}, panels=ARTICLE.panels[:3]),
    "xent:1-thUFwNrQA0UR4WSTJBzYUH2dOe2px3TlWp1MIIrpDxfAZxCU4sVijOA0a1QkpGqkJZZVFyiUJAD9KweSBfCF0jhh"
    "uwDoLuQo10Ha0zG6iD8ZahnqqOkCzRCCSXw9IxMgf40NwUJoqQckEodzPRjoGdYGwsA": TIE,
    "xent:1KM2ywgPbgxooIRmpCjAjFTKLFRIVUjLT0lKLUvOSQb6AheSzReuf7lr2dMPGZzPWP9nR8GzNwqft_c82T1Wq1cEI1_CM"
    "xBKF8lSF4sTMFIXczLzSYoVykBDQdFDq0EMy9uWilmdbu4FGPZ-97tmC9scNTSADESGBHPbIgRKrg_C3gZ4x0MNmOroGekbGm"
    "L7WQUuCjjk5CiUg5yTmpKcmFSXqKAAjDe7AnNQ0aDAAsyUoCkHWIbv4-brpT3a1AYPg6ZLlT-d0vN_T82xOw9MJfU_7Vz3tXI"
    "kcNFDPoOSZ5MScXESeMdBBzingBKOXWJFZDE7s6SDNyEVGTmpiESgBIHI2PAgMwUFgDAoCk9ha1ERhAgwFoDg4PSDnMCMdLNm"
    "5FphIAA": LECTURE.scenes[4],
}
"""Tokens of version 1 as they were made when it was new, and what they hold for ever."""


@settings(max_examples=60)
@given(scenes())
def test_that_a_scene_comes_back_to_the_last_bit(scene: Scene) -> None:
    token = encode_token(scene)

    assert decode_token(token) == Document((scene,))
    assert re.fullmatch("xent:1[A-Za-z0-9_-]+", token)  # nothing that a link would have to escape


@pytest.mark.parametrize("scene", [*LECTURE.scenes, *lectures.lecture("cross-entropy").scenes])
def test_that_what_is_said_of_a_scene_comes_back_too(scene: Scene) -> None:
    assert decode_token(encode_token(scene)).scenes == (scene,)


@pytest.mark.parametrize("preset", presets(), ids=lambda preset: preset.key)
def test_that_every_example_has_a_token_or_is_refused_with_the_remedy(preset: Preset) -> None:
    scene = Scene(preset.subject())
    if len(scene.state.labels) > 1000:
        with pytest.raises(TokenError) as refused:
            encode_token(scene)
        assert "Save the document" in refused.value.message.template
        return
    token = encode_token(scene)
    assert decode_token(token).scenes == (scene,)
    assert len(token) <= LONGEST


def test_that_the_article_has_a_token_for_one_line_of_a_chat() -> None:
    assert len(encode_token(Scene(BareLogits(opening_state())))) < 20
    assert len(encode_token(ARTICLE)) < 200


@pytest.mark.parametrize("token", KEPT)
def test_that_tokens_of_today_open_for_ever(token: str) -> None:
    assert decode_token(token).scenes == (KEPT[token],)


@pytest.mark.parametrize(
    "written", ["{}\n", "  <{}>", "“{}”.", "`{}`", "({})", "\ufeff{}", "**{}**", "{}。"]
)
def test_that_what_chats_write_around_a_token_does_not_matter(written: str) -> None:
    text = written.format(encode_token(TIE))

    assert looks_like_token(text.removeprefix("\ufeff"))
    assert decode_token(text).scenes == (TIE,)


def test_that_a_token_may_be_broken_into_lines() -> None:
    token = encode_token(TIE)
    lines = "\r\n    ".join(token[at : at + 20] for at in range(0, len(token), 20))

    assert decode_token(lines).scenes == (TIE,)


@given(scenes(), st.data())
@settings(max_examples=60)
def test_that_a_token_which_is_cut_says_so(scene: Scene, data: st.DataObject) -> None:
    token = encode_token(scene)
    cut = token[: data.draw(st.integers(len("xent:"), len(token) - 3))]

    with pytest.raises(TokenError) as refused:
        decode_token(cut)
    assert "not whole" in refused.value.message.template


@given(st.data())
@settings(max_examples=200)
def test_that_a_token_with_another_letter_is_never_taken_for_another_scene(
    data: st.DataObject,
) -> None:
    token = encode_token(TIE)
    place = data.draw(st.integers(len("xent:1"), len(token) - 3))
    letter = data.draw(st.sampled_from("ABCXYZabcxyz0189-_").filter(lambda c: c != token[place]))

    with pytest.raises(TokenError) as refused:
        decode_token(token[:place] + letter + token[place + 1 :])
    assert re.search("was changed|not whole", refused.value.message.template)


@pytest.mark.parametrize(
    ("token", "said", "values"),
    [
        ("xent:", "not whole", {}),
        ("xent:2AAAA", "newer XentGUI", {"version": "2", "known": "1"}),
        ("xent:1AA%AA", "has “{letter}” at character {place}", {"letter": "%", "place": 9}),
        ("xent:%", "has “{letter}” at character {place}", {"letter": "%", "place": 6}),
        ("xent:1" + "A" * LONGEST, "too large", {}),
    ],
)
def test_that_what_is_wrong_is_named_with_the_remedy(
    token: str, said: str, values: dict[str, object]
) -> None:
    with pytest.raises(TokenError) as refused:
        decode_token(token)
    assert said in refused.value.message.template
    assert values.items() <= refused.value.message.values.items()


def _packed(data: bytes) -> str:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = packer.compress(data) + packer.flush()
    body = zlib.crc32(packed).to_bytes(4, "big") + packed
    return "xent:1" + base64.urlsafe_b64encode(body).decode().rstrip("=")


def test_that_a_small_token_cannot_grow_without_bounds() -> None:
    bomb = _packed(b'[1,{"logits":[' + b" " * 20_000_000 + b'1,2],"target":[1,0]}]')

    assert len(bomb) < LONGEST
    with pytest.raises(TokenError) as refused:
        decode_token(bomb)
    assert "too large" in refused.value.message.template


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b'[1,{"logits":[1,"two"],"target":[1,0]}]', "logits[1]"),
        (b'[1,{"logits":[1,2],"target":[1,0],"logits":[1,2]}]', "logits"),
        (b'[1,{"logits":[1,2],"target":[1,0]},{"logits":[1,2],"target":[1,0]}]', ""),
        (b'[99,{"logits":[1,2],"target":[1,0]}]', "99"),
        (b'[1,{"logits":[1,2],"target":[1,0],"mystery":1}]', "mystery"),
        (b"[" * 5000, ""),
        (b"[true,{}]", ""),
        (b'{"a":[1,2]}', ""),
        (b"\xff\xfe", ""),
    ],
)
def test_that_the_scene_in_a_token_is_checked_like_a_file(data: bytes, said: str) -> None:
    with pytest.raises(DocumentError) as refused:
        decode_token(_packed(data))
    assert said in str(refused.value.message.values)


def test_that_a_scene_too_large_for_a_token_is_refused_before_it_is_packed() -> None:
    many = State(tuple(map(str, range(200_000))), (0.1,) * 200_000, (0.0,) * 199_999 + (1.0,))

    with pytest.raises(TokenError) as refused:
        encode_token(Scene(BareLogits(many)))
    assert refused.value.message.values == {"most": LONGEST}


def test_that_a_file_with_a_token_opens_like_a_document(tmp_path: Path) -> None:
    file = tmp_path / "from chat.txt"
    file.write_text(f"<{encode_token(TIE)}>\n", "utf-8")
    assert read_file(file) == Opened(Document((TIE,)))

    file.write_text(encode_token(TIE)[:-10], "utf-8")
    with pytest.raises(FileError) as refused:
        read_file(file)
    assert "from chat.txt" in str(refused.value.message.values)


def test_that_a_file_whose_name_begins_so_is_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert token_in(Path("xent:1AB")) == "xent:1AB"
    Path("xent:1AB").write_text(encode(Document((TIE,))), "utf-8")
    assert token_in(Path("xent:1AB")) == ""
    assert token_in(Path("xent:1" + "A" * 5000)) != ""
