#!/usr/bin/env python3
"""Drives the rating page in headless Chromium, as a rater on a phone and on a desktop would.

    rating_page.py --url LINK [--url LINK ...] --screenshots DIR [--packet FILE]

LINK is a rater's link on a running site, never used before, to six texts or more. With one link the
phone rates the first half and the desktop goes on from there; with two, each rates to the end; a third
is rated by a browser that lets pages store nothing. FILE is the packet that is served: with it, the
stored ratings are counted. Prints one line a check and `N passed, N failed`; exits 1 where one failed,
69 where no browser can be started.
"""

import argparse
import hashlib
import json
import os
import shutil
import sqlite3
import sys
import time
import urllib.request

sys.dont_write_bytecode = True

from driver import Browser  # noqa: E402

passed, failed = [], []

WHERE = "return document.getElementById('place').textContent"
SCREEN = "return [...document.querySelectorAll('.screen')].find((each) => !each.hidden).id"
READY = """return !document.getElementById('screen-read').hidden
  && !document.getElementById('text').classList.contains('waiting')
  && document.querySelectorAll('#questions > *').length > 0"""
SAVED = "return document.getElementById('saved').textContent"
OPEN = """const part = [...document.querySelectorAll('fieldset.question')].find((box) =>
    ![...box.querySelectorAll('[type=radio]')].some((each) => each.checked)
    && !box.querySelector('.scale.chosen'));
  return part ? (part.querySelector('.scale') ? 'slider' : 'choices') : null"""
CHOSEN = """return [...document.querySelectorAll('fieldset.question')].map((box) =>
    [...box.querySelectorAll('.choice')].findIndex((row) => row.querySelector('input').checked
      && row.classList.contains('chosen')))"""
OVERFLOW = "return document.documentElement.scrollWidth - window.innerWidth"
CONTRAST = """
  const parse = (text) => (text.match(/[\\d.]+/g) || [0, 0, 0, 0]).map(Number);
  const light = ([r, g, b]) => [r, g, b].map((v) => v / 255)
    .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const behind = (node) => {
    for (let each = node; each; each = each.parentElement) {
      const colour = parse(getComputedStyle(each).backgroundColor);
      if (colour.length < 4 || colour[3] > 0.99) return colour;
    }
    return [255, 255, 255];
  };
  const low = [];
  for (const node of document.querySelectorAll('h1, p, li, legend, .label, kbd, button, article')) {
    if (!node.offsetParent || !node.textContent.trim() || node.disabled) continue;
    const one = light(parse(getComputedStyle(node).color)), two = light(behind(node));
    const ratio = (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
    if (ratio < 4.5) low.push((node.id || node.className || node.tagName) + ' ' + ratio.toFixed(2));
  }
  return low"""


def check(name, holds, seen=""):
    (passed if holds else failed).append(name)
    print(("ok    " if holds else "FAIL  ") + name + ("" if holds else f"   saw: {seen!r}"))


def state(link):
    with urllib.request.urlopen(link + "/state", timeout=20) as response:
        return json.load(response)


def answers(link, position):
    return next(each["given"] for each in state(link)["places"] if each["position"] == position)


def stored(packet, link, position):
    """Revisions of each answer that a packet holds for a link at a place."""
    token = link.rstrip("/").split("/")[-1]
    name = hashlib.sha256(f"rater token {token}".encode()).hexdigest()
    with sqlite3.connect(f"file:{packet}?mode=ro", uri=True) as database:
        return [row[0] for row in database.execute(
            "SELECT max(revision) FROM rating JOIN rater ON rater.id = rating.rater"
            " WHERE token_hash = ? AND position = ? GROUP BY question", (name, position))]


