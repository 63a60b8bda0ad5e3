extension ReadingAssets {
  /// Answers on their way: kept until the server has said that it stored them.
  static let queue = #"""
    "use strict";

    // Where a browser lets pages keep something, answers outlive the page; elsewhere, as long as it.
    class Shelf {
      constructor(prefix) {
        this.prefix = prefix;
        try {
          const probe = prefix + "probe";
          window.localStorage.setItem(probe, "1");
          window.localStorage.removeItem(probe);
          this.storage = window.localStorage;
        } catch (refused) {
          this.storage = null;
        }
      }

      get lasts() { return this.storage !== null; }

      all() {
        const found = [];
        if (!this.storage) return found;
        for (let index = 0; index < this.storage.length; index += 1) {
          const key = this.storage.key(index);
          if (!key.startsWith(this.prefix)) continue;
          try {
            found.push([key, JSON.parse(this.storage.getItem(key))]);
          } catch (damaged) {
            this.storage.removeItem(key);
          }
        }
        found.sort((a, b) => (a[0] < b[0] ? -1 : 1));
        return found;
      }

      put(key, value) {
        try {
          if (this.storage) this.storage.setItem(key, JSON.stringify(value));
        } catch (full) {
          this.storage = null;
        }
      }

      drop(key) {
        try {
          if (this.storage) this.storage.removeItem(key);
        } catch (refused) {
          this.storage = null;
        }
      }
    }

    function randomName() {
      const bytes = new Uint8Array(16);
      window.crypto.getRandomValues(bytes);
      return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
    }

    // One request with a limit of time; throws where no answer came.
    async function ask(address, options = {}) {
      const limit = new AbortController();
      const timer = setTimeout(() => limit.abort(), 15000);
      try {
        return await fetch(address, { cache: "no-store", signal: limit.signal, ...options });
      } finally {
        clearTimeout(timer);
      }
    }

    // Sends answers one after the other, in the order in which they were given. An answer keeps its
    // id, so that one that is sent twice is stored once.
    class AnswerQueue {
      constructor(address, name, listener) {
        this.address = address;
        this.listener = listener;
        this.shelf = new Shelf("reading/" + name + "/");
        this.items = this.shelf.all().map(([key, answer]) => ({ key, answer }));
        this.count = 0;
        this.pause = 0;
        this.timer = null;
        this.sending = false;
        this.failing = false;
        this.hasSaved = false;
        this.stopped = false;
        window.addEventListener("online", () => this.send());
        document.addEventListener("visibilitychange", () => this.send());
      }

      get waiting() { return this.items.length; }

      add(answer) {
        const full = { id: randomName(), ...answer };
        this.count += 1;
        const order = String(Date.now()).padStart(15, "0") + "-" + String(this.count).padStart(6, "0");
        const item = { key: this.shelf.prefix + order + "-" + full.id, answer: full };
        this.items.push(item);
        this.shelf.put(item.key, full);
        this.listener.changed();
        this.send();
      }

      async send() {
        if (this.sending || this.stopped) return;
        clearTimeout(this.timer);
        this.sending = true;
        while (this.items.length > 0 && !this.stopped) {
          const goOn = await this.sendFirst(this.items[0]);
          this.listener.changed();
          if (!goOn) break;
        }
        this.sending = false;
        if (this.items.length > 0 && !this.stopped) {
          this.pause = Math.min(this.pause ? this.pause * 2 : 1000, 20000);
          this.timer = setTimeout(() => this.send(), this.pause);
        } else {
          this.pause = 0;
        }
      }

      async sendFirst(item) {
        let response;
        try {
          response = await ask(this.address, {
            method: "POST", keepalive: true,
            headers: { "Content-Type": "application/json" },
            body: JSON.stringify(item.answer),
          });
        } catch (unreachable) {
          this.failing = true;
          return false;
        }
        if (response.ok) {
          this.failing = false;
          this.hasSaved = true;
          this.drop(item);
          return true;
        }
        if (response.status === 409 || response.status === 404 || response.status === 403) {
          this.stopped = true;
          const left = this.items.length;
          if (response.status === 409) this.items.slice().forEach((each) => this.drop(each));
          this.listener.ended(response.status, left);
          return false;
        }
        if (response.status === 400 || response.status === 413) {
          // The server will never take this one; those behind it must not wait for it.
          this.drop(item);
          let problem = "";
          try {
            problem = (await response.json()).problem;
          } catch (unreadable) {
            problem = "the server did not take it";
          }
          this.listener.refused(item.answer, problem);
          return true;
        }
        this.failing = true;
        return false;
      }

      drop(item) {
        this.items = this.items.filter((each) => each !== item);
        this.shelf.drop(item.key);
      }
    }
    """#
}
