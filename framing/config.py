"""Settings: one model of ``config.yaml``; an unknown key is an error with a suggestion.

``load(path)`` returns a frozen ``Config``; ``Config()`` is what the program does without a file. ``digest`` gives the
sha256 that every output carries.
"""

from __future__ import annotations

import hashlib
import json
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from framing.errors import ConfigError


class _Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class EncoderConfig(_Section):
    """Which sentence encoder runs, and how."""

    model: str = Field("bundled", description="bundled, or sentence-transformers/NAME (needs the extra `train`)")
    threads: int = Field(2, ge=1, le=64, description="threads of the encoder")
    batch_size: int = Field(32, ge=1, le=512, description="sentences in one batch; batches hold similar lengths")


class IngestConfig(_Section):
    """Limits on what is read."""

    max_bytes: int = Field(20_000_000, ge=1_000, description="largest file read, in bytes")
    max_characters: int = Field(400_000, ge=1_000, description="longest text kept of one file")
    min_words: int = Field(0, ge=0, description="articles shorter than this are refused")
    short_words: int = Field(150, ge=0, description="below this an article is noted as a brief: it cannot omit things")
    max_pages: int = Field(500, ge=1, description="most pages read of a PDF")


class WordingConfig(_Section):
    """When wording is marked."""

    threshold: float = Field(0.5, ge=0, le=1, description="calibrated probability from which a span is marked")


class AlignmentConfig(_Section):
    """When two sentences are taken to report the same claim."""

    threshold: float = Field(0.5, ge=0, le=1, description="calibrated probability from which a pair is aligned")


class AbsenceConfig(_Section):
    """When a claim is called absent from a source."""

    min_origins: int = Field(2, ge=2, description="independent origins that must report the claim")
    min_words: int = Field(150, ge=0, description="an article shorter than this is never said to leave something out")
    max_nearest: float = Field(0.35, ge=0, le=1, description="a nearest miss scored above this gives `cannot_tell`")


class OriginsConfig(_Section):
    """When two articles are taken to carry the same copy."""

    containment: float = Field(0.6, ge=0, le=1, description="share of the shorter text's word 5-grams in the other")


class RulesConfig(_Section):
    """Which rules run and how severe they are."""

    disable: tuple[str, ...] = Field((), description="rule codes or names that do not run, e.g. [W103, vague-source]")
    severity: dict[str, Literal["note", "warning", "error"]] = Field(
        default_factory=dict, description="severity by rule code, over the rule's own"
    )


class CheckConfig(_Section):
    """How `framing check` ends."""

    fail_on: Literal["note", "warning", "error", "never"] = Field(
        "warning", description="lowest severity that makes `framing check` exit with 1"
    )


class ReportConfig(_Section):
    """What reports show."""

    excerpts: Literal["full", "sentences", "none"] = Field(
        "full", description="full: whole articles; sentences: only quoted sentences; none: no text of the articles"
    )
    excerpt_words: int = Field(60, ge=5, description="longest excerpt in words where excerpts are not full")
    max_claims: int = Field(200, ge=1, description="most rows of the coverage table on the page; the CSV has all")


class ExerciseConfig(_Section):
    """What worksheets hold."""

    questions: int = Field(10, ge=1, le=60, description="most questions on a worksheet")
    seed: int = Field(7, description="seed of the choice and order of questions")


class Config(_Section):
    """All settings of the program."""

    encoder: EncoderConfig = EncoderConfig()
    ingest: IngestConfig = IngestConfig()
    wording: WordingConfig = WordingConfig()
    alignment: AlignmentConfig = AlignmentConfig()
    absence: AbsenceConfig = AbsenceConfig()
    origins: OriginsConfig = OriginsConfig()
    rules: RulesConfig = RulesConfig()
    check: CheckConfig = CheckConfig()
    report: ReportConfig = ReportConfig()
    exercise: ExerciseConfig = ExerciseConfig()

    @property
    def digest(self) -> str:
        """sha256 of the settings in canonical JSON."""
        canonical = json.dumps(self.model_dump(mode="json"), sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(canonical.encode()).hexdigest()


def load(path: Path | None) -> Config:
    """The settings of ``path``, or of ``./config.yaml`` where it is ``None`` and that file exists, else the defaults.

    Raises ``ConfigError`` naming the file, the key and the nearest key that exists.
    """
    if path is None:
        path = Path("config.yaml")
        if not path.is_file():
            return Config()
    import yaml

    try:
        data: Any = yaml.safe_load(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read ({error.strerror or error})") from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: is not valid YAML ({' '.join(str(error).split())})") from error
    if data is None:
        return Config()
    if not isinstance(data, dict):
        raise ConfigError(f"{path}: must hold settings as `section: key: value`, found {type(data).__name__}")
    return parse(data, origin=str(path))


def parse(data: dict[str, Any], *, origin: str = "settings") -> Config:
    """The settings in ``data``; raises ``ConfigError`` for unknown keys and wrong values."""
    _refuse_unknown(data, Config, (), origin)
    try:
        return Config.model_validate(data)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise ConfigError(f"{origin}: {where}: {first['msg']}, found {first.get('input')!r}") from error


def _refuse_unknown(data: dict[str, Any], model: type[BaseModel], above: tuple[str, ...], origin: str) -> None:
    for key, value in data.items():
        name = ".".join((*above, str(key)))
        field = model.model_fields.get(str(key))
        if field is None:
            close = get_close_matches(str(key), model.model_fields, n=1, cutoff=0.5)
            hint = f"; did you mean `{'.'.join((*above, close[0]))}`?" if close else ""
            raise ConfigError(f"{origin}: unknown setting `{name}`{hint}")
        section = field.annotation
        if isinstance(section, type) and issubclass(section, BaseModel) and isinstance(value, dict):
            _refuse_unknown(value, section, (*above, str(key)), origin)


def describe(config: Config) -> str:
    """The settings as YAML, each with its meaning as a comment: the text of the shipped ``config.yaml``."""
    import yaml

    lines = ["# Settings of framing. Every key is optional; `framing config show` prints the ones in force."]
    for section_name, section_field in Config.model_fields.items():
        section = getattr(config, section_name)
        assert isinstance(section, BaseModel)
        lines += ["", f"# {type(section).__doc__}", f"{section_name}:"]
        for key, field in type(section).model_fields.items():
            value = section.model_dump(mode="json")[key]
            rendered = yaml.safe_dump(value, default_flow_style=True, allow_unicode=True).split("\n...")[0].strip()
            lines.append(f"  {key}: {rendered}  # {field.description}")
        del section_field
    return "\n".join(lines) + "\n"
