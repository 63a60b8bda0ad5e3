extension ReadingAssets {
  static let styles = #"""
    .bar {
      position: sticky;
      top: 0;
      z-index: 2;
      background: var(--paper);
      border-bottom: 1px solid var(--line);
    }
    .bar-row {
      display: flex;
      justify-content: space-between;
      align-items: center;
      gap: 1rem;
      padding-top: .6rem;
      padding-bottom: .5rem;
    }
    .bar p { margin: 0; font-size: .9rem; }
    .place { font-weight: 600; font-feature-settings: "tnum"; }
    .saved { color: var(--quiet); }
    .saved.waiting {
      padding: .1rem .6rem;
      border-radius: 1rem;
      background: var(--warn-wash);
      color: var(--warn);
      font-weight: 600;
    }

    progress {
      appearance: none;
      display: block;
      width: 100%;
      height: 4px;
      border: 0;
      background: var(--line);
      color: var(--accent);
    }
    progress::-webkit-progress-bar { background: var(--line); }
    progress::-webkit-progress-value { background: var(--accent); }
    progress::-moz-progress-bar { background: var(--accent); }

    .screen { padding-top: 1.5rem; padding-bottom: 2rem; }
    #screen-intro, #screen-wait, #screen-last-part, #screen-end, #screen-stop {
      max-width: 38rem;
      margin: 0 auto;
      padding-top: clamp(1.5rem, 7vh, 5rem);
    }
    .screen h1:focus-visible { outline: none; }
    .lead { font-size: 1.1rem; }
    .small { font-size: .9rem; }
    .rules { padding-left: 1.2rem; }
    .rules li { margin-bottom: .5rem; }
    .key-list {
      display: flex;
      flex-wrap: wrap;
      gap: .4rem 1.4rem;
      margin: 1.5rem 0;
      padding: .9rem 1.1rem;
      border: 1px solid var(--line);
      border-radius: .75rem;
      color: var(--quiet);
      font-size: .92rem;
    }
    .key-list p { margin: 0; white-space: nowrap; }

    .unseen {
      position: absolute;
      width: 1px;
      height: 1px;
      margin: -1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
    .text {
      padding: clamp(1.1rem, 4vw, 2.25rem) clamp(1.1rem, 5vw, 2.5rem);
      border: 1px solid var(--line);
      border-radius: .9rem;
      background: var(--sheet);
      box-shadow: var(--shadow);
      font: 1.1875rem/1.62 var(--serif);
      white-space: pre-wrap;
      overflow-wrap: anywhere;
      unicode-bidi: plaintext;
      hanging-punctuation: first;
      tab-size: 4;
    }
    .text.waiting { color: var(--quiet); font: 1rem/1.5 var(--sans); }

    .questions { margin-top: 1.75rem; }
    .question {
      min-width: 0;
      margin: 0 0 1.75rem -1rem;
      padding: 0 0 0 calc(1rem - 3px);
      border: 0;
      border-left: 3px solid transparent;
      scroll-margin: 5rem 0 7rem;
    }
    .question.current { border-left-color: var(--accent); }
    .question legend { float: left; width: 100%; }
    .question legend + * { clear: both; }
    .question legend, .question .ask {
      display: block;
      padding: 0;
      margin: 0 0 .7rem;
      font-size: 1.0625rem;
      font-weight: 600;
      line-height: 1.4;
      text-wrap: pretty;
    }
    .question .optional { color: var(--quiet); font-weight: 400; }

    .choice {
      position: relative;
      display: flex;
      align-items: center;
      gap: .75rem;
      min-height: 3rem;
      margin: 0 0 .4rem;
      padding: .55rem .9rem;
      border: 1px solid var(--line);
      border-radius: .65rem;
      background: var(--sheet);
      cursor: pointer;
      touch-action: manipulation;
    }
    .choice:hover { border-color: var(--edge); }
    .choice .label { flex: 1; min-width: 0; overflow-wrap: anywhere; line-height: 1.35; }
    .choice input {
      appearance: none;
      flex: none;
      width: 1.25rem;
      height: 1.25rem;
      margin: 0;
      border: 2px solid var(--edge);
      border-radius: 50%;
      background: var(--sheet);
      cursor: pointer;
    }
    .choice input:checked {
      border-color: var(--accent);
      background: var(--accent);
      box-shadow: inset 0 0 0 3px var(--sheet);
    }
    .choice.chosen { border-color: var(--accent); background: var(--accent-wash); }
    .choice.chosen input:checked { box-shadow: inset 0 0 0 3px var(--accent-wash); }
    .choice.apart { border-style: dashed; background: transparent; color: var(--quiet); }
    .choice.apart.chosen { border-style: solid; background: var(--accent-wash); color: var(--ink); }

    .scale { margin: 0 0 .75rem; padding: .9rem 1rem .8rem; }
    .scale, .note textarea {
      border: 1px solid var(--line);
      border-radius: .65rem;
      background: var(--sheet);
    }
    .scale.chosen { border-color: var(--accent); background: var(--accent-wash); }
    .scale input {
      display: block;
      width: 100%;
      height: 2.75rem;
      margin: 0;
      accent-color: var(--accent);
      cursor: pointer;
      touch-action: pan-y;
    }
    .scale.untouched input { accent-color: var(--edge); opacity: .55; }
    @supports selector(:has(*)) {
      .choice input:focus-visible, .scale input:focus-visible { outline: none; }
      .choice:has(input:focus-visible), .scale:has(input:focus-visible) {
        outline: 3px solid var(--accent);
        outline-offset: 2px;
      }
    }
    .poles { display: flex; justify-content: space-between; gap: 2rem; line-height: 1.3; }
    .poles span { flex: 0 1 46%; overflow-wrap: anywhere; }
    .poles span + span { text-align: right; }
    .question .remark { margin: .4rem 0 0; color: var(--quiet); font-size: .9rem; }
    .question .remark:empty { display: none; }

    .note textarea {
      display: block;
      border-color: var(--edge);
      width: 100%;
      min-height: 5.5rem;
      padding: .7rem .9rem;
      color: var(--ink);
      font: 1rem/1.5 var(--sans);
      resize: vertical;
    }

    .hint { margin-bottom: 0; color: var(--warn); font-size: .95rem; }
    .hint:not(:empty) { padding-top: .55rem; }

    .moves {
      position: sticky;
      bottom: 0;
      z-index: 2;
      border-top: 1px solid var(--line);
      background: var(--paper);
      padding-bottom: env(safe-area-inset-bottom, 0);
    }
    .moves-row {
      display: flex;
      justify-content: space-between;
      gap: .75rem;
      padding-top: .6rem;
      padding-bottom: .6rem;
    }
    .moves #continue { min-width: 10rem; }
    .moves #continue.unready {
      border-color: var(--edge);
      background: transparent;
      color: var(--quiet);
    }

    @media (pointer: coarse), (max-width: 34rem) {
      .key-list, .choice kbd { display: none; }
    }
    @media (max-width: 34rem) {
      .column { padding-left: 1rem; padding-right: 1rem; }
      .question { margin-left: -.7rem; padding-left: calc(.7rem - 3px); }
      .moves #continue { flex: 1; }
      .wide { width: 100%; }
    }
    @media (forced-colors: active) {
      .choice input { appearance: auto; }
      .choice.chosen { outline: 2px solid; }
    }
    """#
}
