"""Hostile names in a browser: the page and the pictures run nothing, ask for nothing and show every name."""

import hostile
from browser import browser
from page import edit

PROGRAM = "chromium"
release = hostile.release


def check(release):
    problems = []
    with browser() as opened:
        for path in [release / "index.html", *sorted((release / "charts").glob("*.svg"))]:
            problems += [f"{path.name}: {each}" for each in look(opened, path)]
    return problems


def look(opened, path):
    page = opened.new_page()
    problems = []
    page.on("request", lambda request: problems.append(f"asks for {request.url[:100]}") if request.url != path.as_uri() else None)
    page.on("console", lambda message: problems.append(f"the console says {message.text[:100]}"))
    page.on("pageerror", lambda error: problems.append(f"fails: {str(error)[:100]}"))
    page.on("dialog", lambda dialog: (problems.append("opens a dialog"), dialog.dismiss()))
    page.goto(path.as_uri())
    if path.suffix == ".html":
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    # Handlers of the mouse and the keyboard too.
    page.evaluate(
        """() => document.querySelectorAll('*').forEach(each => {
          for (const kind of ['mouseover', 'focus', 'click', 'load', 'error'])
            if (each.localName !== 'a') each.dispatchEvent(new Event(kind));
        })""")
    page.wait_for_timeout(200)
    if page.evaluate("window.hit") is not None:
        problems.append(f"runs the script of a name: {page.evaluate('window.hit')}")
    problems += [f"an address {each[:80]}" for each in page.evaluate(
        """() => [...document.querySelectorAll('[href], [src]')].map(each => each.getAttribute('href') || each.getAttribute('src'))
          .filter(each => /^\\s*(javascript|data:.|vbscript):/i.test(each.replace(/^data:,$/, '')) || /example.invalid/.test(each))""")]
    if path.suffix == ".html":
        rows = page.evaluate("[...document.querySelectorAll('th[scope=row]')].map(each => each.textContent)")
        problems += hostile.unlike({hostile.shown(row) for row in rows}, "the tables")
        words = hostile.shown(page.evaluate("document.body.textContent"))
        problems += [f"the headlines do not name {name[:80]!a}" for name in hostile.NAMES
                     if f"taken down by {hostile.shown(name)} on {hostile.shown(name)} from" not in words]
        structure = page.evaluate("[...document.querySelectorAll('b, iframe, object, form, input')].map(each => each.outerHTML)")
        problems += [f"an element {each[:80]}" for each in structure]
    page.close()
    return problems


FAULTS = {
    "a script": edit(lambda text: text.replace("&lt;script&gt;window.hit=1&lt;/script&gt;", "<script>window.hit=1</script>", 1)),
    "a handler": edit(lambda text: text.replace("&lt;svg/onload=window.hit=7&gt;", "<svg/onload=window.hit=7>", 1)),
    "a link that runs": edit(lambda text: text.replace("</main>", '<a href="javascript:window.hit=8">x</a></main>')),
    "a name that is gone": edit(lambda text: text.replace("DROP TABLE", "DROP")),
    "a handler in a picture": edit(
        lambda text: text.replace("<svg ", '<svg onload="window.hit=7" ', 1), "charts/by-agency.svg"),
}  # fmt: skip
