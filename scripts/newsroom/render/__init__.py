"""Rendering: documents become the parts of pages. The theme's shell around them is poured elsewhere (see shell.py)."""
