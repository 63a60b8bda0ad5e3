extension ReadingAssets {
  /// The page itself: which screen is shown, which text, and what keys do.
  static let reading = #"""
    "use strict";

    (() => {
      const address = window.location.pathname.replace(/\/+$/, "");
      const byID = (id) => document.getElementById(id);
      const screens = ["wait", "intro", "read", "last-part", "end", "stop"];
      const form = new QuestionForm(byID("questions"));
      const texts = new Texts(address, 5);
      const watch = new Stopwatch();
      const history = [];
      let questions = [];
      let guess = null;
      let places = [];
      let minutes = 0;
      let here = 0;
      let screen = "wait";
      let turn = 0;
      let lastPartBegun = false;
      let usedPointer = false;
      let savedTimer = null;

      const queue = new AnswerQueue(address + "/ratings", address.split("/").pop(), {
        changed: () => { paintSaved(); paintEnd(); },
        refused: (answer, problem) => forget(answer, problem),
        ended: (status, left) => ended(status, left),
      });

      // Screens

      function show(name) {
        screen = name;
        for (const each of screens) byID("screen-" + each).hidden = each !== name;
        byID("bar").hidden = name !== "read" && name !== "end";
        byID("moves").hidden = name !== "read";
        if (name !== "read") {
          watch.show(null);
          window.scrollTo(0, 0);
          const heading = byID("screen-" + name).querySelector("h1");
          if (name !== "wait") heading.focus({ preventScroll: true });
        }
      }

      function stop(heading, note) {
        byID("stop-heading").textContent = heading;
        byID("stop-note").textContent = note;
        show("stop");
      }

      const count = (number, one, many) => number + " " + (number === 1 ? one : many);

      function ended(status, left) {
        if (status === 409) {
          const late = left > 0
            ? " " + count(left, "answer", "answers") + " came too late and could not be saved." : "";
          stop("Rating is closed", "What was saved before counts. Thank you." + late);
        } else if (status === 404) {
          stop("This link opens nothing any more",
            "Ask whoever invited you for a new one. Your saved answers are kept.");
        } else {
          stop("Not saved", "The address of this page is not the one that the server knows. Open "
            + "your link itself; your answers are kept on this device until then.");
        }
      }

      // Places and what was given there

      const isGuess = (place) => place.part === "guess";
      const asked = (place) => (isGuess(place)
        ? (guess ? [{ id: "guess", ask: guess.ask, form: { kind: "guess", options: guess.options } }] : [])
        : questions);
      const isComplete = (place) => (isGuess(place)
        ? Boolean(place.given.guess)
        : questions.every((each) => each.form.kind === "note" || place.given[each.id]));
      const firstOpen = () => places.findIndex((place) => !isComplete(place));
      const ratedCount = () => places.filter((place) => !isGuess(place)).length;
      const lowest = () => (lastPartBegun ? ratedCount() : 0);

      function answered(place, question, given) {
        place.given[question.id] = given;
        const entry = { index: places.indexOf(place), question: question.id };
        if (question.form.kind !== "note") history.push(entry);
        byID("hint").textContent = "";
        queue.add({
          position: place.position, question: question.id, ...given,
          seconds: watch.seconds(place.position),
        });
        paintProgress();
      }

      function forget(answer, problem) {
        const place = places.find((each) => each.position === answer.position);
        if (place) delete place.given[answer.question];
        byID("hint").textContent = "An answer was not taken: " + problem + ".";
        paintProgress();
      }

      // Marks

      function paintProgress() {
        const place = places[here];
        if (!place) return;
        const rated = ratedCount();
        byID("place").textContent = isGuess(place)
          ? "last part: " + (here - rated + 1) + " of " + (places.length - rated)
          : "text " + (here + 1) + " of " + rated;
        byID("progress").max = places.length;
        byID("progress").value = places.filter(isComplete).length;
        byID("back").disabled = here <= lowest();
        const button = byID("continue");
        button.classList.toggle("unready", !isComplete(place));
        button.textContent = here === places.length - 1 ? "Finish" : "Continue";
      }

      function paintSaved() {
        const mark = byID("saved");
        clearTimeout(savedTimer);
        const write = (text, isWaiting) => {
          if (mark.textContent !== text) mark.textContent = text;
          mark.classList.toggle("waiting", isWaiting);
        };
        if (queue.waiting === 0) write(queue.hasSaved ? "saved" : "", false);
        else if (queue.failing) write("not yet saved: " + queue.waiting, true);
        else savedTimer = setTimeout(() => write("saving…", false), 500);
      }

      function paintEnd() {
        byID("end-note").textContent = queue.waiting === 0
          ? "That was all. Every answer is saved; you may close this page."
          : count(queue.waiting, "answer is", "answers are")
            + " not yet saved. Please keep this page open until the connection is back.";
      }

      // Moving

      async function go(index, question) {
        form.flush();
        const open = firstOpen();
        const target = isGuess(places[index]) && open >= 0 && !isGuess(places[open]) ? open : index;
        const place = places[target];
        if (isGuess(place) && !lastPartBegun) return showLastPart();
        turn += 1;
        const mine = turn;
        here = target;
        show("read");
        watch.show(null);
        window.scrollTo(0, 0);
        paintProgress();
        paintSaved();
        byID("hint").textContent = "";
        byID("heading").textContent = isGuess(place)
          ? "Shown again: " + (here - ratedCount() + 1) : "Text " + (here + 1);
        byID("heading").focus({ preventScroll: true });
        if (!texts.has(place.position) || (isGuess(place) && !guess)) waitForText();
        const text = await insist(() => texts.get(place.position), mine);
        if (isGuess(place) && !guess) {
          const sheet = await insist(() => fetchGuess(), mine);
          if (mine === turn) guess = sheet;
        }
        if (mine !== turn) return undefined;
        byID("text").classList.remove("waiting");
        byID("text").textContent = text;
        form.show(asked(place), place.given, (each, given) => answered(place, each, given));
        if (question) {
          form.selectQuestion(question);
          form.reveal();
        }
        paintProgress();
        watch.show(place.position);
        const after = places.slice(here + 1).map((each) => each.position);
        texts.prefetch(after);
        return undefined;
      }

      function waitForText() {
        byID("text").classList.add("waiting");
        byID("text").textContent = "The text comes as soon as the connection allows.";
        form.show([], {}, () => {});
      }

      // Tries again until there is an answer or the reader has moved on.
      async function insist(work, mine) {
        for (let pause = 500; mine === turn; pause = Math.min(pause * 2, 8000)) {
          try {
            return await work();
          } catch (failure) {
            if (failure.status === 404) ended(404, 0);
            if (failure.status === 404) return undefined;
            await new Promise((resume) => setTimeout(resume, pause));
          }
        }
        return undefined;
      }

      async function fetchGuess() {
        await queue.send();
        const response = await ask(address + "/guess");
        if (!response.ok) {
          const failure = new Error("no sheet");
          failure.status = response.status;
          throw failure;
        }
        return (await response.json()).guess;
      }

      function next() {
        form.flush();
        const place = places[here];
        if (!isComplete(place)) {
          const open = form.firstOpen;
          if (!open) return;  // the text is still on its way
          form.selectQuestion(open.question.id);
          form.reveal();
          byID("hint").textContent = isGuess(place)
            ? "Still open: please pick one." : "Still open: choose one, or “cannot tell”.";
          return;
        }
        const open = firstOpen();
        if (here + 1 < places.length) go(here + 1);
        else if (open >= 0) go(open);
        else finish();
      }

      function move(step) {
        const target = here + step;
        if (target < lowest() || target >= places.length) return;
        if (step > 0 && isGuess(places[target]) && !isComplete(places[here])) return;
        go(target);
      }

      function undo() {
        const current = form.parts[form.current];
        const isHere = (entry) =>
          entry.index === here && current && entry.question === current.question.id;
        while (history.length && (isHere(history[history.length - 1])
          || history[history.length - 1].index < lowest())) history.pop();
        const entry = history.pop();
        const say = "Your last answer: choose again to change it.";
        if (entry && entry.index === here) {
          form.selectQuestion(entry.question);
          form.reveal();
          byID("hint").textContent = say;
        } else if (entry || here > lowest()) {
          go(entry ? entry.index : here - 1, entry ? entry.question : undefined)
            .then(() => { byID("hint").textContent = say; });
        }
      }

      function showLastPart() {
        const again = places.length - ratedCount();
        byID("last-part-lead").textContent = "You have rated every text. One more question is asked, "
          + "about " + count(again, "text that is", "texts that are") + " shown to you again.";
        show("last-part");
      }

      function beginLastPart() {
        lastPartBegun = true;
        go(ratedCount());
      }

      function finish() {
        show("end");
        paintEnd();
        paintProgress();
        byID("place").textContent = "all done";
      }

      // Keys

      const primary = {
        intro: () => go(Math.max(firstOpen(), 0)), read: next, "last-part": beginLastPart,
      };

      function pressed(event) {
        const target = event.target;
        if (event.isComposing || event.altKey) return;
        if (target.tagName === "TEXTAREA") {
          if (event.key === "Escape") target.blur();
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) next();
          return;
        }
        if (event.ctrlKey || event.metaKey) return;
        if (event.key === "Tab") usedPointer = false;
        const isButton = target.tagName === "BUTTON" || target.tagName === "A";
        if (event.key === "Enter") {
          if (isButton || event.repeat || !primary[screen]) return;
          event.preventDefault();
          primary[screen]();
          return;
        }
        if (screen === "end" && isUndo(event.key)) {
          event.preventDefault();
          go(places.length - 1);
        }
        if (screen === "last-part" && isUndo(event.key)) {
          event.preventDefault();
          go(ratedCount() - 1);
        }
        if (screen === "read") pressedWhileReading(event, target);
      }

      const isUndo = (key) => key === "u" || key === "U" || key === "Backspace";

      function pressedWhileReading(event, target) {
        const isRange = target.type === "range";
        const key = event.key;
        if (event.repeat && !key.startsWith("Arrow")) return;
        if (/^[1-9]$/.test(key)) form.chooseByKey(Number(key));
        else if (key === "0" || key === "?") form.cannotTellByKey();
        else if (isUndo(key)) undo();
        else if ((key === "ArrowLeft" || key === "ArrowRight") && !isRange) {
          if (!event.repeat) move(key === "ArrowLeft" ? -1 : 1);
        } else if ((key === "ArrowUp" || key === "ArrowDown") && target.type === "radio"
          && usedPointer) {
          // A reader who tapped an answer and now scrolls must not change it by that.
          window.scrollBy(0, key === "ArrowUp" ? -60 : 60);
        } else return;
        event.preventDefault();
      }

      // The start

      async function start() {
        let state = null;
        for (let pause = 500; state === null; pause = Math.min(pause * 2, 8000)) {
          try {
            const response = await ask(address + "/state");
            if (response.status === 404) return ended(404, 0);
            if (response.status === 409) return ended(409, 0);
            if (response.ok) state = await response.json();
          } catch (unreachable) {
            byID("wait-note").textContent = "No connection just now; this page goes on by itself.";
          }
          if (state === null) await new Promise((resume) => setTimeout(resume, pause));
        }
        if (state.closed) {
          queue.send();
          return ended(409, 0);
        }
        ({ questions, guess, places, minutes } = state);
        for (const { answer } of queue.items) {
          const place = places.find((each) => each.position === answer.position);
          const { id, position, question, seconds, ...given } = answer;
          if (place) place.given[question] = given;
        }
        queue.send();
        lastPartBegun = places.some((place) => isGuess(place) && place.given.guess);
        if (places.length === 0) {
          return stop("Nothing to read yet", "Come back by the same link later.");
        }
        const open = firstOpen();
        here = open < 0 ? places.length - 1 : open;
        if (open < 0) return finish();
        if (places.some((place) => Object.keys(place.given).length > 0)) return go(open);
        return showIntro();
      }

      function showIntro() {
        const asks = count(questions.length, "question", "questions");
        byID("intro-lead").textContent = "You will read " + count(ratedCount(), "text", "texts")
          + ", one at a time, and answer " + asks + " about each. "
          + "It takes about " + count(minutes, "minute", "minutes") + ", in as many sittings as you like.";
        show("intro");
        texts.prefetch(places.map((place) => place.position));
      }

      byID("begin").addEventListener("click", () => primary.intro());
      byID("last-part-begin").addEventListener("click", beginLastPart);
      byID("last-part-back").addEventListener("click", () => go(ratedCount() - 1));
      byID("end-back").addEventListener("click", () => go(places.length - 1));
      byID("back").addEventListener("click", () => move(-1));
      byID("continue").addEventListener("click", next);
      document.addEventListener("keydown", pressed);
      document.addEventListener("pointerdown", () => { usedPointer = true; });
      window.addEventListener("pagehide", () => form.flush());
      document.addEventListener("visibilitychange", () => { if (document.hidden) form.flush(); });
      window.addEventListener("beforeunload", (event) => {
        if (queue.waiting > 0 && !queue.shelf.lasts) event.preventDefault();
      });
      start();
    })();
    """#
}
