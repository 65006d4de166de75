"""The feed: well-formed, with what RFC 4287 requires, the same release as the page's."""

import datetime
import json
import re
import xml.etree.ElementTree as ElementTree

from page import edit

ATOM = "{http://www.w3.org/2005/Atom}"


def check(release):
    try:
        feed = ElementTree.parse(release / "feed.xml").getroot()
    except ElementTree.ParseError as error:
        return [f"not well-formed: {error}"]
    problems = []
    if feed.tag != ATOM + "feed":
        problems.append(f"the root is {feed.tag}")
    entries = feed.findall(ATOM + "entry")
    if not entries:
        problems.append("there is no entry")
    if not feed.findtext(f"{ATOM}author/{ATOM}name"):
        problems.append("there is no author")
    document = json.loads((release / "headlines.json").read_text())
    for part in [feed] + entries:
        for name in ["id", "title", "updated"]:
            if len(part.findall(ATOM + name)) != 1 or not part.findtext(ATOM + name):
                problems.append(f"{part.tag} has no {name}, or several")
        if not re.fullmatch(r"urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}",
                            part.findtext(ATOM + "id") or ""):
            problems.append(f"{part.findtext(ATOM + 'id')} is no UUID of a digest")
        updated = part.findtext(ATOM + "updated") or ""
        try:
            if datetime.datetime.fromisoformat(updated).tzinfo is None:
                problems.append(f"'{updated}' has no zone")
        except ValueError:
            problems.append(f"'{updated}' is no time")
        if not updated.startswith(document["as_of"]):
            problems.append(f"'{updated}' is not the last day counted")
        for link in part.findall(ATOM + "link"):
            if not (release / link.get("href")).is_file():
                problems.append(f"a link to {link.get('href')}, which is not there")
    ids = [part.findtext(ATOM + "id") for part in [feed] + entries]
    if len(set(ids)) != len(ids):
        problems.append("two parts have one id")
    relations = [link.get("rel") for link in feed.findall(ATOM + "link")]
    if sorted(relations) != ["alternate", "self"]:
        problems.append(f"links are {relations}")
    summary = entries[0].findtext(ATOM + "summary") if entries else ""
    for headline in document["headlines"]:
        if headline["sentence"] not in (summary or ""):
            problems.append(f"'{headline['id']}' is not in the entry of the release")
    return problems


FAULTS = {
    "no author": edit(lambda text: text.replace("author>", "editor>"), "feed.xml"),
    "no end": edit(lambda text: text.replace("</feed>", ""), "feed.xml"),
    "no time": edit(lambda text: text.replace("T00:00:00Z", ""), "feed.xml"),
    "an id that is a path": edit(
        lambda text: re.sub(r"<id>[^<]*</id>", "<id>file:///release</id>", text, count=1), "feed.xml"),
    "another sentence": edit(lambda text: text.replace("accounts were", "pages were", 1), "feed.xml"),
}
