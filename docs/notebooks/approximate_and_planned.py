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
# # Approximate and planned figures
#
# Two questions that decide whether a figure may be in a sum: *has it happened* (`status`), and *how exactly is it told*
# (`comparator`, `low_vnd`, `high_vnd`).

# %%
from pathlib import Path

import matplotlib.pyplot as plt

import extract as bc

HERE = Path(globals().get("__file__", "")).parent  # of this script; a notebook runs in its folder
plt.style.use(HERE / "newspaper.mplstyle")
data = bc.load(HERE / "../../output/demo")

# %% [markdown]
# ## What has happened
#
# `achieved` is a result, `planned` a plan, a target or a request, `norm` a standing rate. Sum `achieved` alone.

# %%
figures = data.figures_judged  # all of them; data.figures_with_page has the results alone
figures[figures.status == "planned"][["title", "quote", "noun", "unit", "indicator"]].head(8)

# %% [markdown]
# A fraction such as "40/38 ha" is two figures: the result, and the plan it is set against (`role`).

# %%
figures.groupby(["role", "status"]).size().unstack(fill_value=0)

# %% [markdown]
# ## How exactly it is told

# %%
money = data.money_safe
money[money.comparator != "eq"][["quote", "comparator", "low_vnd", "high_vnd"]]

# %% [markdown]
# Three ways to go on, from the strictest:
#
# 1. leave out what is not exact: `money[money.comparator == "eq"]`;
# 2. take all, and give the interval beside the sum;
# 3. take all, and give the share that is approximate.

# %%
exact = money[money.comparator == "eq"].amount_vnd.sum()
every = money.amount_vnd.sum()
low = money.low_vnd.sum()
print(f"exact {exact:,}  all {every:,}  at least {low:,}  approximate {1 - exact / every:.0%}")

# %%
NAMES = {"achieved": "Đã đạt", "planned": "Kế hoạch", "norm": "Định mức"}
EXACT = {True: "Nêu chính xác", False: "Ước chừng, khoảng"}
kinds = data.money.assign(exact=(data.money.comparator == "eq").map(EXACT), state=data.money.status.map(NAMES))
counts = (
    kinds.groupby(["state", "exact"]).size().unstack(fill_value=0).reindex(list(NAMES.values()), fill_value=0)[::-1]
)

figure, axes = plt.subplots(figsize=(8, 3.2))
left = counts.iloc[:, 0] * 0
for name, color in (("Nêu chính xác", "#1f5a8a"), ("Ước chừng, khoảng", "#d98c1f")):
    bars = axes.barh(counts.index, counts[name], left=left, color=color, label=name, height=0.6)
    axes.bar_label(
        bars, [str(count) if count > 2 else "" for count in counts[name]], label_type="center", color="white"
    )
    left = left + counts[name]
axes.set_title("Số tiền trong văn bản: đã đạt hay kế hoạch, chính xác hay ước chừng")
axes.set_xlabel("Số khoản tiền được nêu")
axes.legend(loc="lower right")
plt.show()
