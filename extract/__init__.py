"""baocao: figures out of the report pages of Vietnamese local governments."""

__version__ = "0.1.0"
