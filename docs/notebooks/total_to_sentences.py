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
import matplotlib.pyplot as plt

import extract as bc

plt.style.use("newspaper.mplstyle")
data = bc.load("../../output/demo")

# %%
money = data.money_safe
total = money[money.year == "2023"].amount_vnd.sum()
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


for row in money[money.year == "2023"].itertuples():
    print(f"{row.amount_vnd:>13,}  {sentence(row.page_id, row.start, row.end)}\n")

# %% [markdown]
# ## What is not in it
#
# From all mentions of money to the total: one bar a reason.

# %%
REASONS = {
    "each": "Giá của một đơn vị",
    "planned": "Kế hoạch",
    "plan": "Kế hoạch để so",
    "norm": "Định mức",
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
# `baocao audit` tells the same in đồng, by indicator, place or time, and `baocao report` makes pages in which each total leads
# to its sentences.
