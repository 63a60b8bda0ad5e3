"""A small W3C WebDriver client over chromedriver: the standard library alone."""

import base64
import json
import socket
import subprocess
import time
import urllib.error
import urllib.request

KEYS = {
    "Enter": "\ue007", "Backspace": "\ue003", "Tab": "\ue004", "Escape": "\ue00c",
    "ArrowLeft": "\ue012", "ArrowUp": "\ue013", "ArrowRight": "\ue014", "ArrowDown": "\ue015",
}
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"


class Browser:
    """One headless Chromium; a context manager, so that it ends with the test."""

    def __init__(self, chromium, chromedriver):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        self.base = f"http://127.0.0.1:{port}"
        self.process = subprocess.Popen(
            [chromedriver, f"--port={port}", "--silent"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(100):
            try:
                if self.request("GET", "/status")["ready"]:
                    break
            except (OSError, KeyError):
                time.sleep(0.1)
        options = {
            "binary": chromium,
            "args": ["--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu",
                     "--window-size=1280,860", "--hide-scrollbars"],
        }
        capabilities = {"alwaysMatch": {
            "browserName": "chrome", "goog:chromeOptions": options,
            "goog:loggingPrefs": {"browser": "ALL"}}}
        self.session = "/session/" + self.request(
            "POST", "/session", {"capabilities": capabilities})["sessionId"]
        self.devtools("Network.enable")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        try:
            self.request("DELETE", self.session)
        except (OSError, RuntimeError):
            pass
        self.process.terminate()
        self.process.wait(10)

    def request(self, method, path, body=None):
        data = json.dumps(body if body is not None else {}).encode() if method == "POST" else None
        request = urllib.request.Request(
            self.base + path, data=data, method=method,
            headers={"Content-Type": "application/json"})
        try:
            with urllib.request.urlopen(request, timeout=60) as response:
                return json.load(response)["value"]
        except urllib.error.HTTPError as error:
            value = json.load(error)["value"]
            raise RuntimeError(f"{value['error']}: {value['message'].splitlines()[0]}") from None

    def do(self, command, body=None):
        return self.request("POST", self.session + command, body)

    def devtools(self, command, **parameters):
        return self.do("/goog/cdp/execute", {"cmd": command, "params": parameters})

    def open(self, url):
        self.do("/url", {"url": url})

    def reload(self):
        self.do("/refresh")

    def js(self, script, *arguments):
        return self.do("/execute/sync", {"script": script, "args": list(arguments)})

    def press(self, *keys):
        for key in keys:
            value = KEYS.get(key, key)
            actions = [{"type": "keyDown", "value": value}, {"type": "keyUp", "value": value}]
            self.do("/actions", {"actions": [{"type": "key", "id": "keys", "actions": actions}]})

    def click(self, selector):
        found = self.do("/element", {"using": "css selector", "value": selector})[ELEMENT]
        self.do(f"/element/{found}/click")

    def until(self, script, *arguments, seconds=12):
        """Waits until a script returns something true, and returns it; else what it returned last."""
        end = time.monotonic() + seconds
        while True:
            value = self.js(script, *arguments)
            if value or time.monotonic() > end:
                return value
            time.sleep(0.05)

    def phone(self):
        self.devtools("Emulation.setDeviceMetricsOverride",
                      width=390, height=844, deviceScaleFactor=2, mobile=True)
        self.devtools("Emulation.setTouchEmulationEnabled", enabled=True)

    def desktop(self):
        self.devtools("Emulation.setDeviceMetricsOverride",
                      width=1280, height=860, deviceScaleFactor=1, mobile=False)
        self.devtools("Emulation.setTouchEmulationEnabled", enabled=False)

    def scheme(self, name):
        self.devtools("Emulation.setEmulatedMedia",
                      features=[{"name": "prefers-color-scheme", "value": name}])

    def offline(self, is_off):
        self.devtools("Network.emulateNetworkConditions", offline=is_off, latency=0,
                      downloadThroughput=-1, uploadThroughput=-1)

    def block(self, *patterns):
        self.devtools("Network.setBlockedURLs", urls=list(patterns))

    def screenshot(self, path):
        with open(path, "wb") as file:
            file.write(base64.b64decode(self.request("GET", self.session + "/screenshot")))

    def console(self):
        return self.request("POST", self.session + "/se/log", {"type": "browser"})
