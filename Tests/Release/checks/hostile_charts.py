"""Hostile names in the charts: drawn as text by Vega, and in pictures that are well-formed."""

import csv
import io
import json
import xml.etree.ElementTree as ElementTree

import hostile
import vl_convert
from page import edit

release = hostile.release
SVG = "{http://www.w3.org/2000/svg}"
# All that the product draws with, and Vega.
PARTS = {SVG + name for name in [
    "svg", "g", "title", "desc", "rect", "text", "tspan", "line", "circle", "polyline", "path", "defs", "clipPath"]}


def pictured(text):
    """The elements of a picture that no chart has, and its words."""
    try:
        root = ElementTree.fromstring(text)
    except ElementTree.ParseError as error:
        return [str(error)], ""
    odd = [f"an element {each.tag}" for each in root.iter() if each.tag not in PARTS]
    odd += [f"{each.tag} has {key}" for each in root.iter() for key in each.attrib if key.startswith("on") or "href" in key]
    return odd, hostile.shown(" ".join(root.itertext()))


def check(release):
    problems = []
    for path in sorted((release / "charts").glob("*.vl.json")):
        specification = json.loads(path.read_text())
        name = path.name.removesuffix(".vl.json")
        with (release / "charts" / f"{name}.csv").open(newline="") as file:
            text = file.read()
        labels = {row["category"] for row in csv.DictReader(io.StringIO(text, newline=""))}
        specification["data"] = {"values": text, "format": specification["data"]["format"]}
        try:
            drawn, words = pictured(vl_convert.vegalite_to_svg(specification))
        except ValueError as error:
            problems.append(f"{name}: Vega does not draw it: {str(error)[:100]}")
            continue
        own, own_words = pictured((release / "charts" / f"{name}.svg").read_text())
        problems += [f"{name} by Vega: {each}" for each in drawn] + [f"{name}.svg: {each}" for each in own]
        for label in labels:
            shown = hostile.shown(label).removeprefix("'")
            # Long names are cut by both, and Vega trims a byte order mark.
            for kind, found in [("by Vega", words), ("in SVG", own_words)]:
                if shown[:20].strip(" \ufeff") not in found:
                    problems.append(f"{name} {kind}: there is no {label[:80]!a}")
        if not (release / "charts" / f"{name}.png").read_bytes().startswith(b"\x89PNG"):
            problems.append(f"{name}.png is no PNG")
    return problems


FAULTS = {
    "markup in a picture": edit(lambda text: text.replace("&lt;", "<", 1), "charts/by-agency.svg"),
    "another name in a picture": edit(lambda text: text.replace("DROP", "DRIP"), "charts/by-agency.svg"),
    "a name in an expression": edit(
        lambda text: text.replace('"sort": null', '"sort": ["line\\u2028end"]', 1), "charts/by-agency.vl.json"),
}  # fmt: skip
