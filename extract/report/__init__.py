"""The auditors' pages: every figure where it stands, every total with what was left out, every check that fails."""

from extract.report.site import write_report

__all__ = ["write_report"]
