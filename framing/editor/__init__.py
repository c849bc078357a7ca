"""Findings → what an editor reads: text, JSON, SARIF and GitHub annotations; suppressions and baselines."""
