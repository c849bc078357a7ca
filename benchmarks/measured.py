"""How often the program errs, as sentences for the readers of its reports: ``framing/report/measured.json``.

Written from ``benchmarks/results/figures.json`` whenever ``figures.py`` renders; a test ties the two.
"""

from __future__ import annotations

import json
from typing import Any

from tables import ROOT, Results

MEASURED = ROOT / "framing" / "report" / "measured.json"
UNTAUGHT = "annotated stories that the models used were not taught"
KINDS = ("contradiction", "number", "attribution_lost", "attribution", "hedge", "agent", "wording")


def document(results: Results) -> dict[str, Any]:
    """``measures``: part, sentence, measured on what; ``differences``: by kind, how many were told and held."""
    task = {name: entry["figures"] for name, entry in results["tasks"].items()}
    claims, marks = task["claims"], task["wording"]
    pairs, rows = claims["pairs"], claims["pairs_together"]
    absence = claims["train_folds"]["absence"]
    removed, there = absence["removed"], absence["still_there"]
    voice, said, stance = marks["voice"], task["attribution"]["overlap"], task["reader"]["dev"]["newsmtsc"]
    stories = f"{pairs['stories']} annotated stories kept for measuring"
    openings = "50 annotated openings of news pieces kept for measuring"
    measures = [
        (
            "Same claim",
            f"Of 100 pairs of sentences joined, {percent(pairs['precision'])} report the same claim; "
            f"of 100 that do, {percent(pairs['recall'])} are found.",
            f"{stories}, {pairs['must_pairs']} pairs",
        ),
        (
            "Rows of the table",
            f"Of 100 pairs of sentences that stand in one row, {percent(rows['precision'])} report the same claim; "
            f"of 100 that do, {percent(rows['recall'])} stand in one row.",
            f"{stories}, {pairs['must_pairs']} pairs",
        ),
        (
            "Absent",
            f"Of 100 claims that a piece has, {percent(there['absent_of_judged'])} were called absent; "
            f"of 100 that were taken out of it, {percent(removed['absent_of_judged'])} were.",
            f"{there['rows'] - there['not_to_be_judged']} and {removed['rows'] - removed['not_to_be_judged']} claims "
            f"of {UNTAUGHT}",
        ),
        (
            "Whose words",
            f"Of 100 marked places, {percent(voice['accuracy'])} are given to the right voice, own or a speaker’s.",
            f"{voice['marks']} places of {openings}",
        ),
        (
            "Who says what",
            f"Of 100 attributions found, {percent(said['precision'])} overlap an annotated one in every part; "
            f"of 100 annotated ones, {percent(said['recall'])} are found.",
            f"{task['attribution']['articles']} news articles (PolNeAR)",
        ),
        (
            "Wording in own voice",
            f"Of 100 marks, {percent(marks['wording']['precision'])} were also marked by readers; of 100 places that "
            f"readers were sure of, {percent(marks['wording']['recall'])} are marked.",
            f"{marks['wording']['spans']} marks in {openings}",
        ),
        (
            "Claims without a source, and one side’s premises (S201, S204)",
            f"Of 100 marks, {percent(marks['premises']['precision'])} were also marked by readers; of 100 places that "
            f"readers were sure of, {percent(marks['premises']['recall'])} are marked.",
            f"{marks['premises']['spans']} marks in {openings}",
        ),
        (
            "Portrayal of actors",
            f"Against, neither, for: macro-F1 {stance['macro_f1']:.2f} (1 would be without error).",
            f"{stance['mentions']} mentions (NewsMTSC)",
        ),
    ]
    return {
        "measures": [{"part": part, "sentence": sentence, "on": on} for part, sentence, on in measures],
        "rows": claims["train_folds"]["rows"],
        "differences": {kind: told(claims["train_folds"]["told"][kind]) for kind in KINDS},
    }


def told(found: dict[str, Any]) -> dict[str, Any]:
    """Of one kind of difference: how many were told, of them right, and how many readers had marked."""
    return {key: found[key] for key in ("found", "right", "labelled")} | {"on": UNTAUGHT}


def percent(share: float) -> str:
    """A share as a whole number of a hundred."""
    return f"{100 * share:.0f}"


def render(results: Results) -> str:
    """The file's text."""
    return json.dumps(document(results), indent=1, ensure_ascii=False) + "\n"
