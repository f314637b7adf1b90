"""What `-m schnell` leaves out: what starts a process, and what is named as slow."""

import pytest
from choosing import SLOW, starts_process
from support import HERE, build, files, small_county


@pytest.mark.parametrize("name", SLOW)
def test_what_is_named_as_slow_is_there(name: str) -> None:
    path, _, test = name.partition("::")
    assert (HERE / path).exists()
    assert not test or f"def {test}" in (HERE / path).read_text(encoding="utf-8")


def test_a_helper_that_starts_a_process_is_seen_through() -> None:
    def by_a_helper() -> None:
        [build(HERE) for _ in range(2)]

    assert starts_process(build) and starts_process(by_a_helper)
    assert not starts_process(files) and not starts_process(small_county)