class Reader:
    """What a rater does, whatever the packet asks."""

    def __init__(self, browser, link, folder, label):
        self.browser, self.link, self.folder, self.label = browser, link, folder, label

    def name(self, text):
        return f"{self.label}: {text}"

    def picture(self, name):
        for scheme in ("light", "dark"):
            self.browser.scheme(scheme)
            time.sleep(0.25)
            self.browser.screenshot(os.path.join(self.folder, f"{self.label}-{name}-{scheme}.png"))
            low = self.browser.js(CONTRAST)
            check(self.name(f"{name}, {scheme}: contrast is 4.5 or better"), not low, low)
        self.browser.scheme("light")

    def begin(self):
        self.browser.open(self.link)
        shown = self.browser.until(SCREEN + " !== 'screen-wait'")
        check(self.name("the link opens"), shown, shown)

    def answer_text(self, level="2"):
        """Answers every open question of the text in view by keys."""
        self.browser.until(READY)
        for _ in range(30):
            kind = self.browser.js(OPEN)
            if kind is None:
                return
            if kind == "slider":
                self.browser.js("document.querySelector('.scale.untouched input').focus()")
                self.browser.press("ArrowRight", "ArrowRight")
                self.browser.until("return !document.querySelector('.scale.untouched')")
                time.sleep(0.5)
            else:
                self.browser.press(level)
        check(self.name("every question takes a key"), False, self.browser.js(WHERE))

    def go_on(self):
        before = self.browser.js(WHERE)
        self.browser.press("Enter")
        self.browser.until(
            "return document.getElementById('place').textContent !== arguments[0]"
            " || !document.getElementById('screen-last-part').hidden", before)

    def saved(self, name):
        seen = self.browser.until(SAVED + " === 'saved'", seconds=30)
        check(self.name(name), seen, self.browser.js(SAVED))

    def last_part(self):
        browser = self.browser
        self.picture("5-last-part")
        browser.click("#last-part-back")
        browser.until(READY)
        check(self.name("before the last part one can go back"),
              browser.js(WHERE).startswith("text "), browser.js(WHERE))
        browser.press("Enter")
        seen = browser.until(SCREEN + " === 'screen-last-part'")
        check(self.name("and on again"), seen)
        browser.press("Enter")
        browser.until(READY)
        self.picture("6-guess")
        browser.press("ArrowLeft", "u")
        check(self.name("in the last part the texts' answers stay as they are"),
              browser.js(WHERE).startswith("last part: 1 "), browser.js(WHERE))

    def rate_to_the_end(self):
        pictured = False
        for _ in range(2000):
            screen = self.browser.js(SCREEN)
            if screen == "screen-end":
                break
            if screen == "screen-last-part":
                if not pictured:
                    self.last_part()
                    pictured = True
                continue
            self.browser.until(READY)
            inside = self.browser.js("return document.querySelector('#text').children.length")
            wide = self.browser.js(OVERFLOW)
            if inside or wide > 0:
                check(self.name("a text stays text, in its column"), False, (inside, wide))
            self.answer_text()
            self.go_on()
        check(self.name("keys lead to the end"), self.browser.js(SCREEN) == "screen-end",
              self.browser.js(SCREEN))
        seen = self.browser.until(
            "return document.getElementById('end-note').textContent.includes('is saved')")
        check(self.name("the end says that everything is saved"), seen)
        self.picture("7-end")
        places = state(self.link)["places"]
        count = len(state(self.link)["questions"])
        check(self.name("the server has an answer at every place"),
              all(each["given"] for each in places) and count > 0, places)


def first_screen(reader):
    browser = reader.browser
    seen = browser.js(SCREEN)
    check(reader.name("the first screen is the introduction"), seen == "screen-intro", seen)
    reader.picture("1-intro")
    lead = browser.js("return document.getElementById('intro-lead').textContent")
    rated = [each for each in state(reader.link)["places"] if each["part"] == "rate"]
    check(reader.name("it says how many texts and how long"),
          f"{len(rated)} text" in lead and "minute" in lead, lead)
    bottom = browser.js("return document.getElementById('begin').getBoundingClientRect().bottom"
                        " - window.innerHeight")
    check(reader.name("'Begin' is on the first screen"), bottom <= 0, bottom)
    check(reader.name("nothing is wider than the window"), browser.js(OVERFLOW) <= 0,
          browser.js(OVERFLOW))


def first_text(reader):
    browser = reader.browser
    browser.until(READY)
    reader.picture("2-text")
    named = browser.js("""return [...document.querySelectorAll('#questions input, textarea')].every(
        (each) => each.labels.length > 0 || each.getAttribute('aria-label'))
      && [...document.querySelectorAll('fieldset')].every((each) => each.querySelector('legend'))""")
    check(reader.name("every field has a name"), named)
    small = browser.js("""return [...document.querySelectorAll('.choice, .moves button')]
        .map((each) => each.getBoundingClientRect().height).filter((height) => height < 44)""")
    check(reader.name("what is tapped is 44 pixels high or more"), not small, small)
    browser.press("Tab")
    outline = browser.js("""const at = document.activeElement, row = at.closest('.choice') || at;
      return getComputedStyle(row).outlineStyle""")
    check(reader.name("the focus can be seen"), outline == "solid", outline)
    browser.js("document.activeElement.blur()")
    browser.press("Enter")
    hint = browser.js("return document.getElementById('hint').textContent")
    check(reader.name("an open question holds the text"), "Still open" in hint, hint)
    browser.click("fieldset.question .choice")
    browser.press("ArrowDown")
    row = browser.js(CHOSEN)
    check(reader.name("a tap chooses, and scrolling by key afterwards changes nothing"),
          row and row[0] == 0, row)
    browser.js("document.activeElement.blur()")
    reader.answer_text("2")
    reader.saved("answers are saved at once")
    given = answers(reader.link, 0)
    check(reader.name("the server has the first text's answers"), bool(given), given)
    reader.browser.js("window.scrollTo(0, document.documentElement.scrollHeight)")
    reader.picture("3-answered")


