"""axe-core on the page: three widths, light, dark and forced colours; and with the keyboard alone."""

from axe_playwright_python.sync_playwright import Axe
from browser import browser
from page import edit

PROGRAM = "chromium"
WIDTHS = [320, 768, 1280]
MODES = [("light", "none"), ("dark", "none"), ("light", "active")]


def check(release):
    with browser() as opened:
        for scheme, forced in MODES:
            for width in WIDTHS:
                problems = look(opened, release, width, scheme, forced)
                if problems:
                    return problems
    return []


def look(opened, release, width, scheme, forced):
    where = f"{width} px, {scheme}, forced colours {forced}"
    context = opened.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, forced_colors=forced,
        bypass_csp=True)
    page = context.new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((release / "index.html").as_uri())
    problems = [f"{where}: asks for {url}" for url in asked[1:] if not url.endswith("/favicon.ico")]
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    found = Axe().run(page).response["violations"]
    problems += [
        f"{where}: {violation['id']}: {node['target']} {node['failureSummary'][:200]}"
        for violation in found for node in violation["nodes"]
    ]
    if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
        problems.append(f"{where}: the page as a whole has to be moved sideways")
    unreached = page.evaluate(
        """() => [...document.querySelectorAll('body *')].filter(each =>
          each.scrollWidth > each.clientWidth + 1 && getComputedStyle(each).overflowX === 'auto'
          && each.getAttribute('tabindex') !== '0').map(each => each.outerHTML.slice(0, 60))""")
    problems += [f"{where}: moves sideways by mouse alone: {each}" for each in unreached]
    # What Tab reaches does not hang on colours.
    if (scheme, forced) == MODES[0]:
        problems += [f"{where}: {problem}" for problem in keyboard(page)]
    context.close()
    return problems


def keyboard(page):
    """What Tab does not reach, or reaches without showing it."""
    page.evaluate("document.activeElement.blur()")
    wanted = page.evaluate(
        "document.querySelectorAll('a[href], summary, [tabindex=\"0\"]').length")
    reached = 0
    problems = []
    for number in range(wanted + 5):
        page.keyboard.press("Tab")
        state = page.evaluate(
            """() => {
              const at = document.activeElement;
              if (!at || at === document.body) return null;
              const seen = getComputedStyle(at), box = at.getBoundingClientRect();
              const first = !at.dataset.reached;
              at.dataset.reached = 'yes';
              return [first, at.outerHTML.slice(0, 60),
                seen.outlineStyle !== 'none' && parseFloat(seen.outlineWidth) >= 2,
                box.width > 0 && box.right > 0 && box.left < innerWidth];
            }""")
        if state is None or not state[0]:
            break
        reached += 1
        if not state[2]:
            problems.append(f"no outline at {state[1]}")
        if not state[3]:
            problems.append(f"out of sight: {state[1]}")
        if number == 0 and 'class="skip"' not in state[1]:
            problems.append("the first stop is not the link that skips")
    if reached != wanted:
        problems.append(f"Tab reaches {reached} of {wanted}")
    return problems


FAULTS = {
    "pale text": edit(lambda text: text.replace("--quiet: #484d50", "--quiet: #b0b0b0", 1)),
    "pale text in the dark": edit(lambda text: text.replace("--quiet: #bcc4c9", "--quiet: #555555", 1)),
    "a picture from outside": edit(
        lambda text: text.replace("</main>", '<img alt="x" src="https://example.invalid/x.png"></main>', 1)),
    "a table that cannot be reached": edit(lambda text: text.replace(' tabindex="0"', "")),
    "no language": edit(lambda text: text.replace('<html lang="en">', "<html>", 1)),
    "a page wider than 320 px": edit(lambda text: text.replace("overflow-x: auto", "overflow-x: visible", 1)),
    "no outline": edit(lambda text: text.replace("outline: 3px solid", "outline: 0 solid", 1)),
}
