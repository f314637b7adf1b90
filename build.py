"""The command that editors and CI call; see fokusbericht/cli.py."""

import sys

from fokusbericht.cli import main

if __name__ == "__main__":
    sys.exit(main())
