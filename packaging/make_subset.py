"""Make the fonts in resources/fonts from their originals; a developer's tool, never run by the program.

    python packaging/make_subset.py [--inter FOLDER] [--cjk FOLDER] [--math FILE]

It needs fonttools, and the originals as Debian 12 installs them (``apt-get install fonts-inter
fonts-noto-cjk``); the mathematical letters come with the package ziamath, on which the program
depends anyway.  The same originals give the same bytes.

What is changed, and why:

XentGUI Sans (from Inter)
    Digits are the tabular ones, in the character map itself, so that columns and live numbers keep
    still wherever the text is drawn (a cell, a panel, an SVG or PDF) and no font feature has to be
    switched on.  A nabla is added (Inter has none): its Delta, upside down; the raised T of a
    transpose; and the small triangle between a menu and its entry.  The bold face is drawn from
    Inter's semi-bold.
XentGUI Math (from STIX Two Math)
    Upright and italic letters and operators for one-line formulas; the tables for building tall
    brackets are left out, and the line is as high as its letters.  A raised T is added.
XentGUI Sans SC (from Noto Sans CJK SC)
    The 6763 characters of GB 2312 with Chinese punctuation and full-width forms.  The bold face,
    for titles, has the 3755 common ones of its first level and what the program itself writes,
    which halves it.

No original's name is used, and none of these three reserves one that ours would contain; OFL.txt
has the copyright lines.
"""

import argparse
import importlib.util
from collections.abc import Iterator, Sequence
from pathlib import Path

from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

RESOURCES = Path(__file__).parents[1] / "resources"
HERE = RESOURCES / "fonts"
DIGITS = range(ord("0"), ord("9") + 1)
ALL, COMMON = range(0xA1, 0xF8), range(0xA1, 0xD8)  # rows of GB 2312; its first level ends there
NABLA, DELTA, TRANSPOSE = 0x2207, 0x2206, 0x1D40
TRIANGLE, SMALL_TRIANGLE = 0x25B6, 0x25B8
_SMALL = 0.62  # of a T and a triangle
_RISE = 0.46  # of a raised T above the line, in capitals

# Latin with accents, Greek, marks above, punctuation, super- and subscripts, letter-like signs,
# fractions, arrows, operators, keys of a keyboard, geometric shapes, and a few signs.
TEXT_BLOCKS = (
    (0x20, 0x17F),
    (0x218, 0x21B),
    (0x2B0, 0x2DD),
    (0x300, 0x338),
    (0x370, 0x3FF),
    (0x1E80, 0x1EF9),
    (0x2000, 0x209C),
    (0x20AC, 0x20AC),
    (0x2100, 0x215F),
    (0x2190, 0x22FF),
    (0x2300, 0x23FF),
    (0x25A0, 0x27BF),
    (0x1D40, 0x1D40),
)
MATH_BLOCKS = (
    (0x20, 0x7E),
    (0xA0, 0xFF),
    (0x300, 0x338),
    (0x391, 0x3F6),
    (0x2000, 0x209C),
    (0x210E, 0x2135),
    (0x2190, 0x22FF),
    (0x27E8, 0x27E9),
    (0x1D40, 0x1D40),
    (0x1D400, 0x1D467),  # bold, italic
    (0x1D6A4, 0x1D71B),  # dotless i and j; bold and italic Greek
)
CHINESE_BLOCKS = (
    (0x20, 0x7E),
    (0xB7, 0xB7),
    (0x2010, 0x2027),
    (0x2030, 0x203B),
    (0x3000, 0x301F),
    (0xFF01, 0xFF5E),
    (0xFFE0, 0xFFE6),
)


def gb2312(rows: range = ALL) -> Iterator[int]:
    """Yield the code points of GB 2312, signs and 6763 Chinese characters, or those in `rows`."""
    for row in rows:
        for cell in range(0xA1, 0xFF):
            try:
                yield ord(bytes((row, cell)).decode("gb2312"))
            except UnicodeDecodeError:
                continue


def written() -> Iterator[int]:
    """Yield the code points of the program's own texts."""
    for kind in ("translations/*.ts", "presets/*.json", "lectures/*.json"):
        for path in RESOURCES.glob(kind):
            yield from map(ord, path.read_text(encoding="utf-8"))


def points(blocks: tuple[tuple[int, int], ...]) -> set[int]:
    """Return every code point of `blocks`, whose ends are included."""
    return {point for first, last in blocks for point in range(first, last + 1)}


