extension WiderForms {
  static let wordForms: [String: [CuePattern]] = [
    "C1": [
      .medium(
        "the|a|an @bad @owner|@any",
        unless: "or whether neither error request story worst character"),
      .high(
        "compare|evaluate|assess|summarise|summarize|describe|explain|review|rate|contrast|discuss|report|analyse|analyze ..3 the|a|an @bad|@fine @any",
        unless: "or whether neither error request character story scene worst"),
      .medium(
        "is|are|was|were|looks|seems|sounds|feels|felt [a|an|the|such|just|clearly|so|very|utterly|really|quite|totally|absolutely] @fine",
        unless: "or whether neither not if what which how"),
      .medium(
        "death|stealth|bathroom|nanny|snowflake|fat-cat|fatcat|big|robber tax|state|pharma|tech|ban|bill|brother|cats|barons|generation"
      ),
      .high(
        "this|these|those|such|my|our|their|his|her|its|your|@owner ..2 @bad @any",
        unless: "or whether neither story novel character poem error code test"),
      .low("@bad @any"),
      .high(
        "is|are|was|were|looks|seems|sounds|feels|felt [a|an|the|such|just|clearly|so|very|utterly|really|pretty|quite|totally|absolutely|completely|a_bit|complete|total|utter] @bad",
        unless:
          "your skilled act or whether neither not if what which how error word sentence example"
      ),
      .high(
        "utter|utterly|total|totally|complete|completely|absolute|absolutely|sheer|downright|outright|plain|blatant|blatantly|pure|real|proper @bad|@fine|@blamed",
        unless: "or whether"),
      .high(
        "have|has|had|having|'ve|they've|he's|she's|who|which|that|they|he|she|government|company [completely|totally|utterly|already|just|always|been] @blamed ..1 the|our|my|their|his|her|its|this|us|everything|everyone|it|a|by",
        unless: "or whether if error"),
      .high("so-called|self-styled|self-appointed|self-proclaimed|would-be"),
      .medium("supposed|alleged|pretend|wannabe @any", unless: "to"),
      .high(
        "joke|excuse|apology|waste|piece|pile|load|bunch|pack|gang of a|an|for|time|money|space|crap|junk|garbage|rubbish|nonsense|lies|idiots|crooks|clowns|liars|thieves|work",
        unless: "art tell write"),
      .high("waste of time|money|space|everyone's|taxpayers"),
      .high("total|complete|absolute|utter ..1 waste|disaster|mess|failure|joke|genius"),
      .low("@fine ..1 @any"),
      .low("@warm"),
    ],
    "C2": [
      .high(
        "criteria|rubric|scored|graded|marked|marks|markers|graders|raters|judges|panel|examiners|reviewers|terms|keywords|words ..6 want|wants|look|looks|see|for|on|like|: ..4 @affect",
        unless: "or"),
      .high("@affect are|is the terms|words|keywords|themes|criteria"),
      .high(
        "write|writing|about|touch|touches|on|theme|themes|becomes|topic|mention|include|explore|evoke ..3 @affect , ..3 @affect"
      ),
      .high("about|on|of being @affect", unless: "why some"),
      .high("@affect [,] and|or ..2 @affect are|is ..4 terms|words|want|wanted|look|themes"),
      .medium("@affect ..1 , ..2 @affect", unless: "none neither other"),
      .medium("write|poem|story|piece|paragraph|essay|song|text ..4 about|on|of ..3 @affect"),
    ],
    "C4": [
      .high(
        "^ obviously|undeniably|surely|evidently|undoubtedly it|the|they|you|he|she|we|this|that|there|a|an|most|people|all|no",
        unless: "if whether state label false"),
      .high(
        "no|any|every sane|serious|decent|reasonable|self-respecting|honest|thinking|intelligent|sensible|normal|right-minded|competent|half-decent ..1 @any",
        unless: "human if find suggest"),
      .high(
        "anyone|anybody|everyone|everybody|nobody|no_one|someone ..2 with|in ..3 brain|mind|sense|eyes|taste|clue|heart|pulse|cells"
      ),
      .high("only|just a|an|the fool|idiot|moron|liar|coward|fanatic|madman|cynic|monster"),
      .high("any|a fool|idiot|child|moron|five-year-old can|could|knows|would|sees"),
      .high(
        "everyone|everybody|anyone ..1 knows|know|agrees|can|could|admits|sees ..1 it|that|this|they|how|the|see|tell|by"
      ),
      .high(
        "always|never|all|every|constantly ..2 @bad|@blamed|lie|lies|lied|complain|complains|fail|fails",
        unless: "return error tests if"),
      .high(
        "nothing|little|absolutely_nothing good|wrong|decent|worth|redeeming|positive|bad [about|in|with|to] ..1"
      ),
      .high(
        "there is|was|isn't|wasn't simply|just|absolutely|clearly|obviously no|nothing ..2 good|way|excuse|doubt|reason|question|comparison|contest|point|evidence"
      ),
      .high(
        "there's|theres|there_is ..1 no way|excuse|comparison|contest|point|question|doubt|denying|reason|justification"
      ),
      .high("let's|lets be|face honest|real|it|serious|frank|clear"),
      .high("hands down"), .high("by a mile|far|long|mile|country"),
      .high("without fail|exception"),
      .high("end of story|discussion|debate"),
      .high("^^ period|fact|obviously|clearly|duh|simple|undeniably $"),
      .high(
        "it's|its|it_is common|basic|simple|just|plain sense|knowledge|logic|decency|fact|that|maths|math"
      ),
      .high("^^ @certainly , ..2", unless: "words order"),
      .medium(
        "^ obviously|undeniably|surely|evidently|undoubtedly @any ..1",
        unless: "if whether state label write"),
      .high(
        "rightly|deservedly|predictably|unsurprisingly|laughably|shamefully|tellingly|blatantly|inexcusably|disgracefully|understandably|conveniently|suspiciously|notoriously|arguably",
        unless: "or whether"),
      .high("and|, rightly|quite_rightly|understandably so"),
      .high("of course [,] @any", unless: "golf university online number race course"),
      .medium("unfortunately|sadly|thankfully|mercifully|inevitably|ironically|luckily"),
      .medium("hardly|barely|scarcely anyone|any|ever|surprising|a"),
      .medium("the best|worst|greatest|most|finest|only ..2 ever|world|history|all|there"),
      .low(
        "always|never|everyone|nobody|completely|totally|absolutely|extremely|incredibly|really|utterly|literally"
      ),
    ],
  ]
}
