"""What the three steps and the model server share: features, metrics, the baseline."""
