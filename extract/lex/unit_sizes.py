"""How large units are whose size is the same everywhere: no công or sào, which differ from province to province."""

METRES = {"m": 1.0, "km": 1000.0, "dm": 0.1, "cm": 0.01}
SQUARE_METRES = {"m2": 1.0, "ha": 10_000.0, "km2": 1_000_000.0}
KILOGRAMS = {"g": 0.001, "kg": 1.0, "yến": 10.0, "tạ": 100.0, "tấn": 1000.0}
TONS = {unit: KILOGRAMS[unit] / KILOGRAMS["tấn"] for unit in ("kg", "tạ", "tấn")}
"""What harvests are weighed in."""
