"""The errors of the project.

    FramingError                what was wrong, where, and what to do about it
    ├── InputError              a file, address or stream that cannot be read as an article
    │   ├── UnsupportedInput    a format that is not read, or a missing optional package
    │   └── NotAnArticle        readable, but holds no article text
    ├── ConfigError             a setting that does not exist or has a wrong value
    ├── ModelError              weights that are missing, damaged or do not fit
    └── DataError               a labelled file that is malformed or may not be used so

Every message names the file (or setting) first, then the reason, then what to do.
"""

from __future__ import annotations


class FramingError(Exception):
    """Base of all errors a user can cause or mend; the command line prints it and exits with code 2."""


class InputError(FramingError):
    """An input that could not be read; ``path`` names it, ``reason`` says why."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class UnsupportedInput(InputError):
    """The format is not supported, or the extra that reads it is not installed."""


class NotAnArticle(InputError):
    """The file was read but there is no article text in it."""


class ConfigError(FramingError):
    """A setting that is unknown or has a value of the wrong kind."""


class ModelError(FramingError):
    """Model weights are missing, damaged, or do not match their recorded sha256."""


class DataError(FramingError):
    """A labelled data file is malformed, or its terms forbid the requested use."""
