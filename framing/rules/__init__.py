"""Annotation or Comparison → Findings: one rule, one file; a rule module's docstring is its public page."""
