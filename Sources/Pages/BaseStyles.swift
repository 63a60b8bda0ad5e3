extension SharedAssets {
  static let baseStyles = #"""
    :root {
      color-scheme: light dark;
      --paper: #faf8f4;
      --sheet: #ffffff;
      --ink: #23211d;
      --quiet: #5f5a50;
      --line: #ddd7cb;
      --edge: #8b8477;
      --accent: #1f5f5b;
      --accent-ink: #ffffff;
      --accent-wash: #e4efec;
      --warn: #8a4b08;
      --warn-wash: #fbeeda;
      --shadow: 0 1px 2px rgb(60 50 30 / 6%), 0 6px 24px rgb(60 50 30 / 5%);
      --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue",
        "DejaVu Sans", sans-serif;
      --serif: "Iowan Old Style", "Palatino Linotype", Palatino, "Source Serif 4", Charter,
        Georgia, "Noto Serif", "DejaVu Serif", serif;
    }

    @media (prefers-color-scheme: dark) {
      :root {
        --paper: #171614;
        --sheet: #201e1b;
        --ink: #e9e4d9;
        --quiet: #aca493;
        --line: #38342e;
        --edge: #857d6e;
        --accent: #7cc4b8;
        --accent-ink: #10211f;
        --accent-wash: #1f3532;
        --warn: #efb264;
        --warn-wash: #3a2b17;
        --shadow: none;
      }
    }

    *, *::before, *::after { box-sizing: border-box; }

    html {
      -webkit-text-size-adjust: 100%;
      text-size-adjust: 100%;
    }

    body {
      margin: 0;
      background: var(--paper);
      color: var(--ink);
      font: 1rem/1.5 var(--sans);
      min-height: 100vh;
      min-height: 100dvh;
    }

    h1, h2, h3 { line-height: 1.25; text-wrap: balance; }
    h1 { font-size: 1.6rem; margin: 0 0 1rem; }
    h2 { font-size: 1.2rem; margin: 2rem 0 .75rem; }
    p, ul, ol, dl { margin: 0 0 1rem; }
    a { color: var(--accent); }
    [hidden] { display: none !important; }

    :focus { outline: none; }
    :focus-visible {
      outline: 3px solid var(--accent);
      outline-offset: 2px;
    }

    .column {
      width: 100%;
      max-width: 44rem;
      margin: 0 auto;
      padding: 0 1.25rem;
    }

    .plain-page { padding-top: 12vh; padding-bottom: 4rem; }

    .quiet { color: var(--quiet); }

    .button {
      appearance: none;
      display: inline-flex;
      align-items: center;
      justify-content: center;
      gap: .5rem;
      min-height: 3rem;
      padding: .5rem 1.4rem;
      border: 1px solid var(--edge);
      border-radius: .6rem;
      background: transparent;
      color: var(--ink);
      font: 600 1rem/1.2 var(--sans);
      text-decoration: none;
      cursor: pointer;
      touch-action: manipulation;
    }
    .button:hover { background: var(--accent-wash); }
    .button.main {
      border-color: var(--accent);
      background: var(--accent);
      color: var(--accent-ink);
    }
    .button.main:hover { filter: brightness(1.08); }
    .button:disabled { opacity: .45; cursor: default; }

    kbd {
      display: inline-block;
      min-width: 1.7em;
      padding: .05em .4em;
      border: 1px solid var(--line);
      border-bottom-width: 2px;
      border-radius: .35em;
      background: var(--sheet);
      color: var(--quiet);
      font: 600 .8em/1.5 var(--sans);
      text-align: center;
    }

    @media (prefers-reduced-motion: no-preference) {
      .button, .choice { transition: background-color .12s, border-color .12s; }
    }
    """#
}
