"""How values look on a page."""

import pytest
from django.template import loader

from agreements.browse.charts import Bar
from agreements.web.charts import shortened, year_chart
from agreements.web.formats import described, json_ld, named, partial_date, time


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2018", "2018"),
        ("2018-10", "October 2018"),
        ("2018-10-02", "2 October 2018"),
        ("0987", "0987"),
        ("", ""),
        ("soon", "soon"),
    ],
)
def test_a_date_shows_what_is_known_of_it(value: str, words: str) -> None:
    assert partial_date(value) == words


def test_a_date_is_marked_for_machines() -> None:
    assert time("2018-10") == '<time datetime="2018-10">October 2018</time>'
    assert time("") == ""


@pytest.mark.parametrize(
    ("name", "language"),
    [("浙江大学", "zh"), ("東京エレクトロン", "ja"), ("삼성전자", "ko"), ("جامعة حمد", "ar")],
)
def test_a_name_in_another_script_carries_its_language(name: str, language: str) -> None:
    assert named(name) == f'<bdi lang="{language}">{name}</bdi>'


def test_a_name_in_latin_letters_stays_plain_and_unsafe() -> None:
    assert named("Bosch <b>") == "Bosch <b>"
    assert not hasattr(named("Bosch <b>"), "__html__")
    assert named("<b>浙江", "zh") == '<bdi lang="zh">&lt;b&gt;浙江</bdi>'


def test_a_description_cannot_end_its_script() -> None:
    block = json_ld({"name": "</script><!-- & 浙江"})
    assert block.count("</script>") == 1
    assert "<!--" not in block
    assert "浙江" in block


@pytest.mark.parametrize(
    ("label", "short"),
    [
        ("Short", "Short"),
        ("x" * 41, "x" * 40 + "…"),
        ("浙" * 20, "浙" * 20),
        ("浙" * 21, "浙" * 20 + "…"),
    ],
)
def test_a_label_is_cut_where_it_would_not_fit(label: str, short: str) -> None:
    assert shortened(label) == short


def test_a_great_number_is_written_short_above_its_column_and_whole_in_the_table() -> None:
    bars = [Bar("2018", 9_999, "year_min=2018"), Bar("2019", 12_345, "year_min=2019")]
    context = year_chart(bars, "By year", "by-year", 22_344)
    chart = loader.render_to_string("agreements/_chart_years.html", context)
    drawing, table = chart.split("<details>")
    assert all(f">{number}</text>" in drawing for number in ("9999", "12k"))
    assert all(f"<td>{number}</td>" in table for number in ("9,999", "12,345"))


def test_a_description_shows_code_and_choices_and_no_markdown() -> None:
    text = "How far <it> came: see `status`\n\n* `signed` - Signed\n* `unknown` - Unknown"
    assert described(text) == (
        "How far &lt;it&gt; came: see <code>status</code>"
        "<ul><li><code>signed</code> - Signed</li><li><code>unknown</code> - Unknown</li></ul>"
    )
