"""How tests mark faults that are known and not mended yet: in the open, with the reason, and only until they are."""

import pytest


def fault(reason: str) -> pytest.MarkDecorator:
    """Expect the test to fail; once it passes, this fails it, and the mark has to go: the list can only shrink."""
    return pytest.mark.xfail(strict=True, reason=reason)
