"""The ground that portals stand on: embedded metadata and the generic reader."""