def cannot_tell_and_undo(reader):
    browser = reader.browser
    first = browser.js(WHERE)
    reader.go_on()
    browser.until(READY)
    check(reader.name("Enter continues"), browser.js(WHERE) != first, browser.js(WHERE))
    browser.press("u")
    browser.until("return document.getElementById('place').textContent === arguments[0]", first)
    browser.until(READY)
    check(reader.name("U leads back to the last answer"), browser.js(WHERE) == first,
          browser.js(WHERE))
    browser.press("ArrowRight")
    browser.until(READY)
    browser.press("0")
    row = browser.js(CHOSEN)
    browser.press("Backspace")
    browser.press("1")
    browser.until("return document.getElementById('saved').textContent === 'saved'")
    browser.press("ArrowLeft")
    browser.until("return document.getElementById('place').textContent === arguments[0]", first)
    browser.until(READY)
    check(reader.name("0 is 'cannot tell'"), row and row[0] > 0, row)
    browser.press("ArrowRight")
    browser.until("return document.getElementById('place').textContent !== arguments[0]", first)
    browser.until(READY)
    check(reader.name("arrows move between texts"), browser.js(WHERE) != first)


def reload_and_resume(reader):
    browser = reader.browser
    reader.answer_text("1")
    reader.go_on()
    browser.until(READY)
    reader.saved("all is saved before the reload")
    place = browser.js(WHERE)
    browser.reload()
    browser.until(READY)
    check(reader.name("a reload goes on at the first open text"), browser.js(WHERE) == place,
          (place, browser.js(WHERE)))


def without_network(reader, packet):
    browser = reader.browser
    position = int(browser.js(WHERE).split()[1]) - 1
    browser.until("return performance.getEntriesByType('resource').length > 6", seconds=3)
    time.sleep(1)
    browser.offline(True)
    reader.answer_text("2")
    seen = browser.until("return document.getElementById('saved').textContent.startsWith('not yet')"
                         " && document.getElementById('saved').textContent")
    check(reader.name("offline, the page says how many answers wait"),
          str(seen).startswith("not yet saved: "), seen)
    reader.picture("4-offline")
    reader.go_on()
    browser.until(READY)
    check(reader.name("offline, the next text is there already"),
          browser.js(WHERE) == f"text {position + 2} of " + browser.js(WHERE).split()[-1],
          browser.js(WHERE))
    check(reader.name("offline, the server has nothing of it"), not answers(reader.link, position))
    browser.offline(False)
    reader.saved("online again, the answers are sent")
    check(reader.name("online again, the server has them"), bool(answers(reader.link, position)))
    if packet:
        revisions = stored(packet, reader.link, position)
        check(reader.name("each waiting answer is stored once"),
              revisions and set(revisions) == {1}, revisions)


def lost_response(reader, packet):
    browser = reader.browser
    position = int(browser.js(WHERE).split()[1]) - 1
    browser.js("""window.sent = [];
      const real = window.fetch;
      window.fetch = async (address, options = {}) => {
        const response = await real(address, options);
        if (options.method !== 'POST') return response;
        window.sent.push(JSON.parse(options.body).id);
        if (window.sent.length === 1) throw new TypeError('the response was lost');
        return response;
      }""")
    browser.press("1")
    browser.until("return window.sent.length >= 2", seconds=15)
    sent = browser.js("return window.sent")
    check(reader.name("an answer whose receipt was lost goes out again under its id"),
          len(sent) >= 2 and sent[0] == sent[1], sent)
    reader.saved("and is saved")
    if packet:
        check(reader.name("and is stored once"), stored(packet, reader.link, position) == [1],
              stored(packet, reader.link, position))


