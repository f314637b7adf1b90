"""The command that editors and CI call; see fokusbericht/cli/."""

import sys

from fokusbericht.cli import main

if __name__ == "__main__":
    try:
        sys.exit(main())
    except BrokenPipeError:  # whoever read our lines has read enough
        sys.stderr.close()
        sys.exit(1)
