"""From articles to the files that the local page shows: the report and a worksheet, rendered in memory."""

from __future__ import annotations

from collections.abc import Mapping

from framing.config import Config
from framing.pipeline import Engine
from framing.types import Article


class Analysis:
    """The engine behind the page; it is loaded once, at the first comparison."""

    def __init__(self, config: Config) -> None:
        self._config = config
        self._engine = Engine(config)

    def __call__(self, articles: tuple[Article, ...]) -> Mapping[str, bytes]:
        """The files of the report, and the worksheet and key below ``worksheet/``, by path."""
        from framing.classroom import exercises, printing
        from framing.report import folder

        compared = self._engine.compare(articles)
        run = self._engine.run_record()
        files = folder.render(compared.comparison, compared.findings, run, self._config)
        worksheet = exercises.make(compared.comparison, compared.findings, self._config)
        sheets = printing.render(worksheet)
        return files | {f"worksheet/{name}": page.encode("utf-8", "replace") for name, page in sheets.items()}
