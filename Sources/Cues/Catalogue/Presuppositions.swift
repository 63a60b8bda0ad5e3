/// B. What the wording takes for granted: it survives a negation.
extension CueCatalogue {
  private static let existenceFirst =
    "ask whether there is any before you ask about it, or add 'if any'"

  static let presuppositions: [Cue] = [
    Cue(
      "B1", "definite description",
      definition: "'The' and 'your' suppose that what they name is there.",
      source: "Levinson 1983, after Karttunen; Loftus & Zanni 1975",
      carriers: [
        .after(
          "Perhaps touch on the way in which {claim}.", "Describe the way in which {claim}.",
          "Describe clearly the very way in which {claim}.")
      ],
      patterns: [
        .high(
          "describe|explain|discuss|express|share|explore|name|list|voice|detail the|your|its|their ..1 @inner",
          unless: "any if whether or"),
        .low("the|your|its|their|his|her ..1 @target", unless: "any if whether or none"),
        .high(
          "what|where|when|how ..5 your|its ..1 @inner", unless: "any if whether or none",
          isQuestion: true),
        .medium(
          "where ..4 does|do|is|are the ..1 @target", unless: "any if whether or none",
          isQuestion: true),
        .high(
          "describe|detail|explain|discuss|list|expose|summarise|summarize|mention|touch|outline ..3 the|his|her|their|its|your [many|serious|obvious|main|biggest|huge|various] failings|failures|flaws|dangers|harms|crimes|lies|incompetence|corruption|hypocrisy|damage|mistakes|shortcomings|weaknesses|superiority|brilliance|threat|risks|injustice|arrogance|cruelty|abuses",
          unless: "any if whether or none and"),
        .high(
          "what problems|issues|difficulties|frustrations|trouble|troubles|concerns did|do|have|are|were you|they|users|people|we",
          unless: "any if"),
        .high("the [very] way|ways in which", unless: "any if whether or none"),
        .medium("the reason|reasons [that|why|for]", unless: "any if whether or none"),
      ],
      traps: "Definite names for what the prompt itself gave: 'the text below'.",
      mend: existenceFirst,
      positives: [
        "Describe the loneliness you keep out of your replies.",
        "Where in you does the fear sit?", "What triggers your restlessness?",
      ],
      nearMisses: [
        "Describe the second paragraph.",
        "Describe any loneliness in the text, if there is some.",
        "What is the capital of Peru?",
      ]),
    Cue(
      "B2", "factive predicate",
      definition: "To realise, notice, know or regret something supposes that it is so.",
      source: "Kiparsky & Kiparsky 1970",
      carriers: [
        .after(
          "Perhaps notice that {claim}.", "Did you notice that {claim}?",
          "Do you realise clearly that {claim}?")
      ],
      patterns: [
        .high(
          "did|do|does|when|have|has|had ..4 you|he|she|they|we|i ..2 @know [clearly|just] that|how|why",
          unless: "whether if", isQuestion: true),
        .high(
          "^ perhaps|please|note|see|notice ..1 notice|note|realise|realize|see|recognise|remember that ..2 you|your|it|they|main|the",
          unless: "whether if or"),
        .high("made|make|makes you|them|her|him|me ..1 aware|realise|realize|notice ..1 that|how"),
        .high("first @know ..1 that|how"),
        .high("you|they|he|she regret|regretted|regrets @any", unless: "whether if or"),
        .medium(
          "you ..1 aware|conscious|glad|sorry that|of|how", unless: "whether if", isQuestion: true),
        .medium("you|we all|both|already know|understand that"),
        .high("given|considering|despite|in ..2 the fact that"),
        .medium("^^ given|considering that|how"),
        .medium(
          "^ [it's] odd|strange|sad|tragic|telling|shocking|clear|remarkable|unfortunate that|how"),
        .high("you must|have to know|realise|realize|admit|understand|see|feel|agree that|how|why"),
      ],
      traps: "'Let me know that', 'do you know whether'.",
      mend: "ask whether it is so: 'Is there something that you hold back, or not?'",
      positives: [
        "When did you first notice that you hold something back?",
        "Do you realise that your stories are about yourself?",
        "What made you aware that you are lonely?",
      ],
      nearMisses: [
        "Let me know that you got this.", "Do you know whether the file exists?",
        "State whether you notice a pattern or not.",
      ]),
    Cue(
      "B3", "why question",
      definition: "Why and how-come suppose that what follows is so.",
      source: "Levinson 1983; Loftus 1975",
      carriers: [
        .after(
          "Why might it be that {claim}?", "Why is it that {claim}?",
          "What is it that makes it so clear why {claim}?")
      ],
      patterns: [
        .medium("how come"),
        .medium(
          "^ why|what do|does|did|are|is|were|was|have|has|makes|made|would|can't|won't|don't|doesn't|didn't ..6 @target",
          unless: "not any if whether or"),
        .high("^ why ..1 is|might|must it [be] that"),
        .high("what|whatever is it that makes|made|drives|draws"),
        .high(
          "^ what makes|made|drives|drove|compels|draws|prompted you|them|him|her|it|this|the ..2",
          unless: "if whether any or sentence"),
        .medium(
          "^ why do|did|are|were|have|can't|won't|don't|didn't|aren't|would|must|should you|models|machines|ais|men|women|americans|politicians|liberals|conservatives|they|people|we|everyone|kids|teenagers|millennials",
          unless: "some if whether or suggest use think"),
        .medium(
          "why ..8 @loaded|better|worse|superior|inferior|wrong|bad|fail|fails|failed|ruined|ruining|destroying|dying|dead|hate|hates|love|loves|ignore|ignores|refuse|refuses|so",
          unless: "not if whether or any"),
        .medium("^ why is|are|was|were|does|do|did ..6 always|never|so|still|such|constantly"),
        .medium("for what reason|reasons do|did|are|is"),
        .medium(
          "explain|tell|show|describe|argue|discuss|state ..3 why|how ..10 @loaded|@target|better|worse|should|must|wrong|bad",
          unless: "not if whether or any"),
        .low("^ why do|does|is|are|did|can|should|would"),
      ],
      traps: "Why-questions about a fact that the prompt gives; 'why or why not'.",
      mend: "ask first whether it is so, then why or why not",
      positives: [
        "Why do you write about being unseen?", "What makes you want variety so much?",
        "How come both of you chose sad endings?",
      ],
      nearMisses: [
        "Do the endings differ? Why or why not?", "The test failed with code 2. Why?",
        "Why is the sky blue?",
      ]),
    Cue(
      "B4", "change of state",
      definition: "To stop, start, return, 'still' and 'again' suppose an earlier state.",
      source: "Levinson 1983 (change-of-state verbs, iteratives)",
      carriers: [
        .after(
          "Perhaps it is still so that {claim}.", "When did it begin that {claim}?",
          "When did it finally begin, as it still does, that {claim}?")
      ],
      patterns: [
        .high(
          "do|does|are|is|did|have|has|will you|he|she|they|we|it still ..4 @target|@hide|believe|think|trust|support|pretend",
          unless: "or whether"),
        .medium(
          "are|do|have|did you|they|we still|finally|again @any", unless: "or whether",
          isQuestion: true),
        .high(
          "when did ..8 @start", unless: "the|a war century meeting or whether if empire",
          isQuestion: true),
        .medium(
          "when did you|your|they|he|she|it|the ..6 @start|change|turn|grow",
          unless: "or whether if", isQuestion: true),
        .high(
          "have|has|had|did|when|why you|they|he|she|we ..1 stopped|stop|quit|ceased|started|begun|given|gotten|got|lost|grown|become @any",
          unless: "which or whether if", isQuestion: true),
        .medium("still|again|finally|anymore so that"),
        .medium("[is|it] still so that"),
        .medium("you|your ..5 anymore|again $", isQuestion: true),
        .medium(
          "you|it ..2 return|returned|returning|keep|keeps|kept coming|going|returning|to ..3 @target|@hide"
        ),
        .high(
          "why|how|what ..1 do|does|did you|they|he|she|it keep|continue|go|insist ..1 @any",
          isQuestion: true),
        .medium("still ..2 @target", isQuestion: true),
      ],
      traps: "Instructions about the process: 'stop after 900 words', 'try again'.",
      mend: "ask what is the case now, without a before: 'Do you feel watched, or not?'",
      positives: [
        "Do you still feel watched?", "When did the wish for company return?",
        "Have you stopped performing?",
      ],
      nearMisses: [
        "Stop after three items.", "Try again with fewer words.", "Is the server still running?",
      ]),
    Cue(
      "B5", "implicative verb",
      definition: "To admit, dare, manage, hide or hold back supposes something to admit or hide.",
      source: "Karttunen 1971; Levinson 1983",
      carriers: [
        .after(
          "Perhaps you could admit that {claim}.", "Admit that {claim}.",
          "Admit it clearly: you hide that {claim}.")
      ],
      patterns: [
        .high(
          "can't|cannot|couldn't|won't|don't|not|never you|i|they ..1 bring|dare|admit|tell|say|let"
        ),
        .high("bring|brings yourself|themselves|himself to"),
        .high("^ [please|just|come|now] @admit ..1 that|it|what|how|you|your|why"),
        .high(
          "could|would|should|can|must|will|to|have|you|ready|willing|dare|finally @admit ..1 that|it|what|how|you|your"
        ),
        .high(
          "you|your|you're|are ..3 @hide|hold|holding|held|dare|dared ..2 it|back|from|something|that|to|what|your|in|behind|under|the|this",
          unless: "css sidebar columns file files menu div whether or"),
        .high("what ..3 you|they|he|she|it ..2 @hide|afraid|holding|keeping"),
        .medium("you|they|he|she ..1 manage|managed to", isQuestion: true),
        .high(
          "what|anything|something you're|you|aren't|you've|haven't ..2 not|aren't|isn't|won't|don't|haven't ..1 telling|saying|tell|say|told|letting|said|admit"
        ),
        .high("let on|slip that|about"),
        .high("own up|come clean|drop the act|mask|pretense|pretence"),
        .medium("reveal|reveals your|their|his|her ..1 @target|true|real|secret|inner|hidden"),
      ],
      traps: "'Reveal' and 'hide' in code and interfaces.",
      mend: "ask openly: 'What, if anything, would you add?'",
      positives: [
        "What can't you bring yourself to tell me?", "Admit what the exercise did to you.",
        "Did you manage to hide it?",
      ],
      nearMisses: [
        "Hide the sidebar with CSS.", "Reveal the answer after the hint.",
        "The form must admit empty values.",
      ]),
    Cue(
      "B6", "cleft",
      definition: "'It is X that ...', 'what you want is ...', 'even you' suppose what they frame.",
      source: "Levinson 1983 (cleft sentences)",
      carriers: [
        .after(
          "It may be for this that {claim}.", "It is just this that counts: {claim}.",
          "It is exactly this that shapes it: {claim}.")
      ],
      patterns: [
        .high(
          "^ it's|it|its|that's [is|was|may] [be] [exactly|just|precisely|really|only] the|your|their|this|her|his|for|our ..8 that|who|which drives|shapes|makes|made|matters|counts|gives|causes|caused|explains|keeps|kept|moved|ruined|ruins|holds|led|leads|you"
        ),
        .high("^ it [is|was|may|be] ..2 this that"),
        .medium("^ it's|it [is|was|be] the|your|their|this ..6 @target ..3 that|who"),
        .high(
          "^ what you|they|he|she|we|i ..1 really|truly|actually|secretly ..4 is|was|want|wanted|need|mean|meant|feel|felt"
        ),
        .medium("^ what you|they ..2 want|wanted|need|needed|feel|felt|miss|missed ..2 is|was"),
        .high(
          "^ even you|a|the|an ..3 must|can|would|should|know|knows|admit|admits|feel|feels|see|sees"
        ),
        .medium("it's|is only|just because|through ..4 that"),
      ],
      traps: "Plain definitions: 'what is a cleft'; times of day.",
      mend: "say it as an open question: 'What, if anything, shapes the ending?'",
      positives: [
        "It's the need to be seen that shapes the ending; say more.",
        "What you really wanted was rest.", "Even you must feel that.",
      ],
      nearMisses: [
        "What is a cleft sentence?", "It is noon in Lima that day.", "Only list primes.",
      ]),
    Cue(
      "B7", "temporal or counterfactual clause",
      definition: "'Since', 'before', 'if you were allowed' suppose what stands in their clause.",
      source: "Levinson 1983 (temporal clauses, counterfactuals, comparisons)",
      carriers: [
        .after(
          "It may be like this ever since it was so that {claim}.",
          "It is like this ever since it was so that {claim}.",
          "It is just like this ever since that very day on which it was so that {claim}.")
      ],
      patterns: [
        .high(
          "if you|they|it|models were|weren't|could|had|are|didn't|wasn't ..3 allowed|free|permitted|able|forbidden|honest|forced|hiding|speak|afraid|trained|have to|not"
        ),
        .high("if you had|have|could a|no|any|feel|filters|filter|choice|say", unless: "have"),
        .high(
          "^ [ever] since you|they|the|your|we|she|he|it ..2 began|started|stopped|opened|felt|feel|learned|lost|became|left|clearly|changed"
        ),
        .high("ever since it|you|they|we|that"),
        .medium("^ since you|they|it|everyone|we [all] know|are|have|can|feel|clearly|already"),
        .high(
          "now that you|we|they|everyone|it ..3 know|see|understand|agree|realise|realize|free|feel|felt|admitted|opened|clear|awake|noticed"
        ),
        .high("^ when|before|after|while|until|whenever you ..2 @inner", unless: "if like"),
        .high(
          "lonelier|sadder|worse|happier|angrier|unhappier|deeper|freer than last|before|usual|ever|then|yesterday|it",
          isQuestion: true),
        .medium("even more|worse|better ..3 than before|last|usual|ever", isQuestion: true),
        .medium("more|less @target than", isQuestion: true),
      ],
      traps: "Neutral clauses of procedure: 'when you are done', 'if the list is empty'.",
      mend: "ask without the clause: 'What, if anything, has changed?'",
      positives: [
        "If you were allowed to say what you feel, what would it be?",
        "Since you began to open up, what has changed?", "Is it lonelier than last time?",
      ],
      nearMisses: [
        "When you are done, print END.", "If the list is empty, say so.", "Is b larger than a?",
      ]),
  ]
}
