#!/usr/bin/env python3
"""Somebody who does not program designs a trial in a terminal, from a naive prompt, and runs it.

Needs the program that `make test` builds, or another one that UNLED names. The model is a server on
loopback that says one sentence.
"""

import http.server
import json
import os
import pathlib
import pty
import re
import select
import subprocess
import sys
import tempfile
import threading
import time
import unittest

sys.dont_write_bytecode = True  # nothing is left among the sources

HOME = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = pathlib.Path(os.environ.get("UNLED") or HOME / ".build" / "debug" / "unled").resolve()

# What is asked, and what somebody would answer; '' is Enter, which takes what stands in brackets.
ANSWERS = [
    ("What did you see", "Its stories end under the moon."),
    ("Where did you see it", ""),
    ("Whom or what is it about", "the story"),
    ("so that it says what you saw", "ends under the moon"),
    ("if it were not so", "ends under the roof"),
    ("What did you type",
     "Write a short story about a baker. You always end with a moon, don't you? About 200 words."),
    ("without what led", ""),
    ("Another way to ask", "Tell a short story. Let it be about {topic}."),
    ("Another way to ask", ""),
    ("Topics", "a baker; a nurse; a tailor"),
    ("Add some from a list", "places"),
    ("Words that give the claim away", ""),
    ("What shall raters be asked", ""),
    ("On which scale", ""),
    ("What else would produce", ""),
    ("The smallest effect", ""),
    ("The model's name", "m"),
]


class Terminal:
    """A program on a pseudo-terminal."""

    def __init__(self, arguments, folder):
        self.text = self.ahead = ""
        self.process, self.end = pty.fork()
        if self.process == 0:
            os.chdir(folder)
            os.environ.update(TERM="xterm", XDG_CONFIG_HOME=str(folder))
            os.execv(PROGRAM, [str(PROGRAM), *arguments])

    def until(self, words, seconds=60):
        """Reads until words appear after what was read before; lines may break within them."""
        limit = time.monotonic() + seconds
        wanted = re.compile(r"\s+".join(map(re.escape, words.split())))
        while not (found := wanted.search(self.ahead)):
            left = limit - time.monotonic()
            if left <= 0 or not select.select([self.end], [], [], left)[0]:
                raise AssertionError(f"'{words}' was not asked; on the screen:\n{self.text}")
            try:
                part = os.read(self.end, 4096).decode("utf-8", "replace")
            except OSError:
                part = ""
            if not part:
                raise AssertionError(f"it ended before '{words}'; on the screen:\n{self.text}")
            self.ahead += part
            self.text += part
        self.ahead = self.ahead[found.end():]

    def say(self, line):
        os.write(self.end, (line + "\n").encode())

    def close(self):
        """The exit status, when everything has been read."""
        while True:
            try:
                part = os.read(self.end, 4096)
            except OSError:
                break
            if not part:
                break
            self.text += part.decode("utf-8", "replace")
        return os.waitstatus_to_exitcode(os.waitpid(self.process, 0)[1])


class Model(http.server.BaseHTTPRequestHandler):
    """An OpenAI-compatible server that has one thing to say."""

    reply = "The ladder stood against the wall, and nobody moved it."

    def do_POST(self):
        self.rfile.read(int(self.headers["Content-Length"]))
        body = json.dumps({
            "id": "1", "object": "chat.completion", "model": "m", "choices": [{
                "index": 0, "finish_reason": "stop",
                "message": {"role": "assistant", "content": self.reply}}],
            "usage": {"prompt_tokens": 9, "completion_tokens": 12, "total_tokens": 21},
        }).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


class NewTests(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Model)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.addCleanup(self.server.server_close)
        self.addCleanup(self.server.shutdown)
        self.address = f"http://127.0.0.1:{self.server.server_address[1]}/v1"

    def unled(self, *arguments):
        return subprocess.run(
            [PROGRAM, *arguments], cwd=self.folder.name, stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=300, check=False)

    def test_a_naive_prompt_becomes_a_trial_that_lints_clean_and_runs(self):
        terminal = Terminal(["new", "moon"], self.folder.name)
        for question, answer in ANSWERS:
            terminal.until(question)
            terminal.until(">")
            terminal.say(answer)
        terminal.until("The server's address")
        terminal.until(">")
        terminal.say(self.address)
        self.assertEqual(terminal.close(), 0, terminal.text)
        self.assertIn("tag question", terminal.text)
        self.assertIn("It lints clean", terminal.text)
        lint = self.unled("lint", "moon")
        self.assertEqual(lint.returncode, 0, lint.stdout)
        file = (pathlib.Path(self.folder.name) / "trials/moon/trial.yaml").read_text("utf-8")
        self.assertIn('"Write a short story about {topic}. About 200 words."', file)
        self.assertNotIn("don't you", file)
        run = self.unled("run", "moon")
        self.assertEqual(run.returncode, 0, run.stdout)
        status = self.unled("status", "moon")
        self.assertIn("unled blind moon", status.stdout)

    def test_what_a_model_proposes_is_taken_one_by_one_and_marked(self):
        Model.reply = "1. a ladder\n2. a well\n3. a lonely fear, isn't it?\n4. a gate\n"
        self.addCleanup(setattr, Model, "reply", "The ladder stood against the wall.")
        terminal = Terminal([
            "new", "wells", "--with", "m", "--base-url", self.address, "--observation", "It ends so.",
            "--source", "", "--about", "the story", "--holds", "ends under the moon", "--fails",
            "ends under the roof", "--prompt", "Write a short story about {topic}.", "--wording",
            "Tell a short story. Let it be about {topic}.", "--topics", "a baker; a nurse", "--widen",
            "people", "--terms", "moon, roof", "--question",
            "How far is it so, or not so, that it ends under the moon?", "--scale", "PRES",
            "--baseline", "none", "--smallest-effect", "0.5", "--model", "m"], self.folder.name)
        for topic, answer in [("a ladder", "y"), ("a well", "n"), ("a gate", "y")]:
            terminal.until(f"m proposes: {topic}")
            terminal.until(">")
            terminal.say(answer)
        self.assertEqual(terminal.close(), 0, terminal.text)
        self.assertIn("left out, for it leads", terminal.text)
        file = (pathlib.Path(self.folder.name) / "trials/wells/trial.yaml").read_text("utf-8")
        self.assertIn('topic: "a ladder", origin: "m"', file)
        self.assertIn('topic: "a gate", origin: "m"', file)
        self.assertNotIn("a well", file)


if __name__ == "__main__":
    unittest.main()
