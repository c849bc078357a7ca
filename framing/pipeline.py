"""Where the rooms meet: one ``Engine`` reads, annotates, compares and checks with one set of settings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from functools import cached_property
from typing import TYPE_CHECKING

from framing.config import Config
from framing.types import Annotation, Article, Comparison, Finding, JsonDict

if TYPE_CHECKING:
    import pandas as pd

    from framing.model.encoder import Encoder
    from framing.model.reader import Reader

Progress = Callable[[str], None]


def version() -> str:
    """The version of this program."""
    from importlib.metadata import PackageNotFoundError
    from importlib.metadata import version as installed

    try:
        return installed("framing")
    except PackageNotFoundError:
        return "0+source"


@dataclass(frozen=True, slots=True)
class Compared(Comparison):
    """A comparison with what all rules say of it: findings of each article, then those between articles.

    The ``…_frame`` methods give pandas data frames, for notebooks and statistics; a notebook shows the object itself as
    the coverage table.
    """

    findings: tuple[Finding, ...] = ()

    @classmethod
    def of(cls, comparison: Comparison, findings: Sequence[Finding]) -> Compared:
        """``comparison`` with ``findings``."""
        parts = {field.name: getattr(comparison, field.name) for field in fields(Comparison)}
        return cls(**parts, findings=tuple(findings))

    @property
    def comparison(self) -> Comparison:
        """The comparison: this object, which is one."""
        return self

    def claims_frame(self) -> pd.DataFrame:
        """A row for each sentence that reports a claim and for each source that has none (``tables.CLAIMS_HEADER``)."""
        from framing.report import tables

        return tables.claims_frame(self)

    def findings_frame(self) -> pd.DataFrame:
        """A row for each finding (``tables.FINDINGS_HEADER``)."""
        from framing.report import tables

        return tables.findings_frame(self.findings)

    def coverage_frame(self) -> pd.DataFrame:
        """The coverage table: claim ids × article ids, each cell in words."""
        from framing.report import tables

        return tables.coverage_frame(self)

    def _repr_html_(self) -> str:
        from framing.report import notebook

        return notebook.render(self, self.findings)


class Engine:
    """The program with its settings; models are loaded when first needed, once.

    ``progress`` is called with a few words before each long step.
    """

    def __init__(self, config: Config | None = None, *, progress: Progress | None = None) -> None:
        self.config = config if config is not None else Config()
        self._say: Progress = progress if progress is not None else lambda _: None

    @cached_property
    def encoder(self) -> Encoder:
        """The encoder that the settings name; raises ``ModelError`` where it cannot be loaded."""
        from framing.model import encoder

        return encoder.load(self.config.encoder)

    @cached_property
    def reader(self) -> Reader:
        """The bundled reader; raises ``ModelError`` where its files are missing or damaged."""
        from framing.model import reader

        return reader.load(self.config.encoder.threads)

    def annotate(self, articles: Sequence[Article]) -> tuple[Annotation, ...]:
        """The annotations of ``articles``, in order."""
        from framing.annotate import annotate_many

        self._say(f"reading {len(articles)} article{'s' if len(articles) != 1 else ''} sentence by sentence")
        return annotate_many(articles, self.reader, self.config)

    def check(self, annotation: Annotation) -> tuple[Finding, ...]:
        """What the article rules find in one annotated article."""
        from framing.rules import registry

        return registry.check_annotation(annotation, self.config)

    def compare(self, articles: Sequence[Article]) -> Compared:
        """The comparison of ``articles`` with all findings."""
        from framing.annotate import encode
        from framing.compare import compare
        from framing.rules import registry

        annotations = encode(self.annotate(articles), self.encoder)
        self._say("matching claims across articles")
        comparison = compare(annotations, self.config)
        self._say("applying the rules")
        findings = [finding for annotation in annotations for finding in self.check(annotation)]
        findings += registry.check_comparison(comparison, self.config)
        return Compared.of(comparison, findings)

    def _models(self) -> JsonDict:
        """Name and sha256 of the reader; where the encoder was used, the sha256 of reader, encoder and pair reader."""
        import hashlib

        if "encoder" not in self.__dict__:
            return {"name": self.reader.name, "sha256": self.reader.sha256}
        from framing.model import pair_reader

        pairs = pair_reader.load(self.config.encoder.threads)
        together = self.reader.sha256 + (self.encoder.sha256 or self.encoder.name) + pairs.sha256
        name = f"{self.reader.name} + {self.encoder.name} + {pairs.name}"
        return {"name": name, "sha256": hashlib.sha256(together.encode()).hexdigest()}

    def run_record(self) -> JsonDict:
        """What outputs carry to be traced: version, and the hashes of model, rules and settings."""
        from framing.rules import registry

        return {
            "version": version(),
            "model": self._models(),
            "rules_sha256": registry.digest(),
            "config_sha256": self.config.digest,
        }
