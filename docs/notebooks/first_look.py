# ---
# jupyter:
#   jupytext:
#     formats: ipynb,py:percent
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # First look
#
# What is in a dataset? This notebook reads the one that `make demo` writes; put the path of yours in its place.

# %%
from pathlib import Path

import matplotlib.pyplot as plt
import pandas as pd

import extract as bc

HERE = Path(globals().get("__file__", "")).parent  # of this script; a notebook runs in its folder
plt.style.use(HERE / "newspaper.mplstyle")
data = bc.load(HERE / "../../output/demo")

# %% [markdown]
# ## The tables
#
# Each is a frame with types: dates are dates, amounts are whole đồng, what is missing is missing and no zero.

# %%
tables = ["pages", "blocks", "figures", "money", "scholarships", "ratings", "statements", "checks", "rejects"]
pd.DataFrame(
    [(name, len(frame), frame.attrs["description"]) for name in tables if (frame := getattr(data, name)) is not None],
    columns=["table", "rows", "what a row is"],
)

# %% [markdown]
# ## The pages

# %%
data.pages[["title", "commune", "district", "province", "event_date", "published_on", "duplicate_kind"]]

# %% [markdown]
# ## What the figures are about
#
# `indicator` is the meaning that a rule gave a figure; the others were read, but no rule says what they count.

# %%
UNKNOWN = "Chưa rõ chỉ tiêu"
labels = data.indicators.set_index("indicator").vi
named = data.figures.indicator.map(labels.str[:1].str.upper() + labels.str[1:]).fillna(UNKNOWN)
counts = named.value_counts().head(16)[::-1]

figure, axes = plt.subplots(figsize=(8, 5.5))
bars = axes.barh(counts.index, counts, color=["#bbbbbb" if name == UNKNOWN else "C0" for name in counts.index])
axes.bar_label(bars, padding=4)
axes.set_title(f"Các trang nói về gì: {len(data.figures)} số liệu, theo chỉ tiêu")
axes.set_xlabel("Số lượng số liệu")
plt.show()

# %% [markdown]
# ## Does it add up?
#
# Sums, products and percentages that the pages state themselves, and whether they hold.

# %%
data.checks.groupby(["kind", "outcome"]).size().unstack(fill_value=0)

# %%
data.checks.loc[data.checks.outcome == "disagrees", ["kind", "left", "right", "reason"]]
