"""The tables of README and docs, rendered from the files in ``benchmarks/results/``.

A page holds blocks ``<!-- NAME:start -->`` … ``<!-- NAME:end -->``; ``fill`` renders each anew from the results.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PAGES = (ROOT / "README.md", ROOT / "docs" / "model-card.md", ROOT / "docs" / "decisions.md")
_MODEL = ROOT / "framing" / "model"
_WEIGHTS = _MODEL / "weights"
MODELS = {
    "encoder.onnx": _WEIGHTS / "encoder.onnx",
    "reader.onnx": _WEIGHTS / "reader" / "encoder.onnx",
    "reader heads.npz": _WEIGHTS / "reader" / "heads.npz",
    "pairs.onnx": _WEIGHTS / "pairs" / "pairs.onnx",
    **{path.name: path for path in sorted(_MODEL.glob("heads/*.json"))},
}
"""The stored models by name."""

Results = dict[str, Any]


def share(value: float | None) -> str:
    """A share in 0..1 with two digits; a dash where there is none."""
    return "–" if value is None else f"{value:.2f}"


def scores(found: dict[str, Any]) -> str:
    """F1, precision and recall in words."""
    return f"F1 {share(found['f1'])} (precision {share(found['precision'])}, recall {share(found['recall'])})"


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def pooled(kinds: dict[str, Any]) -> dict[str, Any]:
    """Precision and recall of all labelled kinds of difference together."""
    counted = [kind for kind in kinds.values() if "labelled" in kind]
    right, found, labelled = (sum(kind[key] for kind in counted) for key in ("right", "found", "labelled"))
    return {"precision": right / found if found else None, "recall": right / labelled, "labelled": labelled}


def readme_table(results: Results, speed: Results) -> str:
    """What a reader of the README is told: one line a job, speed last."""
    task = {name: entry["figures"] for name, entry in results["tasks"].items()}
    pairs, marks, said = task["alignment"], task["wording"], task["attribution"]
    base = pairs["baselines"]
    dev, groups = task["differences"]["alignment_dev"], task["groups"]["alignment_train"]
    differ = pooled(dev["kinds"])
    rules, premises, reader = marks["wording"], marks["premises"], task["reader"]
    babe = reader["recorded"]["babe"]
    times = speed["figures"]
    rows = [
        (
            "Which sentences of two pieces report the same claim",
            f"{scores(pairs)}; similarity of meaning alone {share(base['cosine']['best_f1'])},"
            f" shared words alone {share(base['tfidf']['best_f1'])}, each at its best threshold",
            f"{pairs['must_pairs']} pairs in {pairs['stories']} stories, three outlets each",
        ),
        (
            "Loaded wording in a piece's own voice, place by place",
            scores(rules),
            f"marked openings of news pieces, {rules['sure_marks']} places marked as sure",
        ),
        (
            "Contested claims and one side's premises told as fact",
            scores(premises),
            f"the same openings, {premises['sure_marks']} places marked as sure",
        ),
        (
            "Whose words a marked place is in, the writer's or a speaker's",
            f"{100 * marks['voice']['accuracy']:.0f} %",
            f"the same openings, {marks['voice']['marks']} places",
        ),
        (
            "Whether a sentence is loaded",
            f"macro-F1 {share(babe['loaded']['macro_f1'])}; outlets never seen"
            f" {share(babe['outlets_left_out']['all']['macro_f1'])}",
            "BABE, articles or outlets held out",
        ),
        (
            "Same label when parties, nations, faiths or persons are exchanged",
            f"{100 * (1 - marks['swaps']['label_changed']):.0f} % of sentences",
            f"{marks['swaps']['sentences']} sentences of BABE",
        ),
        (
            "Who says what: whole attributions",
            f"{scores(said['overlap'])}; word for word F1 {share(said['exact']['f1'])}",
            f"{said['articles']} articles of PolNeAR",
        ),
        (
            "Whether a sentence is for or against somebody",
            f"macro-F1 {share(reader['dev']['newsmtsc']['macro_f1'])}",
            f"{reader['dev']['newsmtsc']['mentions']} mentions of NewsMTSC",
        ),
        (
            "What differs between two sentences on one claim, all kinds",
            f"precision {share(differ['precision'])}, recall {share(differ['recall'])}",
            f"{dev['must_pairs']} pairs, {differ['labelled']} labels",
        ),
        (
            "Pieces on three stories, mixed, taken apart without a fault",
            f"{100 * groups['mixes_of_3']:.0f} % of mixes",
            f"{groups['mixes']} random mixes of {groups['stories']} stories",
        ),
        (
            "Checking a 600-word draft, from a cold start",
            f"{times['check_600_words_cold_s']:.1f} s ({100 * times['check_share_of_import']:.0f} % of what importing"
            " sentence-transformers takes)",
            f"{speed['machine']['cores']} cores",
        ),
        (
            "Comparing the five seed pieces, with the whole report",
            f"{times['compare_seeds_report_cold_s']:.1f} s",
            f"{speed['machine']['cores']} cores",
        ),
    ]
    return table(("what", "how well", "measured on"), rows)


def model_files(results: Results, _: Results) -> str:
    """The stored models by file, size and sha256."""
    rows = [
        (f"`{MODELS[name].relative_to(ROOT).as_posix()}`", f"{record['bytes'] / 1e6:.1f} MB", f"`{record['sha256']}`")
        for name, record in results["models"].items()
    ]
    return table(("file", "size", "sha256"), rows)


def model_figures(results: Results, _: Results) -> str:
    """Every figure behind the README's table, and those of the parts."""
    task = {name: entry["figures"] for name, entry in results["tasks"].items()}
    pairs, marks, said, groups = task["alignment"], task["wording"], task["attribution"], task["groups"]
    reader, claims = task["reader"], task["claims"]
    folds, moved = claims["train_folds"], claims["transfer"]
    recorded, people = reader["recorded"], reader["polnear_annotators"]
    babe, held = recorded["babe"], recorded["shipped"]
    facts, quoted = reader["dev"]["factappeal"], marks["quoted_bias"]
    rows = [
        ("pair scorer", "F1 at 0.5", scores(pairs)),
        ("pair scorer", "the same, stories that its readers were not taught", scores(folds["pairs"])),
        (
            "pair scorer",
            "the same: average precision, recall where precision is 0.90",
            f"{share(folds['pairs']['average_precision'])}, {share(folds['pairs']['recall_at_precision_0.90'])}",
        ),
        ("pair scorer", "average precision", share(pairs["average_precision"])),
        ("pair scorer", "recall where precision is 0.90", share(pairs["recall_at_precision_0.90"])),
        ("pair scorer", "calibration error", f"{pairs['expected_calibration_error']:.3f}"),
        ("wording", "own-voice marks, all wording rules", scores(marks["wording"])),
        ("premises", "own-voice marks of S201 and S204", scores(marks["premises"])),
        ("voice", "marked places, own or a speaker's", f"accuracy {share(marks['voice']['accuracy'])}"),
        ("voice", "bias spans of BASIL, quoted or not", f"accuracy {share(quoted['accuracy'])}"),
        *(
            (
                "wording",
                f"{name} sentences, articles held out (BABE)",
                f"macro-F1 {share(babe[name]['macro_f1'])}, AUC {share(babe[name]['auc'])},"
                f" calibration error {babe[name]['ece']:.3f}",
            )
            for name in ("loaded", "subjective")
        ),
        (
            "wording",
            "loaded sentences, outlets held out (BABE)",
            f"macro-F1 {share(babe['outlets_left_out']['all']['macro_f1'])}",
        ),
        (
            "wording",
            "after exchanging who is spoken of",
            f"label changes {marks['swaps']['label_changed']:.3f}, marks lost {marks['swaps']['marks_lost']:.3f}",
        ),
        ("reader", "loaded group of techniques, by characters (PTC)", scores(held["ptc"]["loaded"])),
        ("reader", "all techniques, by characters (PTC)", scores(held["ptc"]["all"])),
        ("reader", "sentences with lexical bias (BASIL)", scores(held["basil"]["lexical"])),
        ("reader", "sentences with informational bias (BASIL)", scores(held["basil"]["informational"])),
        (
            "reader",
            "facts and their sources, by word and by span (FactAppeal)",
            f"macro-F1 {share(facts['macro_f1'])}, {share(facts['span_macro_f1'])}",
        ),
        ("reader", "sentences with an unnamed source (FactAppeal)", scores(facts["unnamed_source"])),
        (
            "reader",
            "against, neutral, for (NewsMTSC)",
            f"macro-F1 {share(reader['dev']['newsmtsc']['macro_f1'])}",
        ),
        (
            "reader",
            "votes on subjectivity (Ukraine crisis)",
            f"Spearman {share(held['ukraine']['subjectivity_spearman'])}; leaning of clear sentences AUC"
            f" {share(held['ukraine'].get('leaning_auc'))}",
        ),
        *(("attribution", f"{part}, by word (PolNeAR)", scores(said[part])) for part in ("source", "cue", "content")),
        *(
            (
                "attribution",
                f"{part}, by word, tags before linking (PolNeAR)",
                scores(reader["dev"]["polnear"]["tags"][part]),
            )
            for part in ("source", "cue", "content")
        ),
        *(
            ("two annotators of PolNeAR", f"{part}, by word", f"F1 {share(people[part]['f1'])}")
            for part in ("source", "cue", "content")
        ),
        (
            "two annotators of PolNeAR",
            f"whole attributions, overlapping; word for word ({people['articles']} articles)",
            f"F1 {share(people['overlap']['f1'])}; {share(people['exact']['f1'])}",
        ),
        ("attribution", "whole attributions, each part overlapping", scores(said["overlap"])),
        ("attribution", "whole attributions, each part word for word", scores(said["exact"])),
        *(
            (
                "grouping",
                f"stories kept whole; mixes of 2, 3, 5 taken apart ({name})",
                ", ".join(share(found[key]) for key in ("kept_whole", "mixes_of_2", "mixes_of_3", "mixes_of_5")),
            )
            for name, found in groups.items()
        ),
        ("grouping", "B-cubed of claims, own scores (alignment_dev)", scores(claims["claims_bcubed"])),
        ("grouping", "B-cubed of claims, own scores (stories not taught)", scores(folds["claims_bcubed"])),
        *(
            (
                "absence",
                f"claims taken out called absent; claims that are there called absent ({name})",
                f"{share(found['removed']['absent_of_judged'])} of {_judged(found['removed'])};"
                f" {share(found['still_there']['absent_of_judged'])} of {_judged(found['still_there'])}",
            )
            for name, found in (("alignment_dev", claims["absence"]), ("stories not taught", folds["absence"]))
        ),
        *(
            (
                "pairs from elsewhere, the program"
                if name == "program"
                else "pairs from elsewhere, the untrained encoder",
                "graded headlines (Pearson), ECB+ test (average precision), MRPC test (F1)",
                f"{share(found['sts_headlines_pearson'])}, {share(found['ecbplus_test_ap'])},"
                f" {share(found['mrpc_test_f1'])}",
            )
            for name, found in moved.items()
            if name != "pairs"
        ),
        *(("grouping", f"B-cubed of claims, pairs given ({n})", scores(f["claims_bcubed"])) for n, f in groups.items()),
    ]
    return table(("part", "measure", "figure"), rows)


