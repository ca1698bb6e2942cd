"""``python -m extract.cli`` is ``baocao``."""

from extract.cli.app import main

main()
