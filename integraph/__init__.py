"""The front door: the command line. It imports all rooms; nobody imports it."""

__version__ = "0.1.0"
