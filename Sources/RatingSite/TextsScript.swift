extension ReadingAssets {
  /// The texts: fetched ahead, and how long each was in view.
  static let texts = #"""
    "use strict";

    // Fetches texts, the next few ahead, so that a gap in the connection is not noticed.
    class Texts {
      constructor(address, ahead) {
        this.address = address;
        this.ahead = ahead;
        this.known = new Map();
      }

      has(position) { return this.known.has(position); }

      async get(position) {
        if (!this.known.has(position)) {
          const response = await ask(this.address + "/text/" + position);
          if (!response.ok) {
            const failure = new Error("no text");
            failure.status = response.status;
            throw failure;
          }
          this.known.set(position, (await response.json()).text);
        }
        return this.known.get(position);
      }

      async prefetch(positions) {
        for (const position of positions.slice(0, this.ahead)) {
          try {
            await this.get(position);
          } catch (later) {
            return;  // it is fetched again when its turn comes
          }
        }
      }
    }

    // Counts the seconds during which a text was on the screen, not those of a hidden page.
    class Stopwatch {
      constructor() {
        this.spent = new Map();
        this.position = null;
        this.since = 0;
        document.addEventListener("visibilitychange", () => this.lap());
      }

      lap() {
        if (this.position !== null && this.since) {
          const before = this.spent.get(this.position) || 0;
          this.spent.set(this.position, before + performance.now() - this.since);
        }
        this.since = document.hidden ? 0 : performance.now();
      }

      show(position) {
        this.lap();
        this.position = position;
        this.since = document.hidden || position === null ? 0 : performance.now();
      }

      seconds(position) {
        this.lap();
        return Math.round((this.spent.get(position) || 0) / 100) / 10;
      }
    }
    """#
}
