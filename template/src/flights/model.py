"""The model: gradient-boosted trees over the features, categories encoded inside."""

import numpy as np
from sklearn.compose import ColumnTransformer
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OrdinalEncoder

from flights.features import CATEGORICAL, SCHEDULE, WEATHER


def new_model(max_iter=40, learning_rate=0.1):
    """An unfitted pipeline that takes a frame with FEATURES; a new airport is a missing value."""
    encode = ColumnTransformer(
        [
            (
                "categories",
                OrdinalEncoder(handle_unknown="use_encoded_value", unknown_value=np.nan),
                CATEGORICAL,
            ),
            ("numbers", "passthrough", SCHEDULE + WEATHER),
        ]
    )
    trees = HistGradientBoostingClassifier(
        max_iter=max_iter,
        learning_rate=learning_rate,
        categorical_features=list(range(len(CATEGORICAL))),
        early_stopping=False,
        random_state=0,
    )
    return make_pipeline(encode, trees)


def staged_scores(model, frame):
    """The score after 1, 2, 3 ... trees: what a learning curve is drawn from."""
    encode, trees = model[:-1], model[-1]
    for proba in trees.staged_predict_proba(encode.transform(frame)):
        yield proba[:, 1]
