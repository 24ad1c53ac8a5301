"""What is served at present, and how it changes: a new output takes the place of the old one as a whole."""

from __future__ import annotations

import asyncio
import logging

from serving.description import Description
from serving.settings import Settings
from serving.snapshot import Snapshot, SnapshotError, fingerprint
from serving.workers import Pool

LOG = logging.getLogger("integraph.serve")


class Site:
    """The dataset in place, with the workers that answer from it."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.pool = Pool(settings.limits, warm=settings.workers, most=settings.most_workers, queue=settings.queue)
        self.snapshot: Snapshot | None = None
        self.description: Description | None = None
        self.stale = False
        self._seen: tuple[int, int, int] | None = None
        self._watch: asyncio.Task[None] | None = None

    async def open(self) -> None:
        """Load the dataset and begin to watch for the next; SnapshotError where there is none."""
        await self._load()
        self._watch = asyncio.create_task(self._look())

    async def close(self) -> None:
        """End everything."""
        if self._watch is not None:
            self._watch.cancel()
            await asyncio.wait((self._watch,))
        self.pool.close()

    async def _load(self) -> None:
        seen = fingerprint(self.settings.out)
        snapshot = await asyncio.to_thread(Snapshot, self.settings.out)
        if self.snapshot is None or snapshot.version != self.snapshot.version:
            self.description = await self.pool.replace(snapshot)
            self.snapshot = snapshot
            LOG.info("serving %s, version %s", self.settings.out, snapshot.version)
        self.stale = False
        self._seen = seen

    async def _look(self) -> None:
        """Every now and then, look whether a build has replaced the output."""
        said = ""
        while True:
            await asyncio.sleep(self.settings.watch_seconds)
            if fingerprint(self.settings.out) == self._seen:
                continue
            try:
                await self._load()
                said = ""
            except (SnapshotError, OSError) as error:  # it goes on with the old output and tries again
                self.stale = True
                if str(error) != said:
                    LOG.warning("the old output stays in place: %s", error)
                said = str(error)
