"""Fits the two polynomials of Sources/CEchoKernels/template/mathematics.h and prints them with their errors.

    python fit_gelu.py

GELU(x) = x * Phi(x) = max(x, 0) - |x| * Phi(-|x|), and Phi(-a) = 2**-h(a) with h smooth on [0, 6.5]. So one polynomial for h and one for
2**f on [-1/2, 1/2] give GELU without a branch. Least squares on Chebyshev points, reweighted towards the largest error (Lawson).
Needs numpy alone.
"""
import math
import numpy as np

TOP = 6.5


def lawson(x, y, weight, degree, rounds=400):
    """The polynomial of that degree with about the smallest largest weighted error."""
    t = 2 * (x - x[0]) / (x[-1] - x[0]) - 1
    basis = np.polynomial.chebyshev.chebvander(t, degree)
    share = np.ones_like(x)
    for _ in range(rounds):
        root = np.sqrt(share) * weight
        fit, *_ = np.linalg.lstsq(basis * root[:, None], y * root, rcond=None)
        error = np.abs(basis @ fit - y) * weight
        share *= error / error.max() + 1e-3
        share /= share.max()
    shifted = np.polynomial.Polynomial(np.polynomial.chebyshev.cheb2poly(fit))
    inner = np.polynomial.Polynomial([-1 - 2 * x[0] / (x[-1] - x[0]), 2 / (x[-1] - x[0])])
    return shifted(inner).coef


def horner32(coefficients, x):
    out = np.full_like(x, np.float32(coefficients[-1]))
    for c in coefficients[-2::-1]:
        out = np.float32(np.float64(out) * x + np.float64(np.float32(c)))
    return out


def show(name, coefficients):
    print(name, "= {" + ", ".join(f"{np.float32(c):.9g}f" for c in coefficients) + "}")


nodes = (1 - np.cos(np.linspace(0, math.pi, 4001))) / 2
a = TOP * nodes
phi = np.array([0.5 * math.erfc(v / math.sqrt(2)) for v in a])
h = -np.log2(phi)
for degree in (10,):
    weight = np.maximum(a, 0.5) * phi + 1e-6
    c = lawson(a, h, weight, degree)
    grid = np.linspace(-10, 10, 400001).astype(np.float32)
    m = np.minimum(np.abs(grid), np.float32(TOP))
    y = -horner32(c, m)
    tail = np.float32(m * np.exp2(y.astype(np.float64)))
    gelu = np.float32(np.maximum(grid, np.float32(0)) - tail)
    true = np.array([v * 0.5 * math.erfc(-v / math.sqrt(2)) for v in grid.astype(np.float64)])
    near = np.abs(grid) < 1
    print(degree, "GELU max error", np.abs(gelu - true).max(), "below |x| = 1:", np.abs(gelu - true)[near].max(),
          "Phi max error", np.abs(np.exp2(y.astype(np.float64)) - np.array([0.5 * math.erfc(v / math.sqrt(2)) for v in np.abs(grid.astype(np.float64))])).max())
    show("h", c)
f = nodes - 0.5
for degree in (6,):
    c = lawson(f, np.exp2(f), 1 / np.exp2(f), degree)
    grid = np.linspace(-0.5, 0.5, 100001).astype(np.float32)
    print(degree, "2**f max relative error", np.abs(horner32(c, grid) / np.exp2(grid.astype(np.float64)) - 1).max())
    show("exp2", c)
