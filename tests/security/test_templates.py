"""Templates of a county: they show data, run and read nothing else, and err with a line."""

import errno
import json
import os
import tempfile
from pathlib import Path

import pytest
from support import SMALL, loaded, small_county

from fokusbericht.building.render import TemplateFault
from fokusbericht.building.sandbox import LARGEST, MOST_STEPS, Compiled, Sandbox
from fokusbericht.cli import main
from fokusbericht.site import plan_site

OWN = "templates/texte/seite.html"
PAGE = "grundlagen/verfahren/index.html"
LEAD = '{% extends "frame/base.html" %}\n{% block main %}\n'


def filled(folder: Path, text: str | bytes, **more: str) -> str:
    """Return a page of a county with a template of its own; what is wrong is raised."""
    files = {f"templates/{name.replace('__', '/')}.html": other for name, other in more.items()}
    root = small_county(folder, dict(files))
    (root / OWN).parent.mkdir(parents=True, exist_ok=True)
    data = text if isinstance(text, bytes) else text.encode()
    (root / OWN).write_bytes(data)
    outputs, _ = plan_site(loaded(root)[0])
    return next(one for one in outputs if one.path == PAGE).make().decode()


def fault(folder: Path, text: str | bytes, **more: str) -> str:
    """Return what is told of a faulty template."""
    with pytest.raises(TemplateFault) as caught:
        print(filled(folder, text, **more))
    return str(caught.value)


OUT = (
    "{{ cycler.__init__.__globals__.os.popen('touch {}').read() }}",
    "{{ cycler.__init__.__globals__ }}",
    "{{ cycler | attr('__init__') | attr('__globals__') }}",
    "{{ cycler['__init__'] }}",
    "{{ joiner.__init__.__globals__ }}",
    "{{ namespace.__init__.__globals__ }}",
    "{{ ''.__class__.__mro__ }}",
    "{{ [].__class__.__base__.__subclasses__() }}",
    "{{ '{0.__class__}'.format(1) }}",
    "{{ '{x.__class__}'.format_map({'x': 1}) }}",
    "{{ ('{0.__class__}' | safe).format(1) }}",
    "{{ ['x'] | map(attribute='__class__') | map(attribute='__mro__') | first }}",
    "{{ [view] | map(attribute='__class__') | first }}",
    "{{ ([view] | groupby('__class__') | first).grouper }}",
    "{{ [view] | sort(attribute='__class__.x') }}",
    "{{ self.__init__ }}",
    "{{ self._TemplateReference__context }}",
    "{{ page.__class__ }}",
    "{{ view.__init__.__globals__ }}",
    "{{ view.__dataclass_fields__ }}",
    "{{ assets['stil.css'].make() }}",
    "{{ assets['stil.css'].make.func }}",
    "{{ assets['vega.js'].make() }}",
    "{{ assets['stil.css'].integrity() }}",
    "{{ dict.fromkeys([1]) }}",
    "{{ dict.mro() }}",
    "{{ range.__self__ }}",
    "{{ range.spend(1) }}",
    "{% macro m() %}{% endmacro %}{{ m.__call__ }}",
    "{% macro m() %}{% endmacro %}{{ m._environment }}",
    "{% set x = [] %}{% for i in [1] %}{{ loop.__class__ }}{% endfor %}",
    "{{ lipsum() }}",
    "{{ [1, 2] | random }}",
    "{{ number.__globals__ }}",
    "{{ {}.update({1: 2}) }}",
    "{{ [].append(1) }}",
    "{% include '../../kreis.yml' %}",
    "{% include '/etc/passwd' %}",
    "{% import '../x.html' as x %}",
    "{{ ('%s' | format(view)).__class__ }}",
    "{{ (1).__class__ }}",
    "{{ caller.__globals__ }}",
    "{% do cycler.__init__ %}",
    "{{ texts() }}",
    "{{ texts.func }}",
)


