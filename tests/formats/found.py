"""The formats, as the registry finds them: a new one is tested as soon as it is there."""

from types import ModuleType

from litcli import formats
from litcli.registry import find

MODULES: tuple[ModuleType, ...] = tuple(find(formats, "litcli.formats").modules.values())
READERS = tuple(module for module in MODULES if hasattr(module, "read"))
WRITERS = tuple(module for module in MODULES if hasattr(module, "write"))
BOTH_WAYS = tuple(module for module in READERS if module in WRITERS)


def by_name(module: ModuleType) -> str:
    """Name a format in a test's name."""
    return str(module.NAME)
