"""The command ``baocao``: arguments in, exit code out.

Everything heavy is imported by the command that needs it, and help is no more than text, so that ``baocao --help``
answers at once.
"""

from extract.cli.app import app, main

__all__ = ["app", "main"]
