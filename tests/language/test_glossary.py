"""The translations use the words of the glossary, and use them for nothing else."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from typing import NamedTuple

import pytest

from xentgui import resource
from xentgui.documents import lectures
from xentgui.documents.field_texts import texts_of
from xentgui.documents.presets import presets

GLOSSARY = resource("translations", "glossary.md").read_text("utf-8")
# What is no word of a sentence: gaps, options, quoted words of files, and code.
CODE = re.compile(r"\{[^{}]*\}|--\S+|“[\w.-]+”|xentgui-\w+")
CONTEXTS_OF_CODE = {"cli"}  # its help names options and values of the command line

# Everyday words in English: they also stand for other things, or are left out in Chinese.
FREE_IN_ENGLISH = {"class", "label", "target", "array", "vector", "token"}
# Everyday words in Chinese: where English says it otherwise ("how surprising", "share", "tied").
FREE_IN_CHINESE = {
    "logit",
    "类别",
    "类别名称",
    "概率",
    "分布",
    "信息量",
    "损失",
    "平滑后的目标",
    "独热",
    "归一化",
    "温度",
    "预测",
    "并列",
    "贡献",
    "总和",
    "纳特",
    "比特",
    "合页损失",
    "屏蔽",
    "样本",
    "扫描",
    "矩阵",
}


class Term(NamedTuple):
    """A row of the table."""

    english: tuple[str, ...]
    chinese: tuple[str, ...]
    avoided: tuple[str, ...]


def _terms() -> list[Term]:
    table = GLOSSARY.partition("## The subject")[2].partition("## The window")[0]
    rows = [line.strip("| ").split(" | ") for line in table.splitlines() if line.startswith("| ")]
    terms = []
    for english, chinese, *rest in rows[1:]:
        remarks = " ".join(rest).rstrip(" |")
        also = re.findall(r"also (\S+)", remarks)
        names = re.split(r", | / ", re.sub(r"\s*\(.*?\)", "", english))
        words = re.split(r"、| / ", chinese)
        avoided = tuple(re.findall(r"not (\w+)", remarks))
        if len(names) == len(words) > 1:
            pairs = zip(names, words, strict=True)
            terms += [Term((name,), (word, *also), avoided) for name, word in pairs]
        else:
            terms.append(Term(tuple(names), (*words, *also), avoided))
    return terms


def _texts() -> list[tuple[str, str]]:
    """Return every English text of the program beside its translation."""
    tree = ET.parse(resource("translations", "xentgui_zh_CN.ts"))  # noqa: S314 - our own file
    found = [
        (message.findtext("source", ""), message.findtext("translation", ""))
        for context in tree.iter("context")
        if context.findtext("name") not in CONTEXTS_OF_CODE
        for message in context.iter("message")
    ]
    for preset in presets():
        found += [(preset.title(), preset.title("zh_CN")), (preset.note(), preset.note("zh_CN"))]
    for name in lectures.names():
        for scene in lectures.lecture(name).scenes:
            found += [(texts["en"], texts["zh_CN"]) for _, texts in texts_of(scene) if texts]
    return [(CODE.sub(" ", one).replace("&", ""), CODE.sub(" ", other)) for one, other in found]


TERMS, TEXTS = _terms(), _texts()


def _says(text: str, english: str) -> bool:
    return re.search(rf"\b{re.escape(english)}(s|es)?\b", text, re.IGNORECASE) is not None


@pytest.mark.parametrize(
    "term",
    [term for term in TERMS if term.english[0] not in FREE_IN_ENGLISH],
    ids=lambda term: term.english[0],
)
def test_that_a_term_is_translated_as_the_glossary_says(term: Term) -> None:
    others = {
        (english, translation)
        for english, translation in TEXTS
        if any(_says(english, one) for one in term.english)
        # A key or an option stays as it is.
        and not any(one.lower() in translation.lower() for one in (*term.chinese, *term.english))
    }

    assert others == set()


@pytest.mark.parametrize(
    "term",
    [term for term in TERMS if term.chinese[0] not in FREE_IN_CHINESE],
    ids=lambda term: term.english[0],
)
def test_that_a_chinese_term_stands_only_where_the_english_one_does(term: Term) -> None:
    chinese = term.chinese[0]
    longer = {one for it in TERMS for one in it.chinese if chinese in one and one != chinese}
    english = {one for it in TERMS if chinese in it.chinese for one in it.english}

    def stands(text: str) -> bool:
        for one in sorted(longer, key=len, reverse=True):
            text = text.replace(one, "")
        return chinese in text

    others = {
        (source, translation)
        for source, translation in TEXTS
        if stands(translation) and not any(_says(source, one) for one in english)
    }

    assert others == set()


@pytest.mark.parametrize("word", sorted({one for term in TERMS for one in term.avoided}))
def test_that_a_word_to_avoid_is_never_written(word: str) -> None:
    assert [translation for _, translation in TEXTS if word in translation] == []
