"""Rows and columns of tables that sum up, balance or are shares of others."""
