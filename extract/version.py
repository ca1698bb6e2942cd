"""The version of the package, which a run writes into its dataset."""

__version__ = "0.1.0"
