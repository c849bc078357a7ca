"""The few pages of the site, from templates that escape everything."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from framing.web.results import Result
from framing.web.submission import MOST_PIECES

if TYPE_CHECKING:
    from jinja2 import Environment


def form(problems: tuple[str, ...] = ()) -> str:
    """The page with the form; ``problems`` say why the last try gave nothing."""
    return _environment().get_template("form.html.j2").render(problems=problems, most=MOST_PIECES)


def result(name: str, made: Result) -> str:
    """The page with the way to the report and the worksheet, and what could not be read."""
    return _environment().get_template("result.html.j2").render(name=name, made=made)


def refusal(status: int, reason: str) -> str:
    """The page for a request that was refused."""
    return _environment().get_template("refusal.html.j2").render(status=status, reason=reason)


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=PackageLoader("framing.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