def subset(font: TTFont, wanted: set[int], features: list[str], *, hinting: bool) -> None:
    """Keep of `font` only what `wanted` and the layout `features` need."""
    options = Options()
    options.layout_features = features
    options.hinting = hinting
    options.name_IDs = ["*"]
    options.notdef_outline = True
    options.drop_tables += ["MATH", "DSIG", "vhea", "vmtx", "VORG", "BASE", "meta", "STAT"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=wanted)
    subsetter.subset(font)


def rename(font: TTFont, family: str, style: str, original: str) -> None:
    """Name `font`, keeping its copyright and licence; `original` says what it was made from."""
    postscript = f"{family}-{style}".replace(" ", "")
    kept = {i: font["name"].getDebugName(i) for i in (0, 8, 9, 11)}
    kept[7] = font["name"].getDebugName(7)
    licence = "This Font Software is licensed under the SIL Open Font License, Version 1.1."
    names = {
        **kept,
        1: family,
        2: style,
        3: f"{postscript};{original}",
        4: f"{family} {style}",
        5: font["name"].getDebugName(5),
        6: postscript,
        10: f"A subset of {original}, made by make_subset.py.",
        13: licence,
        14: "https://openfontlicense.org",
    }
    font["name"].names = []
    for number, text in sorted(names.items()):
        if text:
            font["name"].setName(text, number, 3, 1, 0x409)
    if "CFF " in font:
        cff = font["CFF "].cff
        cff.fontNames = [postscript]
        top = cff.topDictIndex[0]
        top.FamilyName, top.FullName = family, f"{family} {style}"
        for entry in ("Notice", "Copyright"):
            if entry in top.rawDict:
                del top.rawDict[entry]


def set_style(font: TTFont, style: str) -> None:
    """Mark `font` as the Regular, Bold or Italic face of its family."""
    bold, italic = style == "Bold", style == "Italic"
    font["OS/2"].usWeightClass = 700 if bold else 400
    keep = font["OS/2"].fsSelection & 0x80  # typographic line metrics
    font["OS/2"].fsSelection = keep | (0x20 if bold else 0x01 if italic else 0x40)
    font["head"].macStyle = 1 if bold else 2 if italic else 0


def map_tabular_digits(font: TTFont) -> None:
    """Make the ten digits the tabular ones of the feature ``tnum``, all equally wide."""
    gsub = font["GSUB"].table
    record = next(r for r in gsub.FeatureList.FeatureRecord if r.FeatureTag == "tnum")
    (lookup,) = (gsub.LookupList.Lookup[i] for i in record.Feature.LookupListIndex)
    tabular = {k: v for table in lookup.SubTable for k, v in table.mapping.items()}
    for table in font["cmap"].tables:  # several may share one map: a changed digit stays
        table.cmap.update(
            {
                digit: tabular.get(name, name)
                for digit, name in table.cmap.items()
                if digit in DIGITS
            }
        )
    digits = [font.getBestCmap()[digit] for digit in DIGITS]
    width = max(font["hmtx"][name][0] for name in digits)
    for name in digits:  # the semi-bold 4 is a thousandth narrower than the others
        font["hmtx"][name] = (width, font["hmtx"][name][1])


def add_nabla(font: TTFont) -> None:
    """Give `font` (with CFF outlines) a nabla: its increment sign, upside down."""
    height = font["OS/2"].sCapHeight
    add_glyph(font, NABLA, DELTA, (1, 0, 0, -1, 0, height))


def add_transpose(font: TTFont) -> None:
    """Give `font` the raised T of a transpose: its T, smaller, and a little above the capitals."""
    top = _RISE * font["OS/2"].sCapHeight
    add_glyph(font, TRANSPOSE, ord("T"), (_SMALL, 0, 0, _SMALL, 0, top))


def add_small_triangle(font: TTFont) -> None:
    """Give `font` the sign between a menu and its entry: its triangle, smaller, at half its height."""
    glyphs, source = font.getGlyphSet(), font.getBestCmap()[TRIANGLE]
    bounds = BoundsPen(glyphs)
    glyphs[source].draw(bounds)
    middle = (1.0 - _SMALL) * (bounds.bounds[1] + bounds.bounds[3]) / 2
    add_glyph(font, SMALL_TRIANGLE, TRIANGLE, (_SMALL, 0, 0, _SMALL, 0, middle))


