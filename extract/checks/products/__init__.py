"""Numbers times prices, areas times yields, amounts shared out on average."""
