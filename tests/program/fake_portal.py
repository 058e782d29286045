"""A settings portal on a D-Bus session of its own, which says that animations are off or on.

Run by a Python that has GObject, with what the portal says first and then: prints a line when it can be
asked, and after each line on its input it changes its mind.
"""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Any

_NAME, _PATH = "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop"
_INTERFACE = "org.freedesktop.portal.Settings"
_XML = f"""<node><interface name="{_INTERFACE}">
<method name="Read"><arg type="s" direction="in"/><arg type="s" direction="in"/>
<arg type="v" direction="out"/></method>
<signal name="SettingChanged"><arg type="s"/><arg type="s"/><arg type="v"/></signal>
</interface></node>"""


def main() -> None:
    """Answer for the settings of GNOME until the input ends."""
    gio: Any = import_module("gi.repository.Gio")
    glib: Any = import_module("gi.repository.GLib")
    said = {"enable-animations": sys.argv[1] == "on"}
    loop = glib.MainLoop()

    def call(
        _bus: Any, _sender: str, _path: str, _on: str, _name: str, asked: Any, to: Any
    ) -> None:
        _, key = asked.unpack()
        if key in said:
            inner = glib.Variant("v", glib.Variant("b", said[key]))
            to.return_value(glib.Variant.new_tuple(inner))
        else:
            to.return_dbus_error("org.freedesktop.portal.Error.NotFound", "no such setting")

    def owned(bus: Any, _name: str) -> None:
        node = gio.DBusNodeInfo.new_for_xml(_XML)
        bus.register_object(_PATH, node.interfaces[0], call, None, None)
        sys.stdout.write("ready\n")
        sys.stdout.flush()

        def changed(*_: object) -> bool:
            if not sys.stdin.readline():
                loop.quit()
                return False
            said["enable-animations"] = not said["enable-animations"]
            value = glib.Variant("b", said["enable-animations"])
            words = ("org.gnome.desktop.interface", "enable-animations", value)
            bus.emit_signal(None, _PATH, _INTERFACE, "SettingChanged", glib.Variant("(ssv)", words))
            return True

        glib.io_add_watch(0, glib.IO_IN | glib.IO_HUP, changed)

    gio.bus_own_name(gio.BusType.SESSION, _NAME, gio.BusNameOwnerFlags.NONE, owned, None, None)
    loop.run()


if __name__ == "__main__":
    main()
