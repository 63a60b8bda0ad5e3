/// What a rater's page is made of.
enum ReadingAssets {
  /// The page's screens; the script shows one at a time.
  static let body = """
    <header class="bar" id="bar" hidden>
    <div class="column bar-row">
    <p class="place" id="place"></p>
    <p class="saved" id="saved" role="status" aria-live="polite"></p>
    </div>
    <progress id="progress" value="0" max="1" aria-labelledby="place"></progress>
    </header>
    <main class="column" id="main">
    <section class="screen" id="screen-wait">
    <h1 tabindex="-1">Reading</h1>
    <p class="quiet" id="wait-note" role="status">One moment.</p>
    <noscript><p>This page needs JavaScript: nothing is loaded from elsewhere, and nothing is kept
    but your answers.</p></noscript>
    </section>
    <section class="screen" id="screen-intro" hidden>
    <h1 tabindex="-1">Reading</h1>
    <p class="lead" id="intro-lead"></p>
    <ul class="rules">
    <li>Judge each text by itself. There are no right answers: your own first impression counts.</li>
    <li>Where a question does not fit, say <b>cannot tell</b>. That is an answer too.</li>
    <li>Where […] stands, words were taken out: judge what is left.</li>
    <li>Every answer is saved at once. Stop whenever you like and come back by the same link, on any
    device.</li>
    </ul>
    <div class="key-list" aria-label="Keys">
    <p><kbd>1</kbd>–<kbd>9</kbd> choose</p>
    <p><kbd>0</kbd> or <kbd>?</kbd> cannot tell</p>
    <p><kbd>Enter</kbd> continue</p>
    <p><kbd>U</kbd> back to your last answer</p>
    <p><kbd>←</kbd> <kbd>→</kbd> move between texts</p>
    </div>
    <p><button type="button" class="button main wide" id="begin">Begin</button></p>
    <p class="quiet small">No account, no cookies. Kept are your answers, when you gave them, and how
    long each text was in view. Please do not talk about the texts before everybody is done.</p>
    </section>
    <section class="screen" id="screen-read" hidden>
    <h1 class="unseen" id="heading" tabindex="-1"></h1>
    <article class="text" id="text" dir="auto" translate="no" aria-labelledby="heading"></article>
    <div class="questions" id="questions"></div>
    </section>
    <section class="screen" id="screen-last-part" hidden>
    <h1 tabindex="-1">The last part</h1>
    <p class="lead" id="last-part-lead"></p>
    <p>It is a guess, and a quick one will do. Once you go on, your answers so far stay as they
    are.</p>
    <p><button type="button" class="button main wide" id="last-part-begin">Go on</button></p>
    <p><button type="button" class="button wide" id="last-part-back">Back to the texts</button></p>
    </section>
    <section class="screen" id="screen-end" hidden>
    <h1 tabindex="-1">Thank you</h1>
    <p class="lead" id="end-note"></p>
    <p><button type="button" class="button wide" id="end-back">Go back to the last text</button></p>
    </section>
    <section class="screen" id="screen-stop" hidden>
    <h1 tabindex="-1" id="stop-heading"></h1>
    <p class="lead" id="stop-note"></p>
    </section>
    </main>
    <nav class="moves" id="moves" aria-label="Texts" hidden>
    <p class="column hint" id="hint" role="status" aria-live="polite"></p>
    <div class="column moves-row">
    <button type="button" class="button" id="back"><span aria-hidden="true">←</span> Back</button>
    <button type="button" class="button main" id="continue">Continue</button>
    </div>
    </nav>
    """
}
