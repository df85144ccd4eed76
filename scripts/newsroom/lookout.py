"""The lookout: a folder that is taken away and comes back is another one to the system, and must be watched anew."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final

from watchdog.events import (
    DirCreatedEvent,
    DirMovedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers.api import BaseObserver

CHANGES: Final[list[type[FileSystemEvent]]] = [FileCreatedEvent, FileModifiedEvent, FileMovedEvent, FileDeletedEvent]
"""What is told of files; that one was read, as every build does, is left out."""


class Lookout(FileSystemEventHandler):
    """Tells `returned` of each of these folders that comes back."""

    def __init__(self, paths: Iterable[Path], returned: Callable[[str], None]) -> None:
        self._paths = frozenset(map(os.path.abspath, paths))
        self._returned = returned

    def join(self, observer: BaseObserver) -> None:
        """Look out from the folders above.

        One watch of the system serves all who look at a folder, so whoever asks last must ask for what the others want.
        """
        for folder in sorted({str(Path(path).parent) for path in self._paths}):
            observer.schedule(self, folder, event_filter=[*CHANGES, DirCreatedEvent, DirMovedEvent])

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Something came, or took another name."""
        for path in sorted(self._paths & {os.fsdecode(event.src_path), os.fsdecode(event.dest_path)}):
            if Path(path).is_dir() and isinstance(event, DirCreatedEvent | DirMovedEvent):
                self._returned(path)
