"""Modules that are read when something of them is wanted: most of the program, most of the time."""

from collections.abc import Iterable
from importlib import import_module
from typing import Any


class _Later:
    """Stands for a module until something of it is asked for."""

    def __init__(self, name: str) -> None:
        self.__name__ = name

    def __getattr__(self, name: str) -> Any:
        return getattr(import_module(self.__name__), name)

    def __repr__(self) -> str:
        return f"<{self.__name__}, later>"


def later(package: str, names: Iterable[str]) -> tuple[Any, ...]:
    """Return modules of a package by the names below it, none of them read yet."""
    return tuple(_Later(f"{package}.{name}") for name in names)


def read_all(modules: Iterable[Any]) -> None:
    """Read modules now."""
    for module in modules:
        import_module(module.__name__)
