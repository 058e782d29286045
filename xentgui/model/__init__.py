"""Softmax, cross-entropy and all that follows from them.  numpy only, nats only."""

from xentgui.model.checks import InvalidStateError
from xentgui.model.information import cross_entropy, entropy, information, kl_divergence
from xentgui.model.losses import chosen_loss
from xentgui.model.memory import keep_freed_memory
from xentgui.model.message import Message, RefusedError
from xentgui.model.snapshot import Snapshot, derive
from xentgui.model.softmax import hardmax, log_softmax, softmax
from xentgui.model.state import State, default_labels

__all__ = [
    "InvalidStateError",
    "Message",
    "RefusedError",
    "Snapshot",
    "State",
    "chosen_loss",
    "cross_entropy",
    "default_labels",
    "derive",
    "entropy",
    "hardmax",
    "information",
    "kl_divergence",
    "log_softmax",
    "softmax",
]

keep_freed_memory()
