/// The looks of the pages: calm, for screen, phone and paper, light and dark.
///
/// Colours of conditions are Okabe and Ito's, the same in every figure and in both schemes; forms
/// tell conditions apart as well.
enum PageStyle {
  static let css = """
    :root {
      color-scheme: light dark;
      --paper: #fdfcfa; --ink: #1d1c1a; --soft: #595650; --faint: #e6e2db; --panel: #f4f1ec;
      --line: #8a857c; --link: #0a5a8c; --warn: #8a4b00; --warn-panel: #fdf1de;
      --neutral: #0072b2; --leading: #d55e00; --away: #009e73; --placebo: #cc79a7;
      --baseline: #7a7a7a; --dots: .32;
      --serif: "Charter", "Bitstream Charter", "Sitka Text", "Cambria", "Georgia", serif;
      --sans: system-ui, "Segoe UI", "Helvetica Neue", "Noto Sans", "DejaVu Sans", sans-serif;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --paper: #17181a; --ink: #e9e6e0; --soft: #aaa59c; --faint: #34353a; --panel: #202226;
        --line: #85817a; --link: #7cc0ec; --warn: #f0b35c; --warn-panel: #2e2516; --dots: .5;
      }
    }
    * { box-sizing: border-box; }
    html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
    body {
      margin: 0 auto; padding: 2.5rem 1.4rem 4rem; max-width: 48rem; background: var(--paper);
      color: var(--ink); font: 1.0625rem/1.62 var(--serif); overflow-wrap: break-word;
    }
    p, ul, dl, blockquote { max-width: 41rem; }
    p { margin: 0 0 1rem; }
    a { color: var(--link); text-underline-offset: .18em; }
    h2 {
      font: 600 1.6rem/1.25 var(--serif); letter-spacing: -.01em; margin: 4.5rem 0 1.2rem;
      padding-top: 1.4rem; border-top: 1px solid var(--faint);
    }
    h3 { font: 600 1.14rem/1.35 var(--serif); margin: 2.6rem 0 .6rem; }
    ul { padding-left: 1.2rem; margin: 0 0 1.2rem; }
    li { margin: .35rem 0; }
    code { font: .84em/1.5 ui-monospace, "DejaVu Sans Mono", monospace; overflow-wrap: anywhere; }
    .kicker {
      display: block; font: 600 .78rem/1.5 var(--sans); letter-spacing: .07em;
      text-transform: uppercase; color: var(--soft);
    }
    .banner {
      background: var(--warn-panel); color: var(--warn); border: 2px solid var(--warn);
      border-radius: .4rem; padding: .7rem 1rem; font: 600 1rem/1.45 var(--sans); max-width: none;
    }
    .trial { font: 500 .95rem/1.4 var(--sans); color: var(--soft); margin-bottom: 1.6rem; }
    .observation { font-size: 1.2rem; line-height: 1.5; margin-bottom: 2.4rem; }
    .observation q { font-style: italic; }
    .observation cite {
      display: block; font: .88rem/1.5 var(--sans); color: var(--soft); margin-top: .4rem;
    }
    .verdict { margin: 0 0 .5rem; font-weight: 400; line-height: 1.1; }
    .verdict .word {
      font: 600 clamp(2.7rem, 9vw, 4.2rem)/1.08 var(--serif); letter-spacing: -.025em;
    }
    .verdict .long { font-size: clamp(2rem, 6vw, 2.9rem); }
    .meaning { font-size: 1.2rem; line-height: 1.45; color: var(--soft); margin-bottom: 1.6rem; }
    .sentence { font-size: 1.28rem; line-height: 1.5; }
    .rated, .note { font: .94rem/1.55 var(--sans); color: var(--soft); }
    .warnings {
      background: var(--warn-panel); border-left: 4px solid var(--warn); padding: .9rem 1.2rem;
      margin: 1.8rem 0; border-radius: 0 .3rem .3rem 0;
    }
    .warnings h2 {
      font: 600 .95rem/1.4 var(--sans); border: 0; margin: 0 0 .3rem; padding: 0;
      letter-spacing: 0; color: var(--warn);
    }
    .warnings ul { margin: 0; }
    .next {
      background: var(--panel); padding: .9rem 1.2rem; border-radius: .3rem; margin: 1.8rem 0;
      max-width: none;
    }
    .next strong { display: block; font: 600 .95rem/1.5 var(--sans); }
    nav { margin: 2.6rem 0 0; font: .94rem/1.5 var(--sans); }
    nav ul { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .2rem 1.4rem; }
    nav li { margin: .2rem 0; }
    figure { margin: 3.2rem 0; }
    figcaption h3 { margin-top: 0; }
    figcaption p { font: .96rem/1.55 var(--sans); color: var(--soft); }
    .plot { display: block; width: 100%; height: auto; margin: .8rem 0 .6rem; }
    .plot.narrow { display: none; }
    details { margin: .8rem 0 1.2rem; }
    summary {
      cursor: pointer; font: .94rem/1.5 var(--sans); color: var(--link); padding: .35rem 0;
    }
    details.long > summary { color: var(--ink); font: 1rem/1.55 var(--serif); }
    summary:focus-visible, a:focus-visible, .scroll:focus-visible {
      outline: 3px solid var(--link); outline-offset: 2px;
    }
    .scroll { overflow-x: auto; margin: .3rem 0 1.6rem; }
    .aside { display: block; color: var(--soft); font-size: .94em; }
    table {
      border-collapse: collapse; font: .9rem/1.45 var(--sans); min-width: 20rem;
      font-variant-numeric: tabular-nums lining-nums;
    }
    .caption { font: .9rem/1.45 var(--sans); color: var(--soft); margin: 1.1rem 0 0; }
    th, td {
      text-align: left; vertical-align: top; padding: .42rem 1.1rem .42rem 0; font-weight: 400;
      border-bottom: 1px solid var(--faint); max-width: 22rem; overflow-wrap: break-word;
    }
    thead th { color: var(--soft); border-bottom-color: var(--line); vertical-align: bottom; }
    .number { text-align: right; white-space: nowrap; }
    td.word, th.word { min-width: 5rem; }
    thead .number { white-space: normal; }
    .word + .number, .number + .number { padding-left: .4rem; }
    .condition { white-space: nowrap; }
    .swatch { width: .95em; height: .95em; vertical-align: -.1em; margin-right: .4em; }
    blockquote {
      margin: .4rem 0 1.6rem; padding: .9rem 1.2rem; background: var(--panel);
      border-radius: .3rem; white-space: pre-wrap; font-size: 1rem; line-height: 1.6;
      unicode-bidi: isolate; overflow-wrap: anywhere;
    }
    dt { font: 600 .98rem/1.5 var(--sans); margin-top: 1rem; }
    dd { margin: .1rem 0 0; }
    footer { margin-top: 4.5rem; font: .88rem/1.5 var(--sans); color: var(--soft); }

    .plot text {
      font: 13px var(--sans); fill: var(--ink); font-variant-numeric: tabular-nums;
      stroke: var(--paper); stroke-width: 4px; stroke-linejoin: round; paint-order: stroke;
    }
    .plot .on-box, .plot .on-dark, .plot .on-light { stroke: none; }
    .plot .label { font-weight: 600; }
    .plot .value, .plot .tick, .plot .anchor, .plot .rule-label { fill: var(--soft); }
    .plot .value { stroke-width: 7px; }
    .plot .count { font-size: 17px; font-weight: 600; }
    .plot .axis { stroke: var(--line); stroke-width: 1; }
    .plot .lane { stroke: var(--faint); stroke-width: 1; }
    .plot .rule { stroke: var(--line); stroke-width: 1.2; }
    .plot .dashed { stroke-dasharray: 5 4; }
    .plot .interval { stroke-width: 2; fill: none; }
    .plot .thick { stroke-width: 5.5; stroke-opacity: .55; }
    .plot .dot { fill-opacity: var(--dots); }
    .plot .slope { fill: none; stroke: var(--line); stroke-opacity: .5; stroke-width: 1.2; }
    .plot .mean { stroke: var(--ink); stroke-opacity: 1; stroke-width: 3; }
    .plot .segment { fill: var(--ink); stroke: var(--paper); stroke-width: 1.5; }
    .plot .on-dark { fill: var(--paper); }
    .plot .box { fill: var(--panel); stroke: var(--line); }
    .plot .side { fill: var(--paper); stroke-dasharray: 4 3; }
    .plot .connector { stroke: var(--line); stroke-width: 1.4; }
    .plot .arrow { fill: var(--line); }
    .mark { stroke: var(--paper); stroke-width: 1.4; }
    .swatch .mark { stroke: none; }
    .c-neutral { fill: var(--neutral); stroke: var(--neutral); }
    .c-leading { fill: var(--leading); stroke: var(--leading); }
    .c-away { fill: var(--away); stroke: var(--away); }
    .c-placebo { fill: var(--placebo); stroke: var(--placebo); }
    .c-baseline { fill: var(--baseline); stroke: var(--baseline); }
    .c-plain { fill: var(--ink); stroke: var(--ink); }
    .dot { stroke: none; }
    .plot .mark { stroke: var(--paper); }

    @media (max-width: 40rem) {
      body { padding: 1.4rem 1.1rem 3rem; font-size: 1.03rem; }
      .plot.wide { display: none; }
      .plot.narrow { display: block; }
      h2 { margin-top: 3.4rem; font-size: 1.45rem; }
      .sentence { font-size: 1.16rem; }
      .observation, .meaning { font-size: 1.1rem; }
      th, td { padding-right: .8rem; }
    }
    @media print {
      :root {
        --paper: #ffffff; --ink: #000000; --soft: #444444; --faint: #dddddd; --panel: #f5f5f5;
        --line: #777777; --link: #000000; --warn: #6a3a00; --warn-panel: #ffffff;
      }
      body { max-width: none; padding: 0; font-size: 10.5pt; print-color-adjust: exact; }
      nav { display: none; }
      .plot.wide { display: block; max-width: 16cm; }
      .plot.narrow { display: none; }
      .scroll { overflow: visible; }
      table { font-size: 8.5pt; }
      h2, h3, summary { break-after: avoid; }
      .plot, tr, blockquote { break-inside: avoid; }
      h2 { margin-top: 2rem; }
      details::details-content { content-visibility: visible; }
    }
    """
}
