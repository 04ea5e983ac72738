"""How many steps each shape has, and how many of them may run at once, in every tool."""

import os

CHAIN, FAN = 40, 500
STEPS = {"one": 1, "chain": CHAIN, "fan": FAN}
WORKERS = os.cpu_count()  # Slipway's default
