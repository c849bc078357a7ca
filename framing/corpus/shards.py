"""A folder of stories compared story by story, in shards, each of which can be run again without the others.

A story is a sub-folder of the input folder; its pieces are the files in it. ``run`` writes one JSON line a story and a
completion file a shard; a second run does only the shards that are not complete. A story that fails is recorded with
its reason and the others go on.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from framing.config import Config
from framing.errors import FramingError, InputError
from framing.pipeline import Engine
from framing.types import JsonDict


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a run ended: stories compared, stories that failed with their reason, shards done before."""

    compared: int
    failed: tuple[tuple[str, str], ...]
    resumed: int


def stories(folder: Path) -> tuple[Path, ...]:
    """The story folders of ``folder``, sorted; raises ``InputError`` where there is none."""
    try:
        found = tuple(sorted(p for p in folder.iterdir() if p.is_dir() and not p.name.startswith(".")))
    except OSError as error:
        raise InputError(str(folder), f"cannot be read ({error.strerror})") from error
    if not found:
        raise InputError(str(folder), "holds no sub-folder; put the pieces of each story in a folder of its own")
    return found


def run(
    folder: Path, out: Path, config: Config, *, shards: int = 1, progress: Callable[[str], None] = lambda _: None
) -> Outcome:
    """Compares every story of ``folder`` into ``out/shard-NNNN.jsonl``; complete shards are not done again.

    A shard counts as complete only for the same stories and settings. Raises ``FramingError`` if ``out`` cannot be
    written; a shard is written whole or not at all.
    """
    found = stories(folder)
    engine = Engine(config)
    compared, resumed = 0, 0
    failed: list[tuple[str, str]] = []
    for number in range(min(shards, len(found))):
        part = found[number :: min(shards, len(found))]
        key = _key(part, config)
        target, done = out / f"shard-{number:04d}.jsonl", out / f"shard-{number:04d}.done"
        try:
            out.mkdir(parents=True, exist_ok=True)
            if done.is_file() and target.is_file() and done.read_text(encoding="utf-8") == key:
                resumed += 1
                continue
            done.unlink(missing_ok=True)
            records = []
            for story in part:
                progress(f"{story.name} (shard {number + 1} of {min(shards, len(found))})")
                records.append(_story(story, engine))
            fresh = target.with_suffix(".part")
            fresh.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in records), encoding="utf-8")
            fresh.replace(target)
            done.write_text(key, encoding="utf-8")
        except OSError as error:
            raise FramingError(f"{out}: cannot be written ({error.strerror or error})") from error
        failed += [(record["story"], record["error"]) for record in records if record["error"]]
        compared += sum(1 for record in records if not record["error"])
    return Outcome(compared, tuple(failed), resumed)


def _story(story: Path, engine: Engine) -> JsonDict:
    """One line of a shard: the counts of a story and its comparison, or why it failed."""
    from framing.ingest import read_paths
    from framing.report import json as documents

    try:
        result = read_paths([story], engine.config)
        if not result.articles:
            raise result.problems[0] if result.problems else InputError(str(story), "holds nothing that can be read")
        done = engine.compare(result.articles)
    except FramingError as error:
        return {"story": story.name, "error": str(error), "skipped": [], "comparison": None}
    document = documents.comparison_document(done.comparison, done.findings, engine.run_record())
    skipped = [str(problem) for problem in result.problems]
    return {"story": story.name, "error": None, "skipped": skipped, "comparison": document}


def _key(part: Sequence[Path], config: Config) -> str:
    """What makes a shard the same: the names, sizes and content of its files, and the settings."""
    digest = hashlib.sha256(config.digest.encode())
    for story in part:
        for path in sorted(p for p in story.rglob("*") if p.is_file()):
            digest.update(f"\0{path.relative_to(story.parent)}\0".encode())
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()