def _judged(found: dict[str, Any]) -> int:
    """How many claims a verdict could be given of."""
    return int(found["rows"]) - int(found["not_to_be_judged"])


def difference_figures(results: Results, _: Results) -> str:
    """Differences by kind: where the pair is given, and as told in whole stories that the program compared itself."""
    claims = results["tasks"]["claims"]["figures"]
    folds = claims["train_folds"]
    given = {"stories not taught": folds["differences"], "alignment_dev": claims["differences"]["kinds"]}
    told = {"stories not taught": folds["told"], "alignment_dev": claims["told"]}
    head = [
        "kind",
        *(
            f"pairs given, {name}: {what}"
            for name in given
            for what in ("precision", "recall", "right / found / labelled")
        ),
        *(f"told in whole stories, {name}: right / told" for name in told),
    ]
    rows = []
    for kind in folds["told"]:
        row = [kind]
        for kinds in given.values():
            counts = kinds[kind]
            row += [share(counts["precision"]), share(counts["recall"])]
            row.append(f"{counts['right']} / {counts['found']} / {counts['labelled']}")
        row += [f"{kinds[kind]['right']} / {kinds[kind]['found']}" for kinds in told.values()]
        rows.append(row)
    return table(head, rows)


def rule_figures(results: Results, _: Results) -> str:
    """The rules by code."""
    found = results["tasks"]["rules"]["figures"]
    rows = [
        (code, share(counts["precision"]), share(counts["recall"]), f"{counts['found']}", f"{counts['sure']}")
        for code, counts in found.items()
        if counts["found"] or counts["sure"]
    ]
    return table(("rule", "precision", "recall", "found", "sure marks"), rows)


