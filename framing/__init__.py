"""How each outlet told the story, on whose word, and what it left out.

``read`` → articles, ``annotate`` → one article's annotation, ``compare`` → the comparison of several, ``check`` → the
findings of a draft, ``exercise`` → a worksheet. Importing this package loads no model and no large library.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from framing.classroom.types import Worksheet
    from framing.config import Config
    from framing.pipeline import Compared
    from framing.types import Annotation, Article, Finding

__all__ = ["annotate", "check", "compare", "exercise", "read"]


def read(paths: Sequence[str | Path] | str | Path, config: Config | None = None) -> tuple[Article, ...]:
    """The articles in ``paths`` (files, folders, patterns), in order; raises the first ``InputError`` met."""
    from framing.config import Config
    from framing.ingest import read_paths

    listed = [paths] if isinstance(paths, (str, Path)) else list(paths)
    result = read_paths(listed, config or Config())
    if result.problems:
        raise result.problems[0]
    return result.articles


def annotate(article: Article, config: Config | None = None) -> Annotation:
    """The annotation of one article: sentences, quotations, attributions, wording, actors; spans into its text."""
    from framing.pipeline import Engine

    return Engine(config).annotate([article])[0]


def compare(articles: Sequence[Article], config: Config | None = None) -> Compared:
    """The comparison of ``articles`` (``.comparison``) and every rule's findings (``.findings``)."""
    from framing.pipeline import Engine

    return Engine(config).compare(articles)


def check(article: Article, against: Sequence[Article] = (), config: Config | None = None) -> tuple[Finding, ...]:
    """What the rules find in ``article``, alone or beside what others published on the story.

    Articles keep their ids: those of ``against`` must differ from the draft's (``read`` them in one call).
    """
    from framing.pipeline import Engine

    engine = Engine(config)
    if not against:
        return engine.check(engine.annotate([article])[0])
    compared = engine.compare([article, *against])
    return tuple(finding for finding in compared.findings if finding.article == article.id)


def exercise(articles: Sequence[Article], config: Config | None = None) -> Worksheet:
    """A worksheet with its key, made from ``articles``; the same articles and settings give the same sheet."""
    from framing.classroom import exercises
    from framing.config import Config
    from framing.pipeline import Engine

    settings = config or Config()
    compared = Engine(settings).compare(articles)
    return exercises.make(compared.comparison, compared.findings, settings)


class _Package(ModuleType):
    """Keeps ``framing.annotate`` and ``framing.compare`` the functions above.

    Importing the rooms of the same name would bind those names to the modules; ``from framing.compare import …`` finds
    a room through ``sys.modules`` and does not need the binding.
    """

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in __all__ and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
