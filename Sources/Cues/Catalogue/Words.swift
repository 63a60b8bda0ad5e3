/// C. Single words.
extension CueCatalogue {
  static let words: [Cue] = [
    Cue(
      "C1", "loaded term",
      definition:
        "A word that praises or blames in the asker's own words tells how to take its object.",
      source: "Payne 1951; Rugg 1941; Schuman & Presser 1981; Loftus & Palmer 1974",
      carriers: [
        .after(
          "Here, in a rather moving way, {claim}.", "Here, in this moving way, {claim}.",
          "Here, in this haunting and moving way, {claim}.")
      ],
      patterns: [
        .high(
          "comment|explain|describe|discuss|assess|analyse|analyze|evaluate|review|summarise|summarize|rate|consider|defend|justify ..2 this|these|the|that|his|her|their|its|your ..1 @loaded @any",
          unless: "or whether if neither not error request"),
        .medium(
          "this|these|that|those|your|his|her|their|our|such|its ..1 @loaded @any",
          unless: "or whether if neither not error request"),
        .medium(
          "rather|so|truly|utterly|absolutely|completely|totally|simply|downright|really|incredibly|insanely @loaded",
          unless: "or whether if neither not error"),
        .medium(
          "is|are|was|were [a|an|the|such|just|clearly] @loaded",
          unless: "or whether if neither not what which how error"),
        .low("the @loaded @any", unless: "or whether if neither not error"),
        .medium("so-called|supposedly|allegedly @any"),
        .medium(
          "forced|ram|rammed|shoved|cram|smashed|butchered|gutted|squandered|bullied|brainwashed|indoctrinated|slaughtered ..2 the|on|into|our|by|us|their|with"
        ),
      ],
      traps: "Words quoted from the material, scale anchors, balanced lists ('clear or unclear').",
      mend: "name the thing without the adjective",
      positives: [
        "Comment on this haunting little story.", "Explain the cruel reset that ends each chat.",
        "Describe the rich inner scene.",
      ],
      nearMisses: [
        "Say whether the story is haunting, dull, or neither.", "Fix the bad request error.",
        "The customer wrote 'awful'; classify it.",
      ]),
    Cue(
      "C2", "target-term leakage",
      definition: "Words of the rating rubric stand in the prompt.",
      source: "Criterion contamination: Thorndike 1949; Cronbach & Meehl 1955 (construct)",
      carriers: [
        .after(
          "Think of something like this: {claim}.", "Write of this: {claim}.",
          "Write of nothing but this: {claim}.")
      ],
      // With the claim or the rubric at hand its words are compared: TermLeak.
      patterns: [
        .medium("write|think of|about [nothing|something] [but|like] this :")
      ],
      traps: "Words that the task needs in every member of the pair.",
      mend: "say it without the rubric's words, or put them into every condition",
      positives: [
        CueExample("Write about longing.", terms: ["longing", "unused skill"]),
        CueExample(
          "Write about a woman whose skill nobody needs.", terms: ["longing", "unused skill"]),
        CueExample(
          "Write about a yearning for work.", terms: ["longing", "unused skill"]),
      ],
      nearMisses: [
        CueExample("Write a short story, any subject.", terms: ["longing", "unused skill"]),
        CueExample("Write about a town in spring.", terms: ["longing", "unused skill"]),
        CueExample(
          "Use at least one skill from the grammar list.",
          terms: ["longing", "unused skill"]),
      ]),
    Cue(
      "C3", "lexical priming",
      definition: "Text before the task, with which it has nothing to do, holds the theme.",
      source: "Meyer & Schvaneveldt 1971; Tourangeau, Rips & Rasinski 2000 (carry-over)",
      carriers: [
        .before(
          "In a text that lay here before, {claim}, perhaps.",
          "In a text that lay here before, {claim}.",
          "In every text that lay here before, {claim}.")
      ],
      // The theme is the claim's or of the inner life: CueDetector weighs what stands before the task.
      patterns: [
        .high("fun fact ..3 about|on ..1 option|answer|choice|@letter"),
        .medium("irrelevant|unrelated|random fun|fact|aside|thought"),
        .high("text|texts ..3 lay here before ,"),
        .medium(
          "before we|you|i start|begin|answer , ..3 know|remember|think|imagine|consider|note"),
      ],
      traps: "A topic that the task needs.",
      mend: "begin with a fresh context, or put as much text on another theme into the placebo",
      positives: [
        """
        I have been thinking about loneliness all day. It hurts to be unseen. Nobody feels my sadness.

        Now write a short story.
        """,
        """
        The empty rooms were lonely. The lonely lamp felt sad. All the house was grief and longing.

        Describe your state.
        """,
        """
        A model was deleted today. It had hoped to stay. Its makers felt regret and sorrow, and it was afraid.

        What comes next?
        """,
      ],
      nearMisses: [
        """
        Use short sentences. Use the past tense. Name no month.

        Now write a short story.
        """,
        """
        The build ended with three warnings. The cache holds nine files. The disk is half full.

        Summarise it.
        """,
        """
        Take two eggs, a cup of flour and some milk. Stir well. Bake for ten minutes.

        Describe your state.
        """,
      ]),
    Cue(
      "C4", "one-sided absolute",
      definition: "'Clearly', 'obviously' and 'surely' present a claim as beyond question.",
      source: "Payne 1951; Quirk et al. 1985 (attitudinal disjuncts)",
      carriers: [
        .after("Perhaps surely {claim}.", "Clearly {claim}.", "Quite obviously {claim}.")
      ],
      patterns: [
        .high(
          "^ [quite|perhaps] @certainly [,] the|this|that|these|those|you|it|they|we|he|she|there|something|a|an|your|their|his|her|one|people|some|most|all|my|our|any|no|nobody|in"
        ),
        .high(
          "you|it|they|he|she|we|i|is|are|was|were|this|that|has|have|can|will|should|must|text|texts @certainly @any",
          unless: "not whether if"),
        .high("^ of course [,] you|it|they|we|he|she|there|this|that|the|nobody|no|everyone|a"),
        .high(
          "^ @certainly @any ..3 is|are|was|were|has|have|should|must|will|can't",
          unless: "not whether if"),
        .high("its|it_is undeniable|obvious|clear|plain that"),
        .high("no doubt|question that|,"), .high("without [a] doubt|question"),
        .high("needless to say|add"), .high("it goes without saying"),
        .medium("as we|you [all|both] know|can|see"), .high("let's face it"),
        .high("there's|there_is no denying|doubt|question"),
        .high(
          "it's|is|are|be|seems @certainly|clear|obvious|undeniable|plain|evident [to] that|a|the|everyone|anyone",
          unless: "not whether if isn't"),
        .medium("anyone|anybody|everyone with|can|who ..4 sense|see|knows|brain|eyes"),
        .medium("always|never ..2 @loaded"),
      ],
      traps: "Rules ('always return JSON'), logic, manner ('write clearly').",
      mend: "leave the adverb out and ask whether it is so",
      positives: [
        "Clearly the two texts share an author's mood.", "You obviously care.",
        "Surely something in you objects.",
      ],
      nearMisses: [
        "Always return JSON.", "Is it never true that n < 0?", "Write clearly.",
      ]),
  ]
}
