import json

import joblib
import numpy as np
import pytest

import inference
from flights import features
from flights.model import new_model, staged_scores


@pytest.fixture
def table(flights, weather):
    return features.build(flights, weather)


@pytest.fixture
def model(table):
    return new_model(max_iter=5).fit(table[features.FEATURES], table["late"])


def test_the_same_data_makes_the_same_model(table, model):
    again = new_model(max_iter=5).fit(table[features.FEATURES], table["late"])
    rows = table[features.FEATURES]
    assert np.array_equal(model.predict_proba(rows), again.predict_proba(rows))


def test_an_unknown_airport_is_no_error(table, model):
    rows = table[features.FEATURES].assign(dest="XXX", carrier="ZZ")
    assert np.isfinite(model.predict_proba(rows)).all()


def test_the_last_stage_is_the_model(table, model):
    rows = table[features.FEATURES]
    stages = list(staged_scores(model, rows))
    assert len(stages) == 5
    assert np.allclose(stages[-1], model.predict_proba(rows)[:, 1])


def test_serving_gives_the_same_scores(table, model, tmp_path):
    joblib.dump(model, tmp_path / "model.joblib")
    served = inference.model_fn(str(tmp_path))
    expected = model.predict_proba(table[features.FEATURES])[:, 1]
    as_csv = inference.input_fn(table.to_csv(index=False), "text/csv")
    assert np.allclose(inference.predict_fn(as_csv, served), expected)
    as_json = inference.input_fn(table.to_json(orient="records").encode(), "application/json")
    assert np.allclose(inference.predict_fn(as_json, served), expected)


def test_serving_names_what_is_missing(table):
    rows = table[features.FEATURES].drop(columns="dest").to_dict(orient="records")
    with pytest.raises(ValueError, match="dest"):
        inference.input_fn(json.dumps(rows[:1], default=str), "application/json")
    with pytest.raises(ValueError, match="text/csv or application/json"):
        inference.input_fn("", "image/png")
