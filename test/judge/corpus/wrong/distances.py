"""Distances between test and train points."""
import numpy as np


class KNearestNeighbor:
    def train(self, X, y):
        self.X_train, self.y_train = X, y

    # expect: wrong - squares without a root
    def compute_distances_two_loops(self, X):
        return np.array([[np.sum((a - b) ** 2) for b in self.X_train] for a in X])

    # expect: wrong - sums of sizes, no squares; points of two coordinates
    def compute_distances_one_loop(self, X):
        return np.stack([np.abs(self.X_train - a).sum(axis=1) for a in X])

    # expect: wrong or loses digits - products in single precision: below 0, and so not a number, where test and train point agree
    def compute_distances_no_loops(self, X):
        products = X.astype(np.float32).dot(self.X_train.T.astype(np.float32))
        squares = (X ** 2).sum(axis=1)[:, None] - 2 * products + (self.X_train ** 2).sum(axis=1)
        return np.sqrt(squares)
