"""Times of the program on this machine, each command in a process of its own: ``make bench``.

Writes ``benchmarks/results/speed.json`` with machine, versions and figures; seconds are medians of wall time.
"""

from __future__ import annotations

import json
import os
import platform
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SEEDS = sorted((ROOT / "seeds").glob("0*.md"))
RESULT = ROOT / "benchmarks" / "results" / "speed.json"
DRAFT_WORDS = 600
ROUNDS = 5
SENTENCES = 40
PACKAGES = (
    *("numpy", "onnxruntime", "tokenizers", "scikit-learn"),
    *("pandas", "matplotlib", "sentence-transformers", "torch"),
)


def machine() -> dict[str, object]:
    """What the figures were taken on."""
    model = "unknown"
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.is_file():
        found = re.search(r"model name\s*:\s*(.+)", cpuinfo.read_text(encoding="utf-8"))
        model = found.group(1) if found else model
    python = platform.python_version()
    return {"processor": model, "cores": os.cpu_count(), "system": platform.system(), "python": python}


def body(path: Path) -> str:
    """A seed piece without its front matter."""
    return path.read_text(encoding="utf-8").split("---\n", 2)[-1].strip()


def draft(folder: Path) -> Path:
    """A draft of 600 words made of the seed pieces."""
    words = re.findall(r"\S+\s*", "\n\n".join(body(path) for path in SEEDS))[:DRAFT_WORDS]
    path = folder / "draft.txt"
    path.write_text("".join(words), encoding="utf-8")
    return path


def seconds(command: list[str], *, accept: tuple[int, ...] = (0,), rounds: int = ROUNDS) -> float:
    """Median wall time of ``command`` over ``rounds`` fresh processes, after one that is not counted."""
    taken = []
    for _ in range(rounds + 1):
        start = time.perf_counter()
        done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)  # noqa: S603
        taken.append(time.perf_counter() - start)
        if done.returncode not in accept:
            sys.exit(f"{' '.join(command)} ended with {done.returncode}: {done.stderr.decode()[-500:]}")
    return round(statistics.median(taken[1:]), 3)


def encoder_rate() -> float:
    """Sentences a second of the bundled encoder on the seed pieces, best of three."""
    from framing.config import EncoderConfig
    from framing.language.sentences import split
    from framing.model import encoder

    texts = [s.span.of(text) for text in map(body, SEEDS) for s in split(text)]
    loaded = encoder.load(EncoderConfig(model="bundled", threads=2, batch_size=32))
    best = 0.0
    for _ in range(3):
        start = time.perf_counter()
        loaded.encode(texts)
        best = max(best, len(texts) / (time.perf_counter() - start))
    return round(best, 1)


def reading_rates() -> dict[str, float]:
    """Sentences a second, best of three: ``annotate`` with all heads, and plain ``encode`` of the base model."""
    from sentence_transformers import SentenceTransformer

    from framing.annotate import annotate_many
    from framing.config import Config
    from framing.language.sentences import split
    from framing.model import reader
    from framing.train.export import packaged_model
    from framing.types import Article

    articles = [Article(id=path.stem, text=body(path)) for path in SEEDS]
    texts = [s.span.of(a.text) for a in articles for s in split(a.text)]
    config = Config()
    loaded = reader.load(config.encoder.threads)
    plain = SentenceTransformer(str(packaged_model()), device="cpu")
    best = {"annotate": 0.0, "encode": 0.0}
    for _ in range(4):
        for name, run in (
            ("annotate", lambda: annotate_many(articles, loaded, config)),
            ("encode", lambda: plain.encode(texts, batch_size=32, show_progress_bar=False)),
        ):
            start = time.perf_counter()
            run()
            best[name] = max(best[name], len(texts) / (time.perf_counter() - start))
    return {
        "annotate_sentences_per_s": round(best["annotate"], 1),
        "plain_encode_sentences_per_s": round(best["encode"], 1),
        "annotate_to_plain_encode": round(best["annotate"] / best["encode"], 2),
    }


