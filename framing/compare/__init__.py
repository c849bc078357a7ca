"""Annotations → Comparison: who reports the same claims, from which origins, how differently, and what is left out."""

from framing.compare.comparing import compare

__all__ = ["compare"]
