"""Periods told from the time of the page: "năm ngoái", "năm học vừa qua", "3 năm qua", "từ đầu năm đến nay"."""
