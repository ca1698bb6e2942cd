"""For people who write rules: what there is (``listing``), a first draft (``draft``), what no rule reads (``gaps``)."""
