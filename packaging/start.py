"""The first file of the built program."""

import os
import sys

if sys.stderr is None:  # a program with a window has neither on Windows
    sys.stdout = sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115

# PyInstaller lets this process find the libraries of the folder.  Programs that it starts, such as
# the browser or apt-get, have to find those of the system.
if "LD_LIBRARY_PATH" in os.environ:
    before = os.environ.pop("LD_LIBRARY_PATH_ORIG", "")
    os.environ.pop("LD_LIBRARY_PATH")
    if before:
        os.environ["LD_LIBRARY_PATH"] = before

from xentgui.__main__ import main

sys.exit(main())