@pytest.mark.parametrize("text", OUT)
def test_nothing_leads_out_of_a_template(tmp_path: Path, text: str) -> None:
    witness = tmp_path / "gelaufen"
    said = fault(tmp_path, f"{LEAD}{text.replace('{}', str(witness))}\n{{% endblock %}}\n")
    assert said.startswith(f"{OWN}:3: Die Vorlage ist fehlerhaft: ")
    assert not witness.exists()


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("{{ 1 / 0 }}", "Hier wird durch null geteilt."),
        ("{{ 1 // (page.title | length - page.title | length) }}", "Hier wird durch null geteilt."),
        ("{{ view.laed }}", "„fokusbericht.pages.texte.seite.SeiteView object“ hat kein „laed“."),
        ("{{ vieww }}", "„vieww“ gibt es hier nicht."),
        ("{{ vieww() }}", "„vieww“ gibt es hier nicht."),
        ("{{ 3 | zahhl }}", "„zahhl“ gibt es weder als Filter noch als Prüfung."),
        ("{% wenn x %}", "„wenn“ ist hier keine Anweisung."),
        ("{% include 'fehlt.html' %}", "Die Vorlage „fehlt.html“ gibt es nicht."),
        ("{{ cycler.__init__ }}", "„__init__“ darf eine Vorlage nicht benutzen."),
        ("{{ assets['stil.css'].make() }}", "Das darf eine Vorlage nicht aufrufen."),
        (
            "{{ 'x' + 1 }}",
            'Hier geht etwas schief (TypeError: can only concatenate str (not "int") to str).',
        ),
    ],
)
def test_what_goes_wrong_is_told_with_template_and_line(
    tmp_path: Path, text: str, sentence: str
) -> None:
    said = fault(tmp_path, f"{LEAD}{text}\n{{% endblock %}}\n")
    assert said == f"{OWN}:3: Die Vorlage ist fehlerhaft: {sentence}"


TOO_MUCH = "Hier wird mehr verlangt, als eine Seite braucht: eine riesige Zahl oder Liste."
ENDLESS = "Hier ruft sich etwas ohne Ende selbst auf."


ROUNDS_OF_ROUNDS = (
    "{% for a in s %}{% for b in s %}{% endfor %}{% endfor %}",
    "{% for a in s | list %}{% for b in s | map('upper') %}{% endfor %}{% endfor %}",
    "{% for a in s | batch(1) %}{{ s }}{% endfor %}",
    "{% for a in s recursive %}{% if loop.depth < 9 %}{{ loop(s) }}{% endif %}{% endfor %}",
    "{% for a in s %}{{ s }}{% endfor %}",
    "{% set t %}{% for a in range(999) %}{{ s }}{% endfor %}{% endset %}{{ t | length }}",
    "{% macro m() %}{% for a in range(999) %}{{ s }}{% endfor %}{% endmacro %}{{ m() | length }}",
)
DOUBLED = (
    ("'ab'", "n.x ~ n.x"),
    ("'ab'", "n.x + n.x"),
    ("'ab'", "'%s%s' % (n.x, n.x)"),
    ("'ab'", "'%s%s' | format(n.x, n.x)"),
    ("'ab'", "'%(a)s%(a)s' % {'a': n.x}"),
    ("'ab'", "'{0}{0}'.format(n.x)"),
    ("'ab'", "'{a}{a}'.format(a=n.x)"),
    ("'ab'", "'{a}{a}'.format_map({'a': n.x})"),
    ("'ab'", "n.x.replace('a', 'aa')"),
    ("'ab'", "n.x | replace('a', 'aa')"),
    ("'ab'", "''.join([n.x, n.x])"),
    ("'ab'", "[n.x, n.x] | join"),
    ("[1]", "[n.x, n.x]"),
    ("[1]", "(n.x, n.x)"),
    ("[1]", "[n.x] * 2"),
    ("[1]", "{'a': n.x, 'b': n.x}"),
    ("[1]", "dict(a=n.x, b=n.x)"),
    ("9", "n.x * n.x"),
    ("9", "n.x ** 2"),
)


