"""The commands: parse, call, print. Nothing outside this package prints or exits."""

from reportgen.cli.main import main

__all__ = ["main"]
