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
# # Money by activity, with intervals
#
# A text that says "11,5 triệu đồng" may mean anything from 11,45 to 11,55; "gần 30 triệu đồng" is less than 30. Each row of
# `money` has this interval, `low_vnd` to `high_vnd`. The interval of a sum runs from the sum of the lows to that of the highs.

# %%
from pathlib import Path

import matplotlib.pyplot as plt

import extract as bc

HERE = Path(globals().get("__file__", "")).parent  # of this script; a notebook runs in its folder
plt.style.use(HERE / "newspaper.mplstyle")
data = bc.load(HERE / "../../output/demo")

# %% [markdown]
# `money_safe` has every amount once: no plans, no prices of one thing, no parts of other amounts, nothing said twice.

# %%
money = data.money_safe
print(money.attrs["left_out"])
sums = money.groupby("indicator").agg(
    amounts=("amount_vnd", "size"),
    vnd=("amount_vnd", "sum"),
    low=("low_vnd", "sum"),
    high=("high_vnd", lambda highs: highs.sum(skipna=False)),
)
sums = sums.join(data.indicators.set_index("indicator")[["vi", "family"]]).sort_values("vnd")
sums

# %% [markdown]
# Empty `high` means that one amount has no limit ("hơn 67 tỷ đồng"): so has the sum.
#
# Budgets and production are of another size than activities; the chart has the activities.

# %%
ACTIVITIES = ["house", "road", "works", "gift", "card", "scholarship", "fund", "campaign", "aid", "education"]
shown = sums[sums.family.isin(ACTIVITIES) & (sums.vnd > 0)]
million = shown[["vnd", "low", "high"]].astype("Float64") / 1e6


def told(value: float) -> str:
    """A number as Vietnamese newspapers write it."""
    return f"{value:,.1f}".translate(str.maketrans(",.", ".,")).removesuffix(",0")


def interval(low: float, high: float) -> str:
    ends = dict.fromkeys((told(low), told(high)))  # one, where they differ by less than is shown
    return "–".join(ends)


figure, axes = plt.subplots(figsize=(8, 0.42 * len(shown) + 1.6))
names = shown.vi.str[:1].str.upper() + shown.vi.str[1:]
bars = axes.barh(names, million.vnd.astype(float), color="#7fb0d6")
below, above = (million.vnd - million.low).astype(float), (million.high - million.vnd).fillna(0).astype(float)
axes.errorbar(million.vnd.astype(float), names, xerr=[below, above], fmt="none", ecolor="#1f3d5a", capsize=4)
axes.bar_label(bars, [interval(low, high) for low, high in zip(million.low, million.high, strict=True)], padding=10)
axes.set_xlim(right=float(million.vnd.max()) * 1.25)
axes.xaxis.set_major_formatter(lambda value, _: told(value))
axes.set_title("Tiền theo hoạt động, với khoảng mà cách viết cho phép")
axes.set_xlabel("Triệu đồng; chỉ kết quả đã đạt, mỗi khoản tính một lần")
plt.show()

# %% [markdown]
# ## The same in DuckDB

# %%
data.duckdb().sql(
    "SELECT indicator, count(*) AS amounts, sum(amount_vnd) AS vnd FROM money_safe GROUP BY indicator ORDER BY vnd DESC LIMIT 8"
).df()
