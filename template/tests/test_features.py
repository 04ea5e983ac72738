import numpy as np
import pandas as pd

from flights import features


def row(table, day, flight):
    return table[(table["day"] == day) & (table["flight"] == flight)].iloc[0]


def test_one_row_for_every_scheduled_departure(flights, weather):
    table = features.build(flights, weather)
    assert len(table) == len(flights)
    assert list(table.columns) == features.COLUMNS


def test_late_means_thirty_minutes_or_more(flights, weather):
    flights.loc[0, "dep_delay"] = 30
    flights.loc[1, "dep_delay"] = 29
    late = features.build(flights, weather)["late"]
    assert (late[0], late[1]) == (1, 0)
    assert features.build(flights, weather, late_minutes=31)["late"][0] == 0


def test_a_cancelled_flight_is_marked_and_not_late(flights, weather):
    flights.loc[0, "dep_delay"] = np.nan
    table = features.build(flights, weather)
    assert (table["cancelled"][0], table["late"][0]) == (1, 0)
    assert table["cancelled"].sum() == 1


def test_nothing_measured_after_push_back_reaches_a_feature(flights, weather):
    before = features.build(flights, weather)[features.FEATURES]
    for name in ["dep_time", "dep_delay", "arr_time", "arr_delay", "air_time"]:
        flights[name] = 9999.0
    flights["tailnum"] = None
    pd.testing.assert_frame_equal(before, features.build(flights, weather)[features.FEATURES])


def test_weather_after_the_scheduled_hour_reaches_no_feature(flights, weather):
    before = features.build(flights, weather)
    weather.loc[weather["time_hour"] > "2013-07-07T10:00:00Z", "precip"] = 9.0
    after = features.build(flights, weather)
    pd.testing.assert_series_equal(row(before, 7, 100), row(after, 7, 100))
    assert row(after, 7, 102)["precip"] == 9.0


def test_the_worst_of_the_last_four_hours(flights, weather):
    table = features.build(flights, weather)
    wet = row(table, 3, 102)  # leaves at 21 UTC; the shower was at 19 UTC
    assert (wet["precip"], wet["precip_4h"]) == (0.0, 0.5)
    assert (wet["visib"], wet["visib_4h"]) == (10.0, 1.0)
    assert row(table, 2, 102)["precip_4h"] == 0.0


def test_an_impossible_wind_is_no_wind_reading(weather):
    weather.loc[5, "wind_speed"] = 1048.0
    assert np.isnan(features.weather_by_hour(weather)["wind_speed"][5])


def test_the_schedule(flights, weather):
    flights.loc[3, "sched_arr_time"] = 30  # arrives after midnight
    table = features.build(flights, weather)
    evening = row(table, 1, 102)  # 1 July 2013 was a Monday
    assert evening["minute_of_day"] == 17 * 60 + 15
    assert evening["day_of_week"] == 0
    assert evening["departures_this_hour"] == 2
    assert evening["departures_this_day"] == 4
    assert row(table, 1, 100)["carrier_departures_this_hour"] == 1
    assert row(table, 1, 103)["scheduled_minutes"] == 24 * 60 + 30 - (17 * 60 + 15)


def test_missing_weather_is_a_missing_value_not_a_missing_flight(flights, weather):
    table = features.build(flights, weather[weather["time_hour"] < "2013-07-05"])
    assert len(table) == len(flights)
    assert np.isnan(row(table, 6, 100)["temp"])


def test_the_months_do_not_overlap():
    parts = features.split(pd.DataFrame({"month": range(1, 13)}))
    assert {name: list(part["month"]) for name, part in parts.items()} == {
        "train": [1, 2, 3, 4, 5, 6, 7, 8],
        "september": [9],
        "later": [10, 11, 12],
    }
