"""Unreadable: what is raised of a file that nobody can look into."""


class Unreadable(Exception):
    """Nobody can tell what a file holds; carries why, in words that follow "the file"."""
