"""Along which axes do opinions differ, and how many of them are more than noise?

Method: eigenvectors of the pairwise-complete covariance. Its diagonal holds each statement's own noise
beside what it shares with others, so it is replaced by the shared part (principal-axis factoring); an
axis is kept if its eigenvalue is above what votes drawn anew bring about (parallel analysis, Horn 1965).
Cost: one eigendecomposition of a matrix statements x statements, and one for each draw of noise.
"""

from dataclasses import dataclass, replace

import numpy as np

from ledstjarna.engines.opinion.pairs import Common, Counted, common_ground, noise_edge
from ledstjarna.engines.opinion.votes import Floats, Ints

MOST = 8
ROUNDS = 3
MARGIN = 1.05
NOISE_FLOOR = 0.05
"""No statement is believed to say more precisely where a person stands (variance of a vote)."""


@dataclass(frozen=True, slots=True)
class Axes:
    """Axes in order of weight; at least two are computed for drawing, where there are that many statements.

    `loading` (statements x axes): change of a vote per standard deviation along the axis. `explained`: share
    of all variance. `kept`: how many of them stand above the noise. `mean`, `noise` (per statement): its
    mean vote, and the variance of a vote that no axis explains. `edge`: the eigenvalue noise would reach.
    `weight`: votes per standard deviation along each axis, never quite 0.
    """

    loading: Floats
    explained: Floats
    kept: int
    mean: Floats
    noise: Floats
    edge: float
    weight: Floats

    def told(self, place: Ints) -> "Axes":
        """The same axes in other numbers of statements, given the place of each in these."""
        return replace(self, loading=self.loading[place], mean=self.mean[place], noise=self.noise[place])


def _spectrum(matrix: Floats) -> tuple[Floats, Floats]:
    """The `MOST` largest eigenvalues, falling, and their vectors as columns."""
    value, vector = np.linalg.eigh(matrix)
    return value[::-1][:MOST], vector[:, ::-1][:, :MOST]


def _refined(matrix: Floats, vector: Floats) -> tuple[Floats, Floats]:
    """The spectrum of a matrix that changed a little, by one round of block power iteration."""
    basis, _ = np.linalg.qr(matrix @ vector)
    value, turn = np.linalg.eigh(basis.T @ matrix @ basis)
    return value[::-1], basis @ turn[:, ::-1]


def signed(loading: Floats) -> Floats:
    """Each axis (a column) turned so that the statements pulling hardest pull towards its positive end."""
    turn = np.where((loading**3).sum(axis=0) < 0, -1.0, 1.0)
    return loading * turn


def hollow_spectrum(common: Common) -> tuple[Floats, Floats]:
    """Eigenvalues and vectors of the covariance without its diagonal."""
    hollow = common.covariance.copy()
    np.fill_diagonal(hollow, 0)
    return _spectrum(hollow)


def _factored(common: Common, spectrum: tuple[Floats, Floats], count: int) -> Floats:
    """Loadings of `count` axes; those with nothing shared are 0."""
    value, vector = spectrum
    filled = common.covariance.copy()
    for _ in range(ROUNDS):
        shared = (vector[:, :count] ** 2 * np.maximum(value[:count], 0)).sum(axis=1)
        np.fill_diagonal(filled, np.minimum(shared, common.variance))
        value, vector = _refined(filled, vector)
    return signed(vector[:, :count] * np.sqrt(np.maximum(value[:count], 0)))


def axes_of(common: Common, spectrum: tuple[Floats, Floats], *, count: int, kept: int, edge: float) -> Axes:
    """The `count` heaviest axes of a covariance, of which `kept` are said to be above the noise."""
    loading = _factored(common, spectrum, count)
    whole = float(common.variance.sum())
    shared = (loading**2).sum(axis=1)
    explained = (loading**2).sum(axis=0) / whole if whole > 0 else np.zeros(count)
    noise = np.maximum(common.variance - shared, NOISE_FLOOR)
    weight = np.maximum(np.sqrt((loading**2).sum(axis=0)), 1e-9)
    return Axes(loading, explained, kept, common.mean, noise, edge, weight)


def followed(axes: Axes, common: Common) -> Axes:
    """The same axes after the covariance changed a little: as many, and each turned as it was."""
    count = axes.loading.shape[1]
    hollow = common.covariance.copy()
    np.fill_diagonal(hollow, 0)
    spectrum = (axes.weight, axes.loading / axes.weight)
    for _ in range(ROUNDS):
        spectrum = _refined(hollow, spectrum[1])
    now = axes_of(common, spectrum, count=count, kept=axes.kept, edge=axes.edge)
    turn = np.where((now.loading * axes.loading).sum(axis=0) < 0, -1.0, 1.0)
    return replace(now, loading=now.loading * turn)


def find_axes(counted: Counted) -> Axes:
    """The axes of votes whose pairs are counted."""
    common = common_ground(counted.whole)
    spectrum = hollow_spectrum(common)
    edge = MARGIN * noise_edge(counted)
    kept = int((spectrum[0] > edge).sum())
    count = min(max(kept, 2), len(spectrum[0]))
    return axes_of(common, spectrum, count=count, kept=kept, edge=edge)
