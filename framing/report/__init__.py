"""Comparison → HTML, Markdown, JSON, CSV and charts: views of one table, claims × sources.

``folder.write`` writes the whole report; ``json`` has the documents of ``docs/schema``; ``coverage`` is the table that
every view is drawn from; ``tables`` gives it as data frames.
"""
