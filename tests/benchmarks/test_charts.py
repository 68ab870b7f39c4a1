"""The charts that `python -m benchmarks.charts` draws for the docs."""

from pathlib import Path

from benchmarks.charts import draw_growth, draw_history

ROW = {"ratio": "1.5", "unseen_ratio": "1.6", "crawl_share": "", "start": "4900"}


def test_a_figure_that_was_not_measured_is_no_point_of_the_chart(tmp_path: Path) -> None:
    draw_history(
        [ROW | {"commit": "aaaaaaa"}, ROW | {"commit": "bbbbbbb", "ratio": ""}],
        tmp_path / "speed.svg",
    )
    drawn = (tmp_path / "speed.svg").read_text(encoding="utf-8")
    ratios, share, _ = drawn.split('<g id="axes_')[1:]
    assert "saved pages" in ratios
    assert "bbbbbbb" in ratios
    assert "aaaaaaa" not in share


def test_growth_has_a_panel_a_unit_and_a_line_a_measure(tmp_path: Path) -> None:
    rows = [
        {"articles": articles, "measure": measure, "value": "1.5", "unit": unit}
        for measure, unit in (("verify", "s"), ("report", "s"), ("lines on the disk", "kB"))
        for articles in ("10000", "100000")
    ]
    draw_growth(rows, tmp_path / "growth.svg")
    seconds, bytes_ = (
        (tmp_path / "growth.svg").read_text(encoding="utf-8").split('<g id="axes_')[1:]
    )
    assert "verify" in seconds
    assert "report" in seconds
    assert "lines on the disk" in bytes_
