"""The local page: paste or upload pieces, read the comparison; nothing leaves the machine (extra ``web``)."""
