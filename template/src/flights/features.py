"""From the raw tables to one row per scheduled departure.

Every feature is known before the flight leaves: the published schedule of that day, and the
weather at the origin up to the scheduled hour. Observed weather stands in for a forecast here;
a real forecast is less certain, so live results will be somewhat worse.

Left out on purpose: anything measured after push-back (departure, arrival and air times), and
the tail number, which is the aircraft that flew in the end and is blank for many cancellations.
"""

import numpy as np
import pandas as pd

LABEL = "late"
CATEGORICAL = ["carrier", "origin", "dest"]
SCHEDULE = [
    "minute_of_day",
    "day_of_week",
    "distance",
    "scheduled_minutes",
    "departures_this_hour",
    "departures_this_day",
    "carrier_departures_this_hour",
]
WEATHER = [
    "temp",
    "dewp",
    "humid",
    "wind_dir",
    "wind_speed",
    "wind_gust",
    "precip",
    "pressure",
    "visib",
    "precip_4h",
    "visib_4h",
    "wind_speed_4h",
]
FEATURES = CATEGORICAL + SCHEDULE + WEATHER
IDENTITY = ["month", "day", "hour", "flight"]
COLUMNS = IDENTITY + FEATURES + ["cancelled", LABEL]


def weather_by_hour(weather):
    """One row per origin and hour: the readings, and the worst of the last four hours."""
    weather = weather[["origin", "time_hour"] + WEATHER[:9]].copy()
    # Winds of 1,000 mph are typing errors. No gust reported stays missing: no gust.
    weather.loc[weather["wind_speed"] > 200, "wind_speed"] = np.nan
    weather["time"] = pd.to_datetime(weather["time_hour"], utc=True)
    weather = weather.drop_duplicates(["origin", "time"]).sort_values(["origin", "time"])
    last = weather.set_index("time").groupby("origin").rolling(pd.Timedelta(hours=4), min_periods=1)
    # The groups come back in the order of the sorted rows, so their values line up.
    weather["precip_4h"] = last["precip"].sum().to_numpy()
    weather["visib_4h"] = last["visib"].min().to_numpy()
    weather["wind_speed_4h"] = last["wind_speed"].max().to_numpy()
    return weather.drop(columns="time")


def minutes(hhmm):
    """Minutes after midnight of a clock time written as 517 for 5:17."""
    return hhmm // 100 * 60 + hhmm % 100


def build(flights, weather, late_minutes=30):
    """The table that the steps pass on: COLUMNS, one row per scheduled departure.

    A cancelled flight has no departure delay. It counts as not late: it never leaves, and a
    standby crew that waits for it waits in vain. Its row says `cancelled`, so that training can
    leave it out while the ranking keeps it: nobody knows in advance which flights those are.
    """
    table = flights.merge(weather_by_hour(weather), on=["origin", "time_hour"], how="left")
    date = ["month", "day"]
    table["minute_of_day"] = minutes(table["sched_dep_time"])
    since_a_monday = pd.to_datetime(table[["year"] + date]) - pd.Timestamp(2012, 12, 31)
    table["day_of_week"] = since_a_monday.dt.days % 7
    # Local times at both ends; the shift between time zones is the same for every flight to dest.
    table["scheduled_minutes"] = (minutes(table["sched_arr_time"]) - table["minute_of_day"]) % 1440

    def departures(*keys):
        return table.groupby(["origin"] + date + list(keys))["flight"].transform("size")

    table["departures_this_hour"] = departures("hour")
    table["departures_this_day"] = departures()
    table["carrier_departures_this_hour"] = departures("hour", "carrier")
    table["cancelled"] = table["dep_delay"].isna().astype(int)
    table[LABEL] = (table["dep_delay"] >= late_minutes).astype(int)
    return table[COLUMNS]


def split(table):
    """January to August for training, September for the gate, the rest as later traffic."""
    month = table["month"]
    return {
        "train": table[month <= 8],
        "september": table[month == 9],
        "later": table[month >= 10],
    }
