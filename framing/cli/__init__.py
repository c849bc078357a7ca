"""The command line: one file a command, no logic in it.

Results go to standard output, everything else to standard error. Exit codes: 0 done, 1 ``check`` found something,
2 usage or unreadable input.
"""

from __future__ import annotations

import os
import sys

EXIT_UNUSABLE = 2


def main() -> None:
    """Runs ``framing`` with the arguments of the process and exits with its code."""
    from framing.cli.app import app
    from framing.errors import FramingError

    try:
        app()
    except FramingError as error:
        sys.stderr.write(f"framing: {error}\n")
        sys.exit(EXIT_UNUSABLE)
    except KeyboardInterrupt:
        sys.stderr.write("framing: stopped\n")
        sys.exit(130)
    except BrokenPipeError:
        # The reader of our output has gone (`| head`); Python would complain again at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
