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
# # Scholarships by commune and year
#
# How many scholarships were given, where and when, and what they were worth.

# %%
from pathlib import Path

import matplotlib.pyplot as plt

import extract as bc

HERE = Path(globals().get("__file__", "")).parent  # of this script; a notebook runs in its folder
plt.style.use(HERE / "newspaper.mplstyle")
data = bc.load(HERE / "../../output/demo")

# %% [markdown]
# The view holds results alone. What it leaves out it says itself: plans, parts of other rows, what the page says twice or tells
# of another year to compare, pages that repeat another.

# %%
given = data.scholarships_by_commune
print(given.attrs["left_out"])
given

# %% [markdown]
# `amount_total_vnd` is the sum of what pages tell. Where a page tells no amount for some of its scholarships, their count is
# in `count` and nothing is in the amount: so no average is made of the two here.

# %%
shown = given.sort_values(["year", "commune"], ascending=False)
places = shown.commune + ", " + shown.year.astype(str)
amounts = [f"{million:,.1f}".translate(str.maketrans(",.", ".,")) for million in shown.amount_total_vnd / 1e6]

figure, axes = plt.subplots(figsize=(8, 0.6 * len(shown) + 1.6))
bars = axes.barh(places, shown["count"].astype(float))
notes = [f"{count} suất, {amount} triệu đồng" for count, amount in zip(shown["count"], amounts, strict=True)]
axes.bar_label(bars, notes, padding=5)
axes.set_xlim(right=shown["count"].max() * 1.6)
axes.set_title("Học bổng đã trao, theo xã, phường và năm")
axes.set_xlabel("Số suất học bổng; số tiền là tổng những khoản trang có nêu")
plt.show()

# %% [markdown]
# ## The sentences behind a bar

# %%
rows = data.scholarships_judged
rows.loc[rows.commune == shown.commune.iloc[0], ["title", "quote", "count", "amount_total_vnd", "left_out"]]
