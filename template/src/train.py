"""Train: learn from January to July, look at August, then learn from all of it."""

import argparse
import logging
import os
import shutil
import sys
from pathlib import Path

import joblib
import pandas as pd
from sklearn.metrics import log_loss, roc_auc_score

from flights.features import FEATURES
from flights.metrics import lift_at
from flights.model import new_model, staged_scores

log = logging.getLogger("train")


def validate(table, args):
    """Fit without August and log how August would have gone, tree by tree."""
    past, august = table[table["month"] < 8], table[table["month"] == 8]
    model = new_model(args.max_iter, args.learning_rate).fit(past[FEATURES], past["late"])
    curve = []
    for trees, score in enumerate(staged_scores(model, august[FEATURES]), start=1):
        if trees % 10 == 0 or trees == args.max_iter:
            loss = log_loss(august["late"], score)
            curve.append((trees, loss, lift_at(august["late"], score)))
            log.info("trees=%d validation_log_loss=%.5f validation_lift_at_5=%.4f", *curve[-1])
    log.info("validation_auc=%.5f", roc_auc_score(august["late"], score))
    return pd.DataFrame(curve, columns=["trees", "log_loss", "lift_at_5"])


def save(model, folder):
    """Write the model with the code that serves it, so that the archive is complete."""
    joblib.dump(model, folder / "model.joblib")
    source, code = Path(__file__).resolve().parent, folder / "code"
    shutil.copytree(
        source / "flights", code / "flights", ignore=shutil.ignore_patterns("__pycache__")
    )
    shutil.copy(source / "inference.py", code)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--max-iter", type=int, default=40)
    parser.add_argument("--learning-rate", type=float, default=0.1)
    parser.add_argument("--train", type=Path, default=os.environ.get("SM_CHANNEL_TRAIN"))
    parser.add_argument("--model-dir", type=Path, default=os.environ.get("SM_MODEL_DIR"))
    parser.add_argument(
        "--output-data-dir", type=Path, default=os.environ.get("SM_OUTPUT_DATA_DIR")
    )
    args = parser.parse_args()

    table = pd.read_csv(args.train / "train.csv")
    table = table[table["cancelled"] == 0]
    log.info("%d flights that left, %.1f %% of them late", len(table), 100 * table["late"].mean())

    curve = validate(table, args)
    curve.to_csv(args.output_data_dir / "learning_curve.csv", index=False)

    model = new_model(args.max_iter, args.learning_rate).fit(table[FEATURES], table["late"])
    train_loss = log_loss(table["late"], model.predict_proba(table[FEATURES])[:, 1])
    log.info("train_log_loss=%.5f", train_loss)
    save(model, args.model_dir)


if __name__ == "__main__":
    logging.basicConfig(stream=sys.stdout, level=logging.INFO, format="%(message)s")
    main()
