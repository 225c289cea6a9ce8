"""The audit that remembers finds what the validator itself finds, whatever it has seen before."""

import tempfile
from pathlib import Path

import pytest
from openxml_audit import FileFormat, OpenXmlValidator

from check.docx_mutations.test_docx_mutations import DOCUMENTS, MUTATIONS, good_file, mutated_file
from lessonkit.check.docx.audit import faults


def plainly(data: bytes) -> set[str]:
    """What a validator finds that knows no other file."""
    with tempfile.NamedTemporaryFile(suffix=".docx") as file:
        Path(file.name).write_bytes(data)
        result = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365).validate(file.name)
    return {f"{error.part_uri}: {error.description.rstrip('.')}." for error in result.errors}


FILES = {
    **{name: lambda name=name: good_file(name) for name in DOCUMENTS},
    **{mutation.says: lambda mutation=mutation: mutated_file(mutation) for mutation in MUTATIONS},
}


@pytest.mark.parametrize("says", FILES)
def test_it_finds_what_the_validator_finds(says: str) -> None:
    data = FILES[says]()
    assert set(faults(data)) == plainly(data)
    assert set(faults(data)) == plainly(data), "the second time"


def test_no_spoilt_file_is_taken_for_the_good_one_before_it() -> None:
    spoilt = [FILES[says]() for says in FILES]
    noticed = sum(bool(faults(data)) for data in spoilt)
    assert noticed >= 20
    assert faults(good_file("good")) == []
