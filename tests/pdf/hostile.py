"""Writes the papers of tests/hostile that can be printed as a project."""

import pathlib
import re
import sys

SITE = """title: Papers
council: {name: "Nowhere Council (test fixture)", nation: england}
base_url: https://nowhere.example/
languages: [en]
theme: civic
generate: []
"""


def expanded(text):
    text = re.sub(r"\\u\{(\w+)\}", lambda code: chr(int(code[1], 16)), text)
    many = lambda part: "".join(
        part[2].replace("@", str(n)) for n in range(1, int(part[1]) + 1)
    )
    return re.sub(r"\[\[(\d+):(.*?)\]\]", many, text, flags=re.DOTALL)


def files(about):
    """The files beside a paper: an indented text below each name."""
    for name, text in re.findall(r"^  ([\w.-]+): \|\n((?:    .*\n?)+)", about, re.M):
        yield name, expanded(re.sub(r"^    ", "", text, flags=re.M))


def main(cases, project):
    for path, text in [("data/site.yaml", SITE), ("content/_index.md", "---\ntitle: Home\n---\n")]:
        write(project / path, text)
    write(project / "content/papers/_index.md", "---\ntitle: Papers\n---\n")
    for case in sorted(cases.glob("*.txt")):
        about, paper = case.read_bytes().decode().split("\n---\n", 1)
        if "\nerrors:" in about:
            continue
        folder = project / "content/papers" / case.stem
        write(folder / "_index.md", expanded(paper))
        for name, text in files(about + "\n"):
            write(folder / name, text)


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())


main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
