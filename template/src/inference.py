"""Serve the model: rows with the features in, the chance of leaving late out.

The scikit-learn serving container calls these functions; the training step packs this file
beside the model. Rows come as CSV with a header, or as a JSON list of objects.
"""

import io
import json
from pathlib import Path

import joblib
import pandas as pd

from flights.features import FEATURES


def model_fn(model_dir):
    return joblib.load(Path(model_dir) / "model.joblib")


def input_fn(body, content_type):
    text = body.decode("utf-8") if isinstance(body, (bytes, bytearray)) else body
    if content_type == "text/csv":
        rows = pd.read_csv(io.StringIO(text))
    elif content_type == "application/json":
        rows = pd.DataFrame(json.loads(text))
    else:
        raise ValueError("send text/csv or application/json, not " + str(content_type))
    missing = [name for name in FEATURES if name not in rows]
    if missing:
        raise ValueError("columns are missing: " + ", ".join(missing))
    return rows[FEATURES]


def predict_fn(rows, model):
    return model.predict_proba(rows)[:, 1]
