"""A small, made-up week of flights, so that the tests need no data and no AWS."""

import sys

import pandas as pd
import pytest

# The SDK uploads src/ as it finds it: leave no compiled files there.
sys.dont_write_bytecode = True


@pytest.fixture
def flights():
    rows = []
    for day in range(1, 8):
        for number, (hour, carrier, dest) in enumerate(
            [(6, "AA", "MIA"), (6, "UA", "ORD"), (17, "AA", "ORD"), (17, "AA", "MIA")]
        ):
            rows.append(
                {
                    "year": 2013,
                    "month": 7,
                    "day": day,
                    "hour": hour,
                    "flight": 100 + number,
                    "carrier": carrier,
                    "origin": "JFK",
                    "dest": dest,
                    "distance": 1089 if dest == "MIA" else 740,
                    "sched_dep_time": hour * 100 + 15,
                    "sched_arr_time": (hour + 3) * 100,
                    "time_hour": f"2013-07-{day:02d}T{hour + 4:02d}:00:00Z",
                    "dep_time": hour * 100 + 20.0,
                    "dep_delay": 45.0 if hour == 17 and day == 3 else 5.0,
                    "arr_time": (hour + 3) * 100.0,
                    "arr_delay": 0.0,
                    "air_time": 150.0,
                    "tailnum": "N1",
                }
            )
    return pd.DataFrame(rows)


@pytest.fixture
def weather():
    rows = []
    for day in range(1, 8):
        for hour in range(24):
            rows.append(
                {
                    "origin": "JFK",
                    "time_hour": f"2013-07-{day:02d}T{hour:02d}:00:00Z",
                    "temp": 70.0,
                    "dewp": 60.0,
                    "humid": 70.0,
                    "wind_dir": 180.0,
                    "wind_speed": 10.0,
                    "wind_gust": 20.0 + day if hour == 21 else float("nan"),
                    "precip": 0.5 if (day, hour) == (3, 19) else 0.0,
                    "pressure": 1012.0,
                    "visib": 1.0 if (day, hour) == (3, 19) else 10.0,
                }
            )
    return pd.DataFrame(rows)