def doubled(start: str, more: str) -> str:
    """Return a template in which something becomes twice as large, again and again."""
    return (
        f"{{% set n = namespace(x={start}) %}}{{% for i in range(60) %}}"
        f"{{% set n.x = {more} %}}{{% endfor %}}{{{{ n.x }}}}"
    )


def spent(folder: Path, count: int, monkeypatch: pytest.MonkeyPatch) -> tuple[int, int]:
    """Return the steps and the letters that the list of so many recommendations takes."""
    name = "content/handlungsempfehlungen/2022-01-wohnraum.md"
    text = (SMALL / name).read_text(encoding="utf-8")
    more = {name.replace("01-wohnraum", f"{10 + n}-wohnraum"): text for n in range(count)}
    report, problems = loaded(small_county(folder, more))
    assert problems == []
    pages = {one.path: one for one in plan_site(report)[0]}
    begun: list[Sandbox] = []
    begin = Sandbox.begin
    monkeypatch.setattr(Sandbox, "begin", lambda self: begun.append(self) or begin(self))
    page = pages["handlungsempfehlungen/index.html"].make()
    return MOST_STEPS - begun[0].left, len(page)


def test_a_list_of_many_thousands_is_no_endless_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    few = spent(tmp_path / "few", 10, monkeypatch)
    many = spent(tmp_path / "many", 60, monkeypatch)
    steps, letters = ((much - little) / 50 for much, little in zip(many, few, strict=True))
    assert steps > 10 and letters > 500  # else nothing was listed
    assert 20_000 * steps < MOST_STEPS
    assert 20_000 * letters < LARGEST


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("{% for i in range(10**9) %}{% endfor %}", TOO_MUCH),
        ("{{ range(10**30) | length }}", TOO_MUCH),
        (
            "{% for a in range(90000) %}{% for b in range(90000) %}{% endfor %}{% endfor %}",
            TOO_MUCH,
        ),
        ("{{ 'a' * 10**9 }}", TOO_MUCH),
        ("{{ 10**9 * 'a' }}", TOO_MUCH),
        ("{{ [1] * 10**9 }}", TOO_MUCH),
        ("{{ 10 ** (10 ** 10) }}", TOO_MUCH),
        ("{{ 'a'.ljust(10**9) }}", TOO_MUCH),
        ("{{ 'a' | center(10**9) }}", TOO_MUCH),
        ("{{ 'a' | indent(width=10**9) }}", TOO_MUCH),
        ("{{ '%999999999d' % 1 }}", TOO_MUCH),
        ("{{ '%999999999d' | format(1) }}", TOO_MUCH),
        ("{{ '{:>999999999}'.format(1) }}", TOO_MUCH),
        ("{{ '{:>{}}'.format(1, 10**9) }}", TOO_MUCH),
        *((f"{{% set s = 'a' * 10**6 %}}{text}", TOO_MUCH) for text in ROUNDS_OF_ROUNDS),
        *((doubled(start, more), TOO_MUCH) for start, more in DOUBLED),
        ("{{ ('a' * 10**6).replace('a', 'b' * 10**6) }}", TOO_MUCH),
        ("{{ ('a' * 10**6) | replace('a', 'b' * 10**6) }}", TOO_MUCH),
        ("{{ ('b' * 10**5).join(['a'] * 10**5) }}", TOO_MUCH),
        ("{{ (['a'] * 10**5) | join('b' * 10**5) }}", TOO_MUCH),
        ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", ENDLESS),
        ("{% include 'texte/seite.html' %}", ENDLESS),
        (
            "{% set o = {'k': [1]} %}{% for x in [1] recursive %}{{ loop([1]) }}{% endfor %}",
            ENDLESS,
        ),
    ],
)
def test_what_would_never_end_is_told(tmp_path: Path, text: str, sentence: str) -> None:
    said = fault(tmp_path, f"{LEAD}{text}\n{{% endblock %}}\n")
    assert said.startswith("templates/") and said.endswith(f"fehlerhaft: {sentence}")