def kept_over_reload(reader):
    browser = reader.browser
    browser.block("*/ratings")
    place, position = browser.js(WHERE), int(browser.js(WHERE).split()[1]) - 1
    reader.answer_text("2")
    browser.until("return document.getElementById('saved').textContent.startsWith('not yet')")
    browser.reload()
    browser.until(READY)
    kept = browser.until("return document.getElementById('saved').textContent.startsWith('not yet')")
    check(reader.name("answers that wait outlive a reload"), kept, browser.js(SAVED))
    check(reader.name("and count as given"), browser.js(WHERE) != place, browser.js(WHERE))
    browser.block()
    reader.saved("and are sent later")
    check(reader.name("and reach the server"), bool(answers(reader.link, position)))


def back_from_the_end(reader):
    browser = reader.browser
    browser.click("#end-back")
    browser.until(READY)
    check(reader.name("one can go back from the end"), browser.js(SCREEN) == "screen-read")
    browser.press("Enter")
    seen = browser.until(SCREEN + " === 'screen-end'")
    check(reader.name("and finish again"), seen)
    browser.reload()
    seen = browser.until(SCREEN + " === 'screen-end'")
    check(reader.name("a reload after the end stays there"), seen)


def plain_pages(browser, link, folder):
    root = link.split("/r/")[0]
    for name, url in (("front", root + "/"), ("unknown", root + "/r/" + "0" * 32)):
        for scheme in ("light", "dark"):
            browser.scheme(scheme)
            browser.open(url)
            browser.screenshot(os.path.join(folder, f"{name}-{scheme}.png"))
            check(f"{name} page, {scheme}: contrast is 4.5 or better", not browser.js(CONTRAST))
    browser.scheme("light")


def no_violations(browser, label):
    noise = [each["message"] for each in browser.console()
             if "Content Security Policy" in each["message"] or "Uncaught" in each["message"]]
    check(f"{label}: no script failed and no policy was broken", not noise, noise)


def whole_way(browser, link, folder, label, packet):
    reader = Reader(browser, link, folder, label)
    reader.begin()
    first_screen(reader)
    browser.press("Enter")
    first_text(reader)
    cannot_tell_and_undo(reader)
    reload_and_resume(reader)
    without_network(reader, packet)
    lost_response(reader, packet)
    reader.answer_text()
    reader.go_on()
    kept_over_reload(reader)
    return reader


def without_storage(browser, link, folder):
    browser.devtools("Page.addScriptToEvaluateOnNewDocument", source="""
      Object.defineProperty(window, 'localStorage', { get() { throw new Error('refused'); } });""")
    reader = Reader(browser, link, folder, "no-storage")
    reader.begin()
    browser.click("#begin")
    reader.rate_to_the_end()
    no_violations(browser, "no-storage")


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--url", action="append", required=True, help="an unused rater's link")
    arguments.add_argument("--screenshots", required=True, help="a folder for pictures")
    arguments.add_argument("--packet", help="the packet file that is served, to count ratings")
    arguments.add_argument("--chromium", default=shutil.which("chromium")
                           or shutil.which("google-chrome") or shutil.which("chromium-browser"))
    arguments.add_argument("--chromedriver", default=shutil.which("chromedriver"))
    given = arguments.parse_args()
    if not given.chromium or not given.chromedriver:
        print("no Chromium with chromedriver is installed", file=sys.stderr)
        return 69
    os.makedirs(given.screenshots, exist_ok=True)
    links = [each.rstrip("/") for each in given.url]
    with Browser(given.chromium, given.chromedriver) as browser:
        browser.phone()
        reader = whole_way(browser, links[0], given.screenshots, "phone", given.packet)
        if len(links) > 1:
            reader.rate_to_the_end()
            back_from_the_end(reader)
            no_violations(browser, "phone")
    with Browser(given.chromium, given.chromedriver) as browser:
        browser.desktop()
        if len(links) > 1:
            reader = whole_way(browser, links[1], given.screenshots, "desktop", given.packet)
        else:
            reader = Reader(browser, links[0], given.screenshots, "desktop")
            reader.begin()
            check("desktop: another device goes on at the first open text",
                  browser.js(SCREEN) == "screen-read", browser.js(SCREEN))
        reader.rate_to_the_end()
        back_from_the_end(reader)
        no_violations(browser, "desktop")
        plain_pages(browser, links[0], given.screenshots)
    if len(links) > 2:
        with Browser(given.chromium, given.chromedriver) as browser:
            browser.desktop()
            without_storage(browser, links[2], given.screenshots)
    print(f"{len(passed)} passed, {len(failed)} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
