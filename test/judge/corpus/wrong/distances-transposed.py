"""Distances with rows and columns or axes exchanged."""
import numpy as np


class KNearestNeighbor:
    def train(self, X, y):
        self.X_train, self.y_train = X, y

    # expect: wrong shape or wrong - train points in rows; 3 tests and 4 train points, or 3 and 3
    def compute_distances_two_loops(self, X):
        return np.array([[np.sqrt(np.sum((a - b) ** 2)) for a in X] for b in self.X_train])

    # expect: raises or wrong - the sum runs over train points; 4 train points of 2 coordinates
    def compute_distances_one_loop(self, X):
        dists = np.zeros((len(X), len(self.X_train)))
        for i, a in enumerate(X):
            dists[i] = np.sqrt(((self.X_train - a) ** 2).sum(axis=0))
        return dists

    # expect: wrong - the product of test and train points once, not twice
    def compute_distances_no_loops(self, X):
        squares = (X ** 2).sum(axis=1)[:, None] - X.dot(self.X_train.T) + (self.X_train ** 2).sum(axis=1)
        return np.sqrt(np.maximum(squares, 0))
