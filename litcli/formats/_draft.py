"""A record as it is put together from a file: a field's first value stands, what no field holds becomes a line of `extra`."""

from collections.abc import Iterable, Sequence

from litcli.errors import BadValue
from litcli.model.fields import FIELDS, Kind
from litcli.model.record import CslName, Record, Value, people, text, words
from litcli.model.values import parse_value

_PLAIN = frozenset(row.name for row in FIELDS if row.kind is Kind.TEXT)


class Draft:
    """Collects the values of one record."""

    def __init__(self, type_: str) -> None:
        self._record: Record = {"type": type_}
        self._strange: dict[str, None] = {}

    def put(self, field: str, value: Value | None, source: str) -> None:
        """Take a value that has its field's shape; `source` says what the file calls it and how it stands there."""
        if not value or self._record.get(field) == value:
            return
        if field in self._record:
            self.keep(source)
        else:
            self._record[field] = value

    def read(self, field: str, shown: str, name: str) -> None:
        """Take a text as the value of a field; `name` is what the file calls it."""
        if not shown.strip():
            return
        if field in _PLAIN and field not in self._record:
            self._record[field] = " ".join(shown.split())
            return
        try:
            self.put(field, parse_value(field, shown), f"{name}: {shown}")
        except BadValue:
            self.keep(f"{name}: {shown}")

    def extend(self, field: str, more: Iterable[str]) -> None:
        """Add words to a field that is a list of them, each once."""
        if found := list(dict.fromkeys([*words(self._record, field), *more])):
            self._record[field] = found

    def add(self, field: str, name: CslName) -> None:
        """Take a further name of a field of names."""
        self._record[field] = [*people(self._record, field), name]

    def keep(self, line: str) -> None:
        """Keep what no field holds."""
        self._strange[line] = None

    def keep_others(self, name: str, values: Sequence[str]) -> None:
        """Keep all but the first of a tag's values, for a tag that stands once."""
        for value in values[1:]:
            if value != values[0]:
                self.keep(f"{name}: {value}")

    @property
    def type(self) -> str:
        """The CSL type."""
        return self.text("type") or "document"

    def has(self, field: str) -> bool:
        """Tell whether a field has its value."""
        return field in self._record

    def text(self, field: str) -> str | None:
        """Return what a field of text has so far."""
        return text(self._record, field)

    def people(self, field: str) -> list[CslName]:
        """Return the names that a field has so far."""
        return people(self._record, field)

    def record(self) -> Record:
        """Return the record, with what no field holds in `extra`, a line "name: value" each."""
        extra = list(dict.fromkeys([*words(self._record, "extra"), *self._strange]))
        return self._record | {"extra": extra} if extra else self._record