def test_what_cannot_be_compiled_is_told_without_lines_that_nobody_wrote(tmp_path: Path) -> None:
    said = fault(tmp_path, "{% for a in [1] %}" * 25 + "{% endfor %}" * 25)
    assert said == (
        f"{OWN}:1: Die Vorlage ist fehlerhaft: Hier ist zu viel ineinander "
        "verschachtelt, oder etwas doppelt (too many statically nested blocks)."
    )


def test_a_page_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    said = fault(tmp_path, f"{LEAD}{{{{ '\\ud800' }}}}\n{{% endblock %}}\n")
    sentence = "Hier entsteht ein Zeichen, das es nicht gibt (U+D800)."
    assert said == f"{OWN}:1: Die Vorlage ist fehlerhaft: {sentence}"


def test_where_compiled_templates_cannot_be_kept_they_are_compiled_each_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    (tmp_path / f"_jinja2-cache-{os.getuid()}").write_text("of somebody else", encoding="utf-8")
    assert Compiled.open() is None
    (tmp_path / f"_jinja2-cache-{os.getuid()}").unlink()
    assert Compiled.open() is not None

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(tempfile, "NamedTemporaryFile", full)
    assert "<h1>" in filled(tmp_path / "kreis", '{% extends "frame/base.html" %}')


