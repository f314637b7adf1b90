"""The command that editors and CI call; see fokusbericht/cli/."""

import sys


def run() -> int:
    """Run the command; what ends it while the program is still being read is told as well."""
    try:
        from fokusbericht.cli import main
    except KeyboardInterrupt:
        return 130
    except ModuleNotFoundError as error:
        print(
            f"Die Bibliothek „{error.name}“ fehlt. Bitte das Programm einrichten, wie es das "
            "README beschreibt.",
            file=sys.stderr,
        )
        return 1
    return main()


if __name__ == "__main__":
    sys.exit(run())
