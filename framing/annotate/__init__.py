"""Article → Annotation: whose voice speaks, on whose word, in which words, about whom."""

from framing.annotate.annotating import annotate, annotate_many, encode

__all__ = ["annotate", "annotate_many", "encode"]
