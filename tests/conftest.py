"""What several test files share: the shipped base, made ready once."""

import pytest

from factcheck.db.folder import find_base
from factcheck.db.load import load
from factcheck.engine import Checker
from factcheck.model import ClaimsDB


@pytest.fixture(scope="session")
def db() -> ClaimsDB:
    return load([find_base()])


@pytest.fixture(scope="session")
def checker(db: ClaimsDB) -> Checker:
    return Checker(db)
