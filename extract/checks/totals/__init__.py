"""Parts against wholes: lists, rests, sums told before, behind and far from what they sum up."""
