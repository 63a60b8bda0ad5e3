extension ReadingAssets {
  /// The questions under a text: real radio buttons, sliders and text fields, one of them current.
  static let questions = #"""
    "use strict";

    function element(kind, className, text) {
      const made = document.createElement(kind);
      if (className) made.className = className;
      if (text !== undefined) made.textContent = text;
      return made;
    }

    class QuestionForm {
      constructor(container) {
        this.container = container;
        this.parts = [];
        this.current = 0;
      }

      // `answered(question, given)` hears every answer that is given from now on.
      show(questions, given, answered) {
        this.flush();
        this.parts = questions.map((question, index) => this.build(question, index));
        for (const part of this.parts) part.answered = answered;
        this.container.replaceChildren(...this.parts.map((part) => part.box));
        for (const part of this.parts) {
          part.given = given[part.question.id] || null;
          part.paint();
        }
        const open = this.parts.findIndex((part) => this.isOpen(part));
        this.select(open >= 0 ? open : this.lastRequired());
      }

      isOpen(part) { return part.question.form.kind !== "note" && !part.given; }

      get firstOpen() { return this.parts.find((part) => this.isOpen(part)) || null; }

      lastRequired() {
        let last = 0;
        this.parts.forEach((part, index) => {
          if (part.question.form.kind !== "note") last = index;
        });
        return last;
      }

      select(index) {
        this.current = index;
        this.parts.forEach((part, each) => {
          const isCurrent = each === index && this.parts.length > 1;
          part.box.classList.toggle("current", isCurrent);
        });
      }

      selectQuestion(id) {
        const index = this.parts.findIndex((part) => part.question.id === id);
        if (index >= 0) this.select(index);
      }

      reveal() {
        const part = this.parts[this.current];
        if (part) part.box.scrollIntoView({ block: "nearest" });
      }

      // What a key or a tap gave: shown, told, and on to the next open question.
      give(part, given) {
        part.given = given;
        part.paint();
        part.answered(part.question, given);
        const index = this.parts.indexOf(part);
        const next = this.parts.findIndex((each, at) => at > index && this.isOpen(each));
        const any = this.parts.findIndex((each) => this.isOpen(each));
        this.select(next >= 0 ? next : any >= 0 ? any : index);
      }

      chooseByKey(number) {
        const part = this.parts[this.current];
        if (part && part.choose && part.choose(number)) this.afterKey(part);
      }

      cannotTellByKey() {
        const part = this.parts[this.current];
        if (part && part.cannotTell) {
          part.cannotTell();
          this.afterKey(part);
        }
      }

      afterKey(part) {
        const next = this.parts[this.current];
        part.box.scrollIntoView({ block: "nearest" });
        if (next !== part) next.box.scrollIntoView({ block: "nearest" });
        if (next !== part && next.range) next.range.focus({ preventScroll: true });
        else if (document.activeElement && document.activeElement.tagName === "INPUT") {
          document.activeElement.blur();
        }
      }

      // Hands over what is still in a field, before the text leaves the screen.
      flush() { for (const part of this.parts) if (part.flush) part.flush(); }

      build(question, index) {
        switch (question.form.kind) {
          case "slider": return this.buildSlider(question, index);
          case "note": return this.buildNote(question, index);
          default: return this.buildChoices(question, index);
        }
      }

      buildChoices(question, index) {
        const isGuess = question.form.kind === "guess";
        const options = isGuess
          ? question.form.options.map((option) => [option.label, { guess: option.id }])
          : question.form.labels.map((label, value) => [label, { value }]);
        const part = { question, box: element("fieldset", "question"), given: null };
        part.box.append(element("legend", "", question.ask));
        part.rows = options.map(([label, given], place) =>
          this.buildRow(part, index, label, given, place < 9 ? String(place + 1) : ""));
        if (!isGuess) {
          part.rows.push(this.buildRow(part, index, "cannot tell", { cannot_tell: true }, "0"));
          part.rows[part.rows.length - 1].row.classList.add("apart");
          part.cannotTell = () => this.give(part, { cannot_tell: true });
        }
        part.box.append(...part.rows.map((each) => each.row));
        part.choose = (number) => {
          if (number > options.length) return false;
          this.give(part, options[number - 1][1]);
          return true;
        };
        part.paint = () => {
          for (const each of part.rows) {
            const chosen = JSON.stringify(each.given) === JSON.stringify(part.given);
            each.input.checked = chosen;
            each.row.classList.toggle("chosen", chosen);
          }
        };
        return part;
      }

      buildRow(part, index, label, given, key) {
        const row = element("label", "choice");
        const input = element("input");
        input.type = "radio";
        input.name = "question-" + index;
        input.addEventListener("change", () => { if (input.checked) this.give(part, given); });
        row.append(input, element("span", "label", label));
        if (key) {
          const mark = element("kbd", "", key);
          mark.setAttribute("aria-hidden", "true");
          row.append(mark);
        }
        return { row, input, given };
      }

      buildSlider(question, index) {
        const part = { question, box: element("fieldset", "question"), given: null };
        part.box.append(element("legend", "", question.ask));
        const scale = element("div", "scale");
        const poles = element("div", "poles");
        poles.id = "poles-" + index;
        poles.append(...question.form.labels.map((label) => element("span", "", label)));
        const range = element("input");
        Object.assign(range, { type: "range", min: "0", max: "100", step: "1", value: "50" });
        range.setAttribute("aria-label", question.ask);
        range.setAttribute("aria-describedby", poles.id);
        const remark = element("p", "remark");
        scale.append(range, poles);
        const toggle = this.buildRow(part, index, "cannot tell", { cannot_tell: true }, "0");
        toggle.row.classList.add("apart");
        part.box.append(scale, remark, toggle.row);
        part.range = range;
        let timer = null;
        part.flush = () => {
          if (timer === null) return;
          clearTimeout(timer);
          timer = null;
          this.give(part, { value: Number(range.value) });
        };
        // The slider stands in the middle until it is touched, and that is no answer.
        const touched = () => {
          scale.classList.remove("untouched");
          scale.classList.add("chosen");
          clearTimeout(timer);
          timer = setTimeout(part.flush, 350);
        };
        range.addEventListener("input", touched);
        range.addEventListener("change", touched);
        range.addEventListener("pointerup", touched);
        part.cannotTell = () => {
          clearTimeout(timer);
          timer = null;
          this.give(part, { cannot_tell: true });
        };
        part.paint = () => {
          const value = part.given && part.given.value;
          const isPlaced = typeof value === "number";
          if (isPlaced) range.value = String(value);
          scale.classList.toggle("untouched", !isPlaced);
          scale.classList.toggle("chosen", isPlaced);
          toggle.input.checked = Boolean(part.given && part.given.cannot_tell);
          toggle.row.classList.toggle("chosen", toggle.input.checked);
          range.setAttribute("aria-valuetext", isPlaced ? value + " of 100" : "not yet placed");
          remark.textContent = isPlaced || toggle.input.checked ? "" : "Move the slider to answer.";
        };
        return part;
      }

      buildNote(question, index) {
        const part = { question, box: element("div", "question note"), given: null };
        const field = element("textarea");
        Object.assign(field, { id: "note-" + index, rows: 3, maxLength: 4000 });
        field.setAttribute("aria-describedby", "remark-" + index);
        const label = element("label", "ask", question.ask + " ");
        label.htmlFor = field.id;
        label.append(element("span", "optional", "(optional)"));
        const remark = element("p", "remark");
        remark.id = "remark-" + index;
        part.box.append(label, field, remark);
        const saved = () => (part.given ? part.given.note : "");
        part.flush = () => {
          const text = field.value.trim();
          remark.textContent = !text && saved() ? "An empty note does not replace the saved one." : "";
          if (!text || text === saved()) return;
          part.given = { note: text };
          part.answered(part.question, part.given);
        };
        field.addEventListener("blur", part.flush);
        part.paint = () => { field.value = saved(); };
        return part;
      }
    }
    """#
}
