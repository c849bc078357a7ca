"""Bytes to articles: text, Markdown, HTML, PDF, Word, addresses; pages with several pieces; provenance and genre.

``read_paths`` reads what a user names, ``read_bytes`` and ``read_text`` what is in memory.
Everything else here is private.
"""

from framing.ingest.reading import ReadResult, read_bytes, read_paths, read_text

__all__ = ["ReadResult", "read_bytes", "read_paths", "read_text"]
