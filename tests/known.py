"""How tests mark faults that are known and not mended yet: in the open, with the reason, and only until they are."""

import pytest


def fault(reason: str, raises: type[Exception] = AssertionError) -> pytest.MarkDecorator:
    """Expect the test to fail in this way; once it passes, this fails it, and the mark has to go."""
    return pytest.mark.xfail(strict=True, raises=raises, reason=reason)
