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
# # From a total to its sentences
#
# Every figure knows the characters it was read from: `pages.text[start:end]` is its quote.

# %%
from pathlib import Path

import matplotlib.pyplot as plt

import extract as bc

HERE = Path(globals().get("__file__", "")).parent  # of this script; a notebook runs in its folder
plt.style.use(HERE / "newspaper.mplstyle")
data = bc.load(HERE / "../../output/demo")

# %%
money = data.money_safe
total = money[money.year == 2023].amount_vnd.sum()
print(f"{total:,} đồng in 2023")

# %% [markdown]
# ## The sentences of this total

# %%
texts = data.pages.set_index("page_id").text


def sentence(page_id: str, start: int, end: int) -> str:
    """The sentence around a figure, which stands in [brackets]."""
    text = texts[page_id]
    begin = max(text.rfind(mark, 0, start) + len(mark) for mark in ("\n", ". ", "; "))
    stops = [place for mark in ("\n", ". ", ";") if (place := text.find(mark, end)) >= 0]
    return f"{text[begin:start]}[{text[start:end]}]{text[end : min(stops, default=len(text))]}".strip()


for row in money[money.year == 2023].to_dict("records"):
    print(f"{row['amount_vnd']:>13,}  {sentence(row['page_id'], row['start'], row['end'])}\n")

# %% [markdown]
# ## What is not in it
#
# From all mentions of money to the total: one bar a reason. `money.attrs["left_out_vnd"]` has the same in đồng.

# %%
REASONS = {
    "each": "Giá của một đơn vị",
    "planned": "Kế hoạch",
    "plan": "Kế hoạch để so",
    "norm": "Định mức",
    "earlier": "Của kỳ khác, để so sánh",
    "balance": "Số dư đầu kỳ, cuối kỳ",
    "change": "Mức tăng, giảm",
    "part": "Đã nằm trong tổng khác",
    "repeated": "Trang đã nói ở chỗ khác",
    "restated": "Nhắc lại",
    "whole": "Tổng của một phần",
    "duplicate_page": "Trang trùng",
    "revised": "Bản cũ của trang đã sửa",
    "same_event": "Trang khác nói cùng sự việc",
}
left_out = {REASONS[reason]: -rows for reason, rows in money.attrs["left_out"].items()}
steps = {"Mọi khoản tiền được nêu": len(data.money), **left_out, "Được cộng": len(money)}

figure, axes = plt.subplots(figsize=(8, 0.42 * len(steps) + 1.4))
stands = 0
for name, rows in steps.items():
    begins = 0 if rows > 0 else stands + rows
    bar = axes.barh(name, abs(rows), left=begins, color="#1f5a8a" if rows > 0 else "#d98c1f")
    axes.bar_label(bar, [str(rows).replace("-", "−")], padding=4)
    stands = rows if rows > 0 else begins
axes.invert_yaxis()
axes.set_xlim(right=len(data.money) * 1.08)
axes.set_title("Từ mọi khoản tiền được nêu đến những khoản được cộng")
axes.set_xlabel("Số khoản tiền")
plt.show()

# %% [markdown]
# `data.money_judged` has all amounts, with the reason in `left_out`, and in `part_of` the amount that holds a part:

# %%
judged = data.money_judged
quotes = judged.set_index("figure_id").quote
parts = judged[judged.left_out == "part"]
parts[["quote", "title"]].assign(part_of=parts.part_of.map(quotes))

# %% [markdown]
# `baocao audit` tells the same by indicator, place or time, and `baocao report` makes pages in which each total leads to its
# sentences.
