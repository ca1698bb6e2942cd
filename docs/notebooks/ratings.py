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
# # Ratings over the years
#
# Self-managed groups and residential groups are rated every year: strong or good, fair, average, weak. Scales have different
# words for their best level (`vững mạnh`, `tốt`); `level_rank` puts them side by side, 1 the best.

# %%
from pathlib import Path

import matplotlib.pyplot as plt

import extract as bc

HERE = Path(globals().get("__file__", "")).parent  # of this script; a notebook runs in its folder
plt.style.use(HERE / "newspaper.mplstyle")
data = bc.load(HERE / "../../output/demo")

# %%
rows = data.ratings_safe  # results that count once, with their page
print(rows.attrs["left_out"])
rows = rows[rows.group_kind.isin(["self_managed_team", "residential_group"]) & rows.scale.isin(["strong", "good"])]
rows[["commune", "group", "period", "level", "level_code", "count", "group_total"]]

# %% [markdown]
# The last part of `level_code` is the level. A level that a text does not name is no row; "không có tổ yếu kém" is a row
# with the count 0.

# %%
LEVELS = {
    "strong": "Vững mạnh, tốt",
    "good": "Vững mạnh, tốt",
    "fair": "Khá",
    "average": "Trung bình",
    "weak": "Yếu kém",
}
level = rows.level_code.str.split(".").str[-1].map(LEVELS)
counts = rows.groupby(["period", "commune", level])["count"].sum().unstack(fill_value=0).astype(int)
counts = counts.reindex(columns=list(dict.fromkeys(LEVELS.values())), fill_value=0)
counts

# %%
total = counts.sum(axis=1)
share = counts.div(total, axis=0) * 100
bars = [
    f"{year}\n{commune}\n({groups} tổ)" for (year, commune), groups in zip(total.index.tolist(), total, strict=True)
]
colors = ["#1f5a8a", "#7fb0d6", "#e0c27a", "#a33b3b"]

figure, axes = plt.subplots(figsize=(8, 5))
bottom = share.iloc[:, 0] * 0
for name, color in zip(share.columns, colors, strict=True):
    drawn = axes.bar(bars, share[name], bottom=bottom, color=color, width=0.55, label=name)
    inside = [f"{value:.0f}%" if value >= 5 else "" for value in share[name]]
    axes.bar_label(drawn, inside, label_type="center", color="white" if color in {"#1f5a8a", "#a33b3b"} else "black")
    bottom = bottom + share[name]
axes.grid(visible=False)
axes.set_yticks([])
axes.set_title("Xếp loại tổ tự quản, tổ dân phố qua các năm", pad=36)
axes.legend(loc="lower left", bbox_to_anchor=(-0.01, 1.0), ncols=4, handlelength=1, handleheight=1)
plt.show()

# %% [markdown]
# Each bar is one commune in the samples: it shows how to draw the chart, and not how ratings changed. With an archive of one
# district, leave `commune` out of the `groupby`.
#
# ## Do the levels add up to the number of groups?

# %%
data.checks.loc[data.checks.kind == "ratings_sum", ["left", "right", "outcome", "reason"]]
