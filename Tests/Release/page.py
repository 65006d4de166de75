"""The page of a release, read as a browser reads it."""

import html5lib

HTML = "{http://www.w3.org/1999/xhtml}"


def parsed(release):
    """The page as a tree, and what html5lib finds wrong with its syntax."""
    parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("etree"))
    tree = parser.parse((release / "index.html").read_bytes(), transport_encoding="utf-8")
    return tree, [f"{place}: {code} {data or ''}" for place, code, data in parser.errors]


def elements(tree, name):
    return list(tree.iter(HTML + name))


def text(element):
    """The words of an element, spaces as a reader sees them."""
    return " ".join("".join(element.itertext()).split())


def rows(table):
    """The rows of a table's body, each a list of texts; the first cell is the row's name."""
    body = table.find(HTML + "tbody")
    return [[text(cell) for cell in row] for row in body.findall(HTML + "tr")]


def header(table):
    return [text(cell) for cell in table.find(HTML + "thead").find(HTML + "tr")]


def edit(change, name="index.html"):
    """A fault: a file in which something is replaced; it must have been there."""

    def plant(release):
        path = release / name
        before = path.read_text()
        after = change(before)
        assert after != before, "the fault has nothing to spoil"
        path.write_text(after)

    return plant
