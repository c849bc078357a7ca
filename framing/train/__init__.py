"""Training, export and measurement (extra ``train``); nothing here runs when pieces are compared."""
