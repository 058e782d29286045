"""The rows of a derivation's page, none of which is shown in part."""

from __future__ import annotations

from collections.abc import Iterator

from xentgui.panels.derivation_page.page_layout import PageLayout

_SLACK = 0.5  # of a pixel, because places are not whole pixels


def rows_of(sheet: PageLayout) -> Iterator[tuple[float, float]]:
    """Give top and bottom of each row: of names or formulas, of a class or a stage, of sums."""
    bands = [band for band in sheet.bands if not band.isEmpty()]
    if sheet.upright:
        names = sheet.names[0][0]
        yield names.top(), names.bottom()
        for band in bands:
            yield band.top(), band.bottom()
        return
    for areas in sheet.areas:
        first, last = areas[0], areas[-1]
        around = [
            band for band in bands if band.top() <= first.top() and last.top() < band.bottom()
        ]
        yield min((band.top() for band in around), default=first.top()), first.top() - _SLACK
        for area in areas:
            yield area.top(), area.bottom()
        yield last.bottom(), max((band.bottom() for band in around), default=last.bottom())
