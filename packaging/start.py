"""The first file of the built program."""

import sys

from xentgui.__main__ import main

sys.exit(main())