def add_glyph(font: TTFont, point: int, like: int, transform: Sequence[float]) -> None:
    """Give `font` a letter `point`: that of `like`, transformed."""
    source, name = font.getBestCmap()[like], f"uni{point:04X}"
    glyphs = font.getGlyphSet()
    width, bearing = (round(transform[0] * one) for one in font["hmtx"][source])
    if "CFF " in font:
        pen = T2CharStringPen(width, glyphs)
        glyphs[source].draw(TransformPen(pen, transform))
        top = font["CFF "].cff.topDictIndex[0]
        charstring = pen.getCharString(top.Private, top.CharStrings.globalSubrs)
        top.CharStrings.charStringsIndex.append(charstring)
        top.CharStrings.charStrings[name] = len(top.CharStrings.charStringsIndex) - 1
        top.charset.append(name)
        font.setGlyphOrder(top.charset)
        font["maxp"].numGlyphs += 1
    else:
        outline = TTGlyphPen(glyphs)
        glyphs[source].draw(TransformPen(outline, transform))
        font["glyf"][name] = outline.glyph()
    font["hmtx"][name] = (width, bearing)
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[point] = name


def make_sans(folder: Path) -> None:
    """Write the three faces of XentGUI Sans from the static Inter in `folder`."""
    for source, style in (("Regular", "Regular"), ("SemiBold", "Bold"), ("Italic", "Italic")):
        font = TTFont(folder / f"Inter-{source}.otf", recalcTimestamp=False)
        add_nabla(font)
        add_transpose(font)
        add_small_triangle(font)
        map_tabular_digits(font)
        subset(font, points(TEXT_BLOCKS), ["kern", "mark", "mkmk", "ccmp"], hinting=True)
        set_style(font, style)
        rename(font, "XentGUI Sans", style, f"Inter {source}")
        font.save(HERE / f"XentGUISans-{style}.otf")


def make_math(source: Path) -> None:
    """Write XentGUI Math from STIX Two Math at `source`."""
    font = TTFont(source, recalcTimestamp=False)
    add_transpose(font)
    subset(font, points(MATH_BLOCKS), ["mark", "ccmp"], hinting=False)
    em = font["head"].unitsPerEm
    # Room for a line of text: the original asks for that of its tallest bracket.
    ascent, descent = round(0.95 * em), round(0.30 * em)
    font["hhea"].ascent, font["hhea"].descent, font["hhea"].lineGap = ascent, -descent, 0
    font["OS/2"].sTypoAscender, font["OS/2"].sTypoDescender = ascent, -descent
    font["OS/2"].sTypoLineGap = 0
    font["OS/2"].usWinAscent, font["OS/2"].usWinDescent = ascent, descent
    set_style(font, "Regular")
    rename(font, "XentGUI Math", "Regular", "STIX Two Math")
    font.save(HERE / "XentGUIMath-Regular.ttf")


def make_chinese(folder: Path, style: str, rows: range) -> None:
    """Write a face of XentGUI Sans SC from the simplified Chinese of Noto Sans CJK in `folder`."""
    source = folder / f"NotoSansCJK-{style}.ttc"
    for number in range(5):
        font = TTFont(source, fontNumber=number, recalcTimestamp=False)
        if font["name"].getDebugName(1) == "Noto Sans CJK SC":
            break
    else:
        raise SystemExit(f"{source} has no face for simplified Chinese")
    # Greek, Cyrillic, kana and box drawing of GB 2312 are left to the other fonts.
    wanted = {*gb2312(rows), *written()} - set(range(0x4E00)) | points(CHINESE_BLOCKS)
    subset(font, wanted, [], hinting=False)
    set_style(font, style)
    rename(font, "XentGUI Sans SC", style, f"Noto Sans CJK SC{' Bold' * (style == 'Bold')}")
    font.save(HERE / f"XentGUISansSC-{style}.otf")


def main() -> None:
    """Make all fonts, and print their sizes."""
    parser = argparse.ArgumentParser(description="Make the fonts in this folder.")
    parser.add_argument("--inter", type=Path, default=Path("/usr/share/fonts/opentype/inter"))
    parser.add_argument("--cjk", type=Path, default=Path("/usr/share/fonts/opentype/noto"))
    parser.add_argument("--math", type=Path)
    arguments = parser.parse_args()
    math = arguments.math
    if math is None:
        found = importlib.util.find_spec("ziamath")
        if found is None or found.origin is None:
            raise SystemExit("ziamath is not installed: name STIXTwoMath-Regular.ttf with --math")
        math = Path(found.origin).parent / "fonts" / "STIXTwoMath-Regular.ttf"
    make_sans(arguments.inter)
    make_math(math)
    make_chinese(arguments.cjk, "Regular", ALL)
    make_chinese(arguments.cjk, "Bold", COMMON)
    for path in sorted(HERE.glob("*.[ot]tf")):
        print(f"{path.name:28}{path.stat().st_size / 1e3:8.0f} kB")


if __name__ == "__main__":
    main()
