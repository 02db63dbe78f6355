"""Type codes: each names a CSL type."""

from litcli.model.type_codes import FROM_BIBTEX, FROM_RIS, RIS_EXPORT_ONLY
from litcli.model.types import TYPES


def test_codes_name_csl_types() -> None:
    assert {*FROM_RIS.values(), *FROM_BIBTEX.values(), *RIS_EXPORT_ONLY} <= TYPES.keys()
