"""Features of the inputs, and the three ways to find W and b, as parts of the classifier."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from tests.documents.classifiers import LARGE, SMALL
from tests.model.classifier.samples import TWELVE, TWELVE_TARGETS
from xentgui.documents.document import DocumentError, decode, encode
from xentgui.documents.scene import Document, Scene
from xentgui.model.classifier.bent import bent, scores_at
from xentgui.model.classifier.boundaries import Rectangle
from xentgui.model.classifier.features import (
    by_inputs,
    checked_features,
    mapped,
    offered_features,
)
from xentgui.model.classifier.ghosts import boundaries_of_way, ellipse, gaussians, linear_of_way
from xentgui.model.classifier.judgement import accuracy
from xentgui.model.classifier.linear import Linear, scores
from xentgui.model.classifier.made_data import ring, two_blobs, xor
from xentgui.model.classifier.optimum import optimum
from xentgui.model.classifier.regions import gaps_over
from xentgui.model.classifier.training import Trainer, Training
from xentgui.model.edits import with_logit
from xentgui.model.message import RefusedError
from xentgui.model.subjects import OnState
from xentgui.model.subjects.classifier import Classifier
from xentgui.model.subjects.on_classifier import (
    with_bias,
    with_features,
    with_point,
    with_way,
    with_weight,
)
from xentgui.program.cli import main

ALL = offered_features(2)
TWELVE_POINTS = Classifier(
    labels=("a", "b", "c"),
    points=TWELVE,
    targets=TWELVE_TARGETS,
    weights=np.zeros((3, 2)),
    bias=np.zeros(3),
)


def test_that_the_slopes_of_features_are_those_of_differences() -> None:
    point = np.array([0.7, -1.3])
    for d in range(2):
        step = np.zeros(2)
        step[d] = 1e-6
        sides = mapped(ALL, np.array([point + step, point - step]))
        assert by_inputs(ALL, point)[:, d] == pytest.approx((sides[0] - sides[1]) / 2e-6, abs=1e-8)


def test_that_features_are_written_in_one_way() -> None:
    assert checked_features(["x₂x₁", "x1²", "sin(x2)"], 2) == ("x1*x2", "x1^2", "sin x2")
    assert checked_features(["x1", "x2"], 2) == ()
    for wrong in ("x3", "x0", "cos x1", "sin x1^2", "", "x1^3"):
        with pytest.raises(RefusedError, match="There is no feature"):
            checked_features([wrong], 2)
    with pytest.raises(RefusedError, match="twice"):
        checked_features(["x1x2", "x2*x1"], 2)


@pytest.mark.parametrize(
    ("made", "features"), [(ring, ("x1^2", "x2^2")), (xor, ("x1", "x2", "x1*x2"))]
)
def test_that_a_boundary_that_bends_divides_what_no_line_does(
    made: object, features: tuple[str, ...]
) -> None:
    points, own = made(100, 0, 0.3)  # type: ignore[operator]
    plain = Classifier(
        labels=("a", "b"),
        points=points,
        targets=np.eye(2)[own],
        weights=np.zeros((2, 2)),
        bias=np.zeros(2),
    )
    found = []
    for subject in (plain, with_features(plain, features)):
        best = optimum(Trainer(subject.mean_loss, Training(decay=1e-3)), subject.linear)
        found.append(accuracy(best.fit.logits, subject.targets))
    assert found[0] < 0.8
    assert found[1] > 0.97


def test_that_weights_go_with_their_features() -> None:
    more = with_features(LARGE, ("x2", "x1*x2", "x1"))
    assert more.weights[:, [2, 0]].tolist() == LARGE.weights.tolist()
    assert not more.weights[:, 1].any()
    assert more.feature_names == ("x2", "x1·x2", "x1")
    logits = np.array(more.resolve().logits)
    assert logits == pytest.approx(LARGE.resolve().logit_array, abs=1e-14)
    assert with_features(more, ("x1", "x2")) == LARGE
    with pytest.raises(RefusedError, match="at least one feature"):
        with_features(LARGE, ())


def test_that_a_logit_is_typed_with_features_and_in_closed_form() -> None:
    for subject in (
        with_features(TWELVE_POINTS, ("x1^2", "sin x2")),
        with_way(TWELVE_POINTS, "lda"),
        with_way(TWELVE_POINTS, "linear"),
    ):
        after = OnState(lambda state: with_logit(state, 1, 2.5))(subject)
        assert isinstance(after, Classifier)
        assert after.way == "softmax"
        assert after.resolve().logits[1] == 2.5
        assert after.linear.weights.tolist() == subject.linear.weights.tolist()


def test_that_a_closed_form_follows_the_points() -> None:
    trained = with_bias(TWELVE_POINTS, 0, 0.25)
    lda = with_way(trained, "lda")
    assert lda.linear.weights[0] == pytest.approx([0.6387382947, 1.0468210941])
    assert lda.fit.loss == pytest.approx(0.7930345294411504, rel=1e-13)
    moved = with_point(lda, 0, (9.0, 9.0))
    assert moved.linear.weights.tolist() != lda.linear.weights.tolist()
    assert with_way(moved, "softmax").linear.bias[0] == 0.25
    by_hand = with_weight(moved, 1, 1, 7.0)
    assert by_hand.way == "softmax"
    assert by_hand.linear.weights[0].tolist() == moved.linear.weights[0].tolist()


def test_that_points_which_determine_nothing_are_told() -> None:
    line = TWELVE_POINTS.replaced(points=np.column_stack((np.arange(12.0), np.arange(12.0))))
    for way in ("lda", "linear"):
        with pytest.raises(RefusedError, match="too nearly on one line"):
            with_way(line, way)
        # Points that a hand has dragged onto a line, while the closed form is in use.
        dragged = with_way(TWELVE_POINTS, way).replaced(points=line.points)
        assert dragged.refusal is not None
        assert dragged.linear.weights is dragged.weights
        assert linear_of_way(dragged, way) is None
    with pytest.raises(RefusedError, match="There is no model"):
        with_way(line, "tree")


def test_that_features_and_way_are_saved() -> None:
    kept = with_features(SMALL, ("x1", "x1*x2", "sin x2")).replaced(way="linear")
    text = encode(Document((Scene(kept),)))
    assert decode(text).scenes[0].subject == kept
    content = json.loads(text)
    assert content["scenes"][0]["features"] == ["x1", "x1*x2", "sin x2"]
    assert content["scenes"][0]["way"] == "linear"
    for key, wrong in (("way", "tree"), ("features", ["x3", "x1", "x2"]), ("features", ["x1"])):
        content["scenes"][0] |= {"way": "lda", key: wrong}
        with pytest.raises(DocumentError, match=r"Write|feature|weights|model"):
            decode(json.dumps(content))


def test_that_ghosts_are_those_of_their_way() -> None:
    within = Rectangle(-9.0, -9.0, 9.0, 9.0)
    assert boundaries_of_way(TWELVE_POINTS, "softmax", within) == []
    by_lda = boundaries_of_way(TWELVE_POINTS, "lda", within)
    assert len(by_lda) == 3
    assert linear_of_way(TWELVE_POINTS, "lda") is linear_of_way(TWELVE_POINTS, "lda")
    now = with_way(TWELVE_POINTS, "lda")
    again = boundaries_of_way(now, "lda", within)
    assert [line.end.tolist() for line in again] == [line.end.tolist() for line in by_lda]


def test_that_an_ellipse_has_one_standard_deviation() -> None:
    found = gaussians(TWELVE_POINTS)
    assert found is not None
    around = ellipse(found.means[1], found.covariance) - found.means[1]
    inverse = np.linalg.inv(found.covariance)
    assert np.einsum("nd,de,ne->n", around, inverse, around) == pytest.approx(1.0)


def test_that_the_command_line_has_features(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    points, own = two_blobs(20, 3)
    path = tmp_path / "points.csv"
    rows = (f"{x!r},{y!r},{'ab'[k]}" for (x, y), k in zip(points.tolist(), own, strict=True))
    path.write_text("\n".join(rows), "utf-8")
    words = ["train", str(path), "--features", "x1,x1^2,sin x2", "--steps", "3"]
    assert main(words) == 0
    found = json.loads(capsys.readouterr().out)
    assert np.array(found["weights"]).shape == (2, 3)
    assert found["features"] == ["x1", "x1^2", "sin x2"]
    for model in ("lda", "linear"):
        assert main([*words, "--model", model]) == 0
        assert np.array(json.loads(capsys.readouterr().out)["weights"]).shape == (2, 3)
    assert main([*words[:3], "x9"]) == 2
    assert "There is no feature “x9”" in capsys.readouterr().err


@pytest.mark.parametrize("inputs", [2, 3])
def test_that_a_plane_of_features_has_the_scores_of_the_points(inputs: int) -> None:
    random = np.random.default_rng(4)
    points = random.normal(size=(5, inputs))
    keys = ("x1", "x1^2", "x1*x2", "sin x2", "x2^2", "sin x1", "x2")
    keys += ("x3", "x2*x3", "sin x3", "x3^2")[: 4 * (inputs - 2)]
    linear = Linear(random.normal(size=(3, len(keys))), random.normal(size=3))
    there = bent(linear, keys, (0, 1), points[0])
    points[:, 2:] = points[0, 2:]
    wanted = scores(linear, mapped(keys, points))
    assert scores_at(there, points[:, :2]) == pytest.approx(wanted, abs=1e-12)
    for row, (x, y) in enumerate(points[:, :2].tolist()):
        gaps = gaps_over(there, np.array([x]), np.array([y]))[:, 0, 0]
        assert gaps == pytest.approx(wanted[row] - wanted[row].max(), abs=1e-5)
