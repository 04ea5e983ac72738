"""How well a ranking spends the standby crews, and the baseline that a model has to beat."""

import numpy as np


def late_among_top(late, score, share=0.05):
    """Late flights among the `share` with the highest scores, and how many flights those are.

    Where flights tie at the edge, as they do under a coarse baseline, each of them counts with
    the chance of being drawn: the order of the rows must not decide.
    """
    late = np.asarray(late, dtype=float)
    score = np.asarray(score, dtype=float)
    if late.size == 0 or late.size != score.size:
        raise ValueError("late and score must be of one length and not empty")
    places = share * late.size
    edge = np.sort(score)[::-1][int(np.ceil(places)) - 1]
    above, tied = score > edge, score == edge
    caught = late[above].sum() + late[tied].mean() * (places - above.sum())
    return float(caught), float(places)


def lift_at(late, score, share=0.05):
    """Late rate among the top `share`, over the late rate of all: 1.0 is chance."""
    rate = float(np.mean(late))
    if rate == 0:
        raise ValueError("no flight is late: the lift has no meaning")
    caught, places = late_among_top(late, score, share)
    return caught / places / rate


def lift_at_each_day(late, score, day, share=0.05):
    """The same, with the same share of every day: no crews saved up for the stormy ones."""
    late, score, day = np.asarray(late), np.asarray(score), np.asarray(day)
    caught = sum(
        late_among_top(late[day == one], score[day == one], share)[0] for one in np.unique(day)
    )
    return caught / (share * late.size) / float(late.mean())


def carrier_hour_rate(train, flights, weight=20):
    """The baseline: the late rate of the flight's carrier at its scheduled hour, from training.

    Rates are drawn towards the overall rate as if by `weight` flights more, else a carrier with
    one flight at that hour would top the list. That makes the baseline a little stronger.
    """
    overall = train["late"].mean()
    cells = train.groupby(["carrier", "hour"])["late"].agg(["sum", "size"])
    rate = (cells["sum"] + weight * overall) / (cells["size"] + weight)
    joined = flights[["carrier", "hour"]].join(rate.rename("rate"), on=["carrier", "hour"])
    return joined["rate"].fillna(overall).to_numpy()