def encoder_figures(results: Results, speed: Results) -> str:
    """What storing the encoder as int8 costs."""
    found = results["tasks"]["encoder"]["figures"]
    rows = [
        ("cosine to the original's vector, mean", f"{found['cosine_mean']:.4f}"),
        ("cosine to the original's vector, least", f"{found['cosine_least']:.4f}"),
        ("graded headline pairs, Pearson, original", f"{found['sts_headlines_pearson_float32']:.4f}"),
        ("graded headline pairs, Pearson, as stored", f"{found['sts_headlines_pearson_bundled']:.4f}"),
        ("size", f"{results['models']['encoder.onnx']['bytes'] / 1e6:.1f} MB"),
        (
            f"sentences a second, {speed['machine']['cores']} cores",
            f"{speed['figures']['encoder_sentences_per_s']:.0f}",
        ),
    ]
    return table(("encoder as bundled", "figure"), rows)


BLOCKS: dict[str, Callable[[Results, Results], str]] = {
    "figures": readme_table,
    "models": model_files,
    "measures": model_figures,
    "differences": difference_figures,
    "rules": rule_figures,
    "encoder": encoder_figures,
}


def fill(text: str, results: Results, speed: Results) -> str:
    """``text`` with every block rendered anew; raises ``ValueError`` for a block that is unknown or not closed."""

    def block(match: re.Match[str]) -> str:
        name = match["name"]
        if name not in BLOCKS:
            raise ValueError(f"there is no block `{name}`; there are {', '.join(BLOCKS)}")
        return f"<!-- {name}:start -->\n{BLOCKS[name](results, speed)}\n<!-- {name}:end -->"

    filled, count = re.subn(r"<!-- (?P<name>\w+):start -->.*?<!-- (?P=name):end -->", block, text, flags=re.DOTALL)
    if count != len(re.findall(r"<!-- \w+:start -->", text)):
        raise ValueError("a block is not closed")
    return filled
