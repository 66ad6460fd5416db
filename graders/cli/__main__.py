"""`python -m graders.cli` is the command `unrolled`."""

import sys

from graders.cli import main

sys.exit(main())
