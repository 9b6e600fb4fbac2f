"""Writes metrics.json: metrics of seeded cases by scikit-learn and SciPy, which share no code with ours.

    python3 -m venv v && v/bin/pip install numpy==2.4.6 scipy==1.17.1 scikit-learn==1.9.1
    v/bin/python make_metrics.py > metrics.json
"""
import json
import warnings

import numpy as np
from scipy import stats
from sklearn import metrics as m
from sklearn.linear_model import LogisticRegression

warnings.filterwarnings("ignore")


def binary(seed, n, grid, weighted):
    rng = np.random.default_rng(seed)
    labels = rng.random(n) < 0.35
    labels[:2] = [True, False]
    scores = rng.normal(size=n) + labels * 0.9
    if grid:
        scores = np.round(scores * grid) / grid  # ties
    weights = rng.integers(0, 4, n).astype(float) if weighted else np.ones(n)
    weights[:2] = 1
    fpr, tpr, thr = m.roc_curve(labels, scores, drop_intermediate=False)
    wf, wt, _ = m.roc_curve(labels, scores, sample_weight=weights, drop_intermediate=False)
    precision, recall, pt = m.precision_recall_curve(labels, scores, sample_weight=weights)
    f1 = 2 * precision[:-1] * recall[:-1] / np.maximum(precision[:-1] + recall[:-1], 1e-300)
    best = int(np.flatnonzero(f1 >= f1.max() - 1e-12).max())
    fit = LogisticRegression(C=np.inf, tol=1e-12, max_iter=10000).fit(scores[:, None], labels)
    chance = fit.predict_proba(scores[:, None])[:, 1]
    bins = np.minimum(9, (chance * 10).astype(int))
    ece = sum(abs((chance - labels)[bins == b].sum()) for b in range(10)) / n
    return dict(
        scores=scores.tolist(), labels=labels.tolist(), weights=weights.tolist(),
        auc=m.roc_auc_score(labels, scores, sample_weight=weights),
        mann_whitney=float(stats.mannwhitneyu(scores[labels], scores[~labels]).statistic
                           / (labels.sum() * (~labels).sum())),
        average_precision=m.average_precision_score(labels, scores, sample_weight=weights),
        false_positive_rate=fpr.tolist(), sensitivity=tpr.tolist(), thresholds=thr[1:].tolist(),
        sensitivity_at_90=float(wt[wf <= 0.1 + 1e-9].max()),
        best_f1=float(f1[best]), best_threshold=float(pt[best]),
        slope=float(fit.coef_[0, 0]), offset=float(fit.intercept_[0]), probabilities=chance.tolist(), ece=float(ece))


def agreement(seed, n):
    rng = np.random.default_rng(seed)
    truth = rng.uniform(15, 75, n)
    estimate = 0.7 * truth + 12 + rng.normal(scale=6, size=n)
    difference = estimate - truth
    reach = 1.96 * difference.std(ddof=1)
    return dict(
        truths=truth.tolist(), estimates=estimate.tolist(), mae=m.mean_absolute_error(truth, estimate),
        rmse=float(np.sqrt(m.mean_squared_error(truth, estimate))), bias=float(difference.mean()),
        low=float(difference.mean() - reach), high=float(difference.mean() + reach),
        r=float(stats.pearsonr(truth, estimate).statistic))


def ranks(seed, n):
    rng = np.random.default_rng(seed)
    table = np.round(rng.normal(size=(n, n)) * 4) / 4 + np.eye(n) * 0.75
    out = dict(scores=table.tolist())
    # A falling rank is a rising rank of the negated scores.
    for name, method in [("optimistic", "min"), ("pessimistic", "max")]:
        r = stats.rankdata(-table, method=method, axis=1)[np.arange(n), np.arange(n)]
        out[name] = dict(ranks=r.tolist(), mean=float(r.mean()), median=float(np.median(r)),
                         recall={str(k): float((r <= k).mean()) for k in (1, 5, 10)})
    return out


def confusion(seed, n):
    rng = np.random.default_rng(seed)
    names = np.array(["A2C", "A4C", "PLAX", "PSAX-MV"])
    truth = rng.integers(0, 4, n)
    guess = np.where(rng.random(n) < 0.7, truth, rng.integers(0, 4, n))
    return dict(truths=names[truth].tolist(), guesses=names[guess].tolist(), classes=names.tolist(),
                counts=m.confusion_matrix(truth, guess).tolist(), accuracy=m.accuracy_score(truth, guess),
                balanced=m.balanced_accuracy_score(truth, guess))


def quantiles(seed, n):
    values = np.random.default_rng(seed).normal(size=n)
    shares = [0, 0.025, 0.31, 0.5, 0.975, 1]
    return dict(values=values.tolist(), shares=shares, expected=np.quantile(values, shares).tolist())


def bootstrap(seed, patients):
    """Two studies a patient: the spread of the AUC when patients are resampled, for ours to be near."""
    rng = np.random.default_rng(seed)
    positive = rng.random(patients) < 0.3
    shift = rng.normal(size=patients)
    labels = np.repeat(positive, 2)
    scores = np.repeat(shift + positive * 1.2, 2) + rng.normal(scale=0.3, size=2 * patients)
    found = []
    for _ in range(4000):
        drawn = rng.integers(0, patients, patients)
        cases = np.concatenate([2 * drawn, 2 * drawn + 1])
        if 0 < labels[cases].sum() < len(cases):
            found.append(m.roc_auc_score(labels[cases], scores[cases]))
    low, high = np.quantile(found, [0.025, 0.975])
    return dict(scores=scores.tolist(), labels=labels.tolist(), auc=m.roc_auc_score(labels, scores),
                low=float(low), high=float(high))


def rounded(value):
    if isinstance(value, dict):
        return {key: rounded(each) for key, each in value.items()}
    if isinstance(value, list):
        return [rounded(each) for each in value]
    if isinstance(value, (float, np.floating)):
        return float(f"{value:.12g}")
    return bool(value) if isinstance(value, np.bool_) else value


# Twelve digits; equal scores stay equal.
print(json.dumps(rounded(dict(
    binary=[binary(1, 60, 0, False), binary(2, 60, 3, False), binary(3, 80, 2, True), binary(4, 200, 0, True)],
    agreement=[agreement(5, 40), agreement(6, 9)], ranks=ranks(7, 24), confusion=confusion(8, 120),
    quantiles=quantiles(9, 57), bootstrap=bootstrap(10, 120))), sort_keys=True))