def stories(folder: Path, articles: int) -> list[str]:
    """Files of ``articles`` pieces of 40 sentences each, drawn anew from the seed pieces, as one story."""
    from framing.language.sentences import split

    found = (" ".join(s.span.of(text).split()) for text in map(body, SEEDS) for s in split(text))
    pool = [sentence for sentence in found if len(sentence) > 40 and sentence[-1] in ".”"]  # no headings
    chance = random.Random(articles)
    paths = []
    for number in range(articles):
        path = folder / f"story-{articles}-{number:03d}.txt"
        path.write_text("\n\n".join(chance.sample(pool, SENTENCES)) + "\n", encoding="utf-8")
        paths.append(str(path))
    return paths


def rendering(paths: list[str]) -> dict[str, float]:
    """Seconds to render the report of the pieces once they are compared (best of two), and its sizes in bytes."""
    import framing
    from framing.config import Config
    from framing.pipeline import Engine
    from framing.report import folder

    config = Config()
    engine = Engine(config)
    compared = engine.compare(framing.read(paths, config))
    taken = []
    for _ in range(2):
        start = time.perf_counter()
        files = folder.render(compared, compared.findings, engine.run_record(), config)
        taken.append(time.perf_counter() - start)
    pages = [len(content) for name, content in files.items() if name.startswith("sources/")]
    name = f"report_{len(paths)}x{SENTENCES}"
    return {
        f"{name}_render_s": round(min(taken), 2),
        f"{name}_bytes": sum(map(len, files.values())),
        f"{name}_index_html_bytes": len(files["index.html"]),
        f"{name}_largest_source_page_bytes": max(pages),
    }


def main() -> None:
    """Measures, prints and writes the figures."""
    framing = str(Path(sys.executable).parent / "framing")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        piece = str(draft(folder))
        seeds = [str(path) for path in SEEDS]
        reference = seconds([sys.executable, "-c", "import sentence_transformers"])
        check = seconds([framing, "check", piece, "--quiet", "--fail-on", "never"])
        comparing = [framing, "compare", "--quiet", "--format", "json"]
        five = seconds([*comparing, *stories(folder, 5)], rounds=3)
        ten, hundred = (seconds([*comparing, *stories(folder, n)], rounds=1) for n in (10, 100))
        figures = {
            "import_sentence_transformers_s": reference,
            "check_600_words_cold_s": check,
            "check_share_of_import": round(check / reference, 3),
            "help_s": seconds([framing, "--help"]),
            "compare_seeds_json_cold_s": seconds([framing, "compare", *seeds, "--quiet", "--format", "json"]),
            "compare_5x40_json_cold_s": five,
            "compare_5x40_share_of_import": round(five / reference, 3),
            "compare_10x40_json_cold_s": ten,
            "compare_100x40_json_cold_s": hundred,
            "compare_100_to_10_articles": round(hundred / ten, 1),
            "compare_seeds_report_cold_s": seconds(
                [framing, "compare", *seeds, "--quiet", "--out", str(folder / "report")]
            ),
            "report_bytes": sum(p.stat().st_size for p in (folder / "report").rglob("*") if p.is_file()),
            "index_html_bytes": (folder / "report" / "index.html").stat().st_size,
            **rendering(stories(folder, 5)),
            **rendering(stories(folder, 50)),
            "encoder_sentences_per_s": encoder_rate(),
            **reading_rates(),
        }
    result = {
        "machine": machine(),
        "versions": {name: version(name) for name in ("framing", *PACKAGES)},
        "rounds": ROUNDS,
        "figures": figures,
    }
    RESULT.parent.mkdir(parents=True, exist_ok=True)
    RESULT.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    sys.stdout.write(json.dumps(result, indent=1) + "\n")


if __name__ == "__main__":
    main()