def test_what_the_system_refuses_is_no_fault_of_a_template(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise OSError(errno.EMFILE, "too many")

    monkeypatch.setattr("fokusbericht.text.prose.settle", refused)
    with pytest.raises(OSError, match="too many"):
        filled(tmp_path, '{% extends "frame/base.html" %}')


def test_a_macro_that_calls_itself_ever_more_often_is_told(tmp_path: Path) -> None:
    tree = (
        "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(40) }}"
    )
    said = fault(tmp_path, f"{LEAD}{tree}\n{{% endblock %}}\n")
    assert said == f"{OWN}:3: Die Vorlage ist fehlerhaft: {TOO_MUCH}"


def test_a_template_that_is_not_utf8_is_told_with_its_line(tmp_path: Path) -> None:
    said = fault(tmp_path, f"{LEAD}<p>Für alle</p>\n{{% endblock %}}\n".encode("latin-1"))
    assert said == (
        f"{OWN}:3: Die Vorlage ist fehlerhaft: Hier steht ein Zeichen, das nicht "
        "UTF-8 ist. Bitte die Datei als UTF-8 sichern."
    )


def test_a_part_that_is_not_utf8_is_told_with_its_own_name(tmp_path: Path) -> None:
    page = f"{LEAD}{{% include 'teil.html' %}}\n{{% endblock %}}\n"
    root = small_county(tmp_path, {OWN: page})
    (root / "templates/teil.html").write_bytes(b"<p>\n\xfc</p>")
    outputs, _ = plan_site(loaded(root)[0])
    with pytest.raises(TemplateFault, match=r"^templates/teil\.html:2: "):
        next(one for one in outputs if one.path == PAGE).make()


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "geheim.txt"
    secret.write_text("GEHEIM", encoding="utf-8")
    root = small_county(
        tmp_path,
        {OWN: f"{LEAD}{{% include 'teil.html' %}}{{% endblock %}}"},
    )
    (root / "templates/teil.html").symlink_to(secret)
    outputs, _ = plan_site(loaded(root)[0])
    with pytest.raises(TemplateFault) as caught:
        next(one for one in outputs if one.path == PAGE).make()
    assert str(caught.value) == (
        "templates/teil.html:1: Die Vorlage ist fehlerhaft: Die Datei ist ein Verweis aus dem "
        "Ordner der Vorlagen hinaus."
    )


def test_checking_tells_what_is_wrong_with_all_templates(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = small_county(
        tmp_path,
        {
            OWN: "{% extends 'frame/base.html' %}\n{{ 1 if }}",
            "templates/components/karte.html": "{% wenn x %}",
        },
    )
    lines = (
        "templates/components/karte.html:1:1: Die Vorlage ist fehlerhaft: „wenn“ ist hier keine "
        "Anweisung. (vorlage)\n"
        f"{OWN}:2:1: Die Vorlage ist fehlerhaft: Diese Anweisung endet zu früh. "
        "(vorlage)\n"
    )
    for command in ("pruefen", "bauen"):
        assert main([command, "--root", str(root)]) == 1
        assert capsys.readouterr().out.startswith(lines)
    assert not (root / "site").exists()


def test_a_template_that_cannot_be_filled_is_told_in_each_form(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = small_county(tmp_path, {OWN: "\n{{ 1 / 0 }}"})
    assert main(["--root", str(root), "--format", "json"]) == 1
    (told,) = json.loads(capsys.readouterr().out)
    assert (told["file"], told["line"], told["rule"]) == (
        OWN,
        2,
        "vorlage",
    )
    assert main(["--root", str(root)]) == 1
    assert f"{OWN}:2:1: Die Vorlage ist fehlerhaft: " in capsys.readouterr().out


def test_faults_in_a_macro_are_told_where_they_are(tmp_path: Path) -> None:
    part = "{% macro m(x) %}\n{{ 1 / x }}\n{% endmacro %}\n"
    page = f"{LEAD}{{% from 'teil.html' import m %}}{{{{ m(0) }}}}\n{{% endblock %}}\n"
    said = fault(tmp_path, page, teil=part)
    assert (
        said == "templates/teil.html:2: Die Vorlage ist fehlerhaft: Hier wird durch null geteilt."
    )


def test_plain_templates_may_do_what_templates_do(tmp_path: Path) -> None:
    text = (
        "{% set seen = namespace(n=0) %}{% set parts = cycler('a', 'b') %}"
        "{% set comma = joiner() %}"
        "{% for i in range(3) %}{% set seen.n = seen.n + i %}{{ comma() }}{{ parts.next() }}"
        "{{ loop.cycle('x', 'y') }}{{ loop.index }}{% endfor %} {{ seen.n }} "
        "{{ 'abc'.upper() }} {{ '{:>5}'.format(7) }} {{ '%03d' % 7 }} {{ 'ab' * 2 }} {{ 2 ** 8 }} "
        "{{ {'a': 1}.items() | list }} {{ dict(a=1).get('a') }} "
        "{{ [3, 1] | sort | join('-') }} {{ 'x' | center(5) }}{{ 1234.5 | number(1) }}"
        "{% macro m(x) %}<i>{{ x }}{{ caller() }}</i>{% endmacro %}{% call m(1) %}!{% endcall %}"
        "{% set a, b = (1, 2) %}{% for k, v in {'k': [a, b]} | dictsort if v %}"
        "{{ k }}{{ loop.length }}{{ v | map('string') | join('+') }}{{ loop.last }}{% endfor %}"
        "{{ 'a%s' | format('z') }}{{ 'bcb' | replace('b', 'd', 1) }}{{ (1, 2, 3)[1:] }}"
        "{% for x in [1, [2, [3]]] recursive %}{{ loop(x) if x is sequence else x }};{% endfor %}"
    )
    html = filled(tmp_path, f"{LEAD}{text}{{{{ super() }}}}{{{{ self.title() }}}}{{% endblock %}}")
    for made in (
        "ax1, by2, ax3 3",
        "ABC",
        "    7 007 abab 256",
        "1-3",
        "1.234,5",
        "<i>1!</i>k11+2Trueazdcb(2, 3)1;2;3;;;",
    ):
        assert made in html
