"""`ledstjarna warm`: every kernel compiled before anybody waits for it."""

import pkgutil
import time
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec

import click
from rich.console import Console

from ledstjarna import engines

KERNELS = "._kernels"


def kernels() -> list[str]:
    """The engines that have kernels, by name."""
    names = [module.name for module in pkgutil.iter_modules(engines.__path__) if module.ispkg]
    return [name for name in names if find_spec(f"{engines.__name__}.{name}{KERNELS}")]


@click.command("warm")
def command() -> None:
    """Compile the kernels of all engines into their cache.

    Without Numba there is nothing to compile: the engines then use their plain forms.

    Example: ledstjarna warm
    """
    compile_all(Console(highlight=False).print)


def compile_all(tell: Callable[[str], None]) -> None:
    """Compile every engine's kernels, where there is a compiler; what is compiled already costs nothing."""
    if find_spec("numba") is None:
        tell("Numba is not installed; the engines use their plain forms.")
        return
    for name in kernels():
        begun = time.perf_counter()
        import_module(f"{engines.__name__}.{name}{KERNELS}").warm()
        tell(f"{name}: ready in {time.perf_counter() - begun:.1f} s")
