"""Prepare: read the raw tables, build the features, split by month."""

import argparse
import logging
import sys
from pathlib import Path

import pandas as pd

from flights import features

log = logging.getLogger("prepare")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--late-minutes", type=int, default=30)
    parser.add_argument("--raw", type=Path, default="/opt/ml/processing/raw")
    parser.add_argument("--out", type=Path, default="/opt/ml/processing/out")
    args = parser.parse_args()

    flights = pd.read_csv(args.raw / "flights.csv.zip")
    weather = pd.read_csv(args.raw / "weather.csv")
    log.info("read %d flights and %d hours of weather", len(flights), len(weather))

    table = features.build(flights, weather, args.late_minutes)
    for name, part in features.split(table).items():
        folder = args.out / name
        folder.mkdir(parents=True, exist_ok=True)
        part.to_csv(folder / (name + ".csv"), index=False)
        log.info(
            "%s: %d flights, %.1f %% leave %d or more minutes late, %.1f %% cancelled",
            name,
            len(part),
            100 * part["late"].mean(),
            args.late_minutes,
            100 * part["cancelled"].mean(),
        )


if __name__ == "__main__":
    logging.basicConfig(stream=sys.stdout, level=logging.INFO, format="%(message)s")
    main()
