"""Evaluate: rank September's departures by the model and by the baseline, and compare."""

import argparse
import io
import json
import logging
import sys
import tarfile
from pathlib import Path

import joblib
import pandas as pd

from flights.features import FEATURES, IDENTITY
from flights.metrics import carrier_hour_rate, late_among_top, lift_at, lift_at_each_day

log = logging.getLogger("evaluate")
SHARE = 0.05  # what the standby crews can cover


def load_model(archive):
    with tarfile.open(archive) as tar:
        member = next(one for one in tar if Path(one.name).name == "model.joblib")
        return joblib.load(io.BytesIO(tar.extractfile(member).read()))


def compare(september, score, baseline):
    """The figures that the gate and the registry look at."""
    late, day = september["late"], september["day"]
    caught, places = late_among_top(late, score, SHARE)
    baseline_caught, _ = late_among_top(late, baseline, SHARE)
    lift, baseline_lift = lift_at(late, score, SHARE), lift_at(late, baseline, SHARE)
    result = {
        "departures": len(late),
        "late": int(late.sum()),
        "late_rate": float(late.mean()),
        "standby_places": places,
        "late_caught": caught,
        "baseline_late_caught": baseline_caught,
        "lift_at_5": lift,
        "baseline_lift_at_5": baseline_lift,
        "ratio": lift / baseline_lift,
        "lift_at_5_each_day": lift_at_each_day(late, score, day, SHARE),
        "baseline_lift_at_5_each_day": lift_at_each_day(late, baseline, day, SHARE),
    }
    return {name: round(value, 4) for name, value in result.items()}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, default="/opt/ml/processing/model")
    parser.add_argument("--train", type=Path, default="/opt/ml/processing/train")
    parser.add_argument("--september", type=Path, default="/opt/ml/processing/september")
    parser.add_argument("--out", type=Path, default="/opt/ml/processing/evaluation")
    args = parser.parse_args()

    model = load_model(args.model / "model.tar.gz")
    september = pd.read_csv(args.september / "september.csv")
    train = pd.read_csv(args.train / "train.csv", usecols=["carrier", "hour", "cancelled", "late"])
    score = model.predict_proba(september[FEATURES])[:, 1]
    baseline = carrier_hour_rate(train[train["cancelled"] == 0], september)

    result = compare(september, score, baseline)
    args.out.mkdir(parents=True, exist_ok=True)
    (args.out / "evaluation.json").write_text(json.dumps({"september": result}, indent=2) + "\n")
    top = september.assign(score=score).nlargest(int(result["standby_places"]), "score")
    columns = IDENTITY + ["carrier", "origin", "dest", "score", "late", "cancelled"]
    top[columns].to_csv(args.out / "standby.csv", index=False)

    log.info(
        "%d standby crews for %d departures: %d late flights caught, by carrier and hour %d",
        result["standby_places"],
        result["departures"],
        round(result["late_caught"]),
        round(result["baseline_late_caught"]),
    )
    log.info(
        "lift_at_5=%.3f baseline_lift_at_5=%.3f ratio=%.3f",
        result["lift_at_5"],
        result["baseline_lift_at_5"],
        result["ratio"],
    )


if __name__ == "__main__":
    logging.basicConfig(stream=sys.stdout, level=logging.INFO, format="%(message)s")
    main()
