"""litcli turns raw abstract pages into correct references, offline, and shows where on the page each value stands."""

__version__ = "0.1.0"
