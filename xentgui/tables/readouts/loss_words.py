"""What the card of the loss says: amounts, changes, and the parts of its bar."""

from __future__ import annotations

from typing import NamedTuple

from xentgui.language.text import (
    QT_TRANSLATE_NOOP,
    in_unit,
    loss_in_unit,
    loss_unit,
    number,
    translate,
    unit_name,
)
from xentgui.model import Snapshot, chosen_loss
from xentgui.model.known_loss import KnownLoss
from xentgui.model.view import View
from xentgui.tables.readouts.loss_bar import Parts, parts_of

_PINNED = QT_TRANSLATE_NOOP("tables", "since pinned: {change}")
_BRIEFLY = QT_TRANSLATE_NOOP("panels", "pinned: {what}")  # where the number needs the room


class LossWords(NamedTuple):
    """All that is written: amounts without and with their unit, changes, and the bar's."""

    amount: str = ""
    unit: str = ""
    change: str = ""
    pinned: str = ""
    pinned_briefly: str = ""
    parts: Parts | None = None
    amounts: tuple[str, str] = ("", "")
    beside: str = ""


def words_of(
    snapshot: Snapshot, view: View, before: KnownLoss | None, pinned_loss: KnownLoss | None
) -> LossWords:
    """Return what is written of the loss of `snapshot`, and of its change since the other two."""
    loss, unit, decimals = chosen_loss(snapshot.state), view.unit, view.decimals

    def shown(value: float, *, signed: bool = False) -> str:
        return number(loss_in_unit(value, loss, unit), decimals, signed=signed)

    now = KnownLoss.of(snapshot)
    change, since = now.change_since(before), now.change_since(pinned_loss)
    parts, amounts, beside = parts_of(snapshot), ("", ""), ""
    if parts is not None:
        of_y, of_p = (in_unit(one, unit) for one in (parts.entropy, parts.divergence))
        amounts = number(of_y, decimals), number(of_p, decimals)
    elif snapshot.loss_terms is not snapshot.contributions:
        nats = in_unit(snapshot.cross_entropy, unit)
        beside = f"{number(nats, decimals)} {unit_name(unit)}"
    pinned = "" if since is None else translate("tables", _PINNED)
    return LossWords(
        shown(snapshot.loss),
        loss_unit(loss, unit),
        "" if change is None else shown(change, signed=True),
        pinned and pinned.format(change=shown(since or 0.0, signed=True)),
        pinned and translate("panels", _BRIEFLY).format(what=shown(since or 0.0, signed=True)),
        parts,
        amounts,
        beside,
    )
