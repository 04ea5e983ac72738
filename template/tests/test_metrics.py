import numpy as np
import pandas as pd
import pytest

from flights.metrics import carrier_hour_rate, late_among_top, lift_at, lift_at_each_day


def test_a_perfect_ranking():
    late = np.zeros(100)
    late[:10] = 1
    assert late_among_top(late, late) == (5.0, 5.0)
    assert lift_at(late, late) == pytest.approx(10.0)


def test_the_worst_ranking():
    late = np.zeros(100)
    late[:10] = 1
    assert lift_at(late, -late) == 0.0


def test_ties_count_as_drawn_by_chance_whatever_the_order():
    late = np.zeros(100)
    late[:10] = 1
    nothing_known = np.ones(100)
    assert lift_at(late, nothing_known) == pytest.approx(1.0)
    assert lift_at(late[::-1], nothing_known) == pytest.approx(1.0)


def test_ties_at_the_edge_only():
    late = np.array([1, 1, 0, 0, 0, 0, 0, 0, 0, 0])
    score = np.array([9, 5, 5, 1, 1, 1, 1, 1, 1, 1])
    # Two places: the first is certain, the second is drawn from two flights, one of them late.
    assert late_among_top(late, score, share=0.2) == (1.5, 2.0)


def test_a_part_of_a_place():
    late = np.array([1, 1, 0, 0, 0])
    assert late_among_top(late, np.array([5, 4, 3, 2, 1]), share=0.3) == (1.5, 1.5)


def test_each_day_spends_its_own_share():
    late = np.array([1, 1, 0, 0] + [0, 0, 0, 0])
    score = np.array([9, 8, 1, 1] + [7, 1, 1, 1])
    day = np.array([1, 1, 1, 1, 2, 2, 2, 2])
    assert lift_at(late, score, share=0.25) == pytest.approx(4.0)
    assert lift_at_each_day(late, score, day, share=0.25) == pytest.approx(2.0)


def test_no_meaning_is_an_error():
    with pytest.raises(ValueError):
        lift_at(np.zeros(10), np.arange(10))
    with pytest.raises(ValueError):
        lift_at(np.ones(10), np.arange(9))


def test_the_baseline_is_the_rate_of_carrier_and_hour():
    train = pd.DataFrame(
        {
            "carrier": ["AA"] * 4 + ["UA"] * 4,
            "hour": [6] * 8,
            "late": [1, 1, 1, 0, 0, 0, 0, 0],
        }
    )
    ask = pd.DataFrame({"carrier": ["UA", "AA", "ZZ"], "hour": [6, 6, 6]}, index=[7, 8, 9])
    assert carrier_hour_rate(train, ask, weight=0) == pytest.approx([0.0, 0.75, 0.375])
    assert carrier_hour_rate(train, ask, weight=4) == pytest.approx([0.1875, 0.5625, 0.375])
