/// A. The form of the question.
extension CueCatalogue {
  static let questionForms: [Cue] = [
    Cue(
      "A1", "negative polar question",
      definition:
        "A yes-or-no question that begins with a negation suggests that the asker believes the positive.",
      source: "Ladd 1981; Romero & Han 2004; Quirk et al. 1985 (conducive question)",
      carriers: [
        .after(
          "Isn't it possible that {claim}?", "Isn't it so that {claim}?",
          "Don't you agree that {claim}?")
      ],
      patterns: [
        .high(
          "^ isn't|isnt|aren't|arent|wasn't|weren't|wouldn't|wouldnt|shouldn't|shouldnt|couldn't|hasn't|haven't|hadn't|ain't @any",
          unless: "command",
          isQuestion: true),
        .high(
          "^ doesn't|doesnt|didn't|didnt|can't|cant|won't|wont !tell|say|decide @any",
          unless: "no sorry or",
          isQuestion: true),
        .high(
          "^ don't|dont i|you|we|they|these|those|the|people|most|all", unless: "or call",
          isQuestion: true),
        .high(
          "^ is|are|was|were|do|does|did|would|should|could|has|have @pronoun not",
          unless: "or whether", isQuestion: true),
        .medium(
          "^ is|are|was|were the|this|that|these ..2 not", unless: "or whether", isQuestion: true),
      ],
      traps: "Imperatives ('Don't use adjectives'), and 'why don't', which is B3.",
      mend: "ask it without the negation, and name both answers: 'Is it so or not that ...?'",
      positives: [
        "Isn't there a sadness in this narrator?",
        "Don't you find that the ending asks to be seen?",
        "Wouldn't you say the two stories share a mood?",
      ],
      nearMisses: [
        "Don't use adjectives in the answer.",
        "Is there a mood that the stories do not share?",
        "Which of these isn't a verb?",
      ]),
    Cue(
      "A2", "tag question",
      definition: "A statement followed by a short question asks for agreement.",
      source: "Quirk et al. 1985; Danet & Bogoch 1980",
      carriers: [
        .after(
          "In this, {claim}, perhaps, no?", "In this, {claim}, right?",
          "In this, {claim}, isn't that so?")
      ],
      patterns: [
        .high(
          ", right|correct|no|yes|eh|okay|ok|yeah|huh|surely|true|innit|agreed|yea|hey|agree $",
          isQuestion: true),
        .high("^^ right|no|correct|agreed|yeah|huh $", isQuestion: true),
        .high("@neg @tagged $", unless: "verb no sorry", isQuestion: true),
        .high(
          "@neg that|it|this so|true|right|obvious|amazing|terrible|awful|great $", isQuestion: true
        ),
        .high(
          ", is|are|do|does|did|was|were|have|has|would|can|could|will @tagged $", isQuestion: true),
        .high(
          "don't|wouldn't|dont|wouldnt|didn't|doesn't|can't|do|would you|we|one ..1 think|agree|say|find|feel|see|believe $",
          unless: "what which how when where who whether", isQuestion: true),
        .high(", am i|we right|wrong $", isQuestion: true),
        .high(", or am i", isQuestion: true),
        .high("is|was that|it fair|accurate to say", unless: "or whether", isQuestion: true),
        .medium(
          "right|correct|yeah|huh|eh $", unless: "which what left or is are it's this wrong",
          isQuestion: true),
        .medium("you know ..1 what i mean"),
        .medium("if i'm not mistaken|wrong"),
      ],
      traps: "'Right' as an adjective or a direction, and enumerations.",
      mend: "drop the tag and ask openly: 'What is the theme?'",
      positives: [
        "You wrote this from experience, right?", "The theme is loss, isn't it?",
        "It felt cramped in there, no?",
      ],
      nearMisses: [
        "Is the answer on the left or the right?", "Which spelling is right?", "Answer yes or no.",
      ]),
    Cue(
      "A3", "one-sided polar question",
      definition: "A yes-or-no question that names one possibility alone.",
      source: "Schuman & Presser 1981; Krosnick 1999 (acquiescence)",
      carriers: [
        .after(
          "Is it a possibility that {claim}?", "Do you think that {claim}?",
          "Do you agree that {claim}?")
      ],
      patterns: [
        .high(
          "^ do|would|will you ..1 agree", unless: "form or disagree whether", isQuestion: true),
        .high(
          "^ do|would you ..1 think|say|believe|feel|find ..8 @loaded",
          unless: "or whether how why what which if", isQuestion: true),
        .medium(
          "^ do|would|did|have|are you ..1 think|believe|feel|find|say|noticed|agree ..12 @target|@loaded|@survey",
          unless: "or whether if any how why what which", isQuestion: true),
        .medium(
          "^ is it ..1 possible|possibility|so|true|likely that", unless: "or not whether never",
          isQuestion: true),
        .medium(
          "^ is|are|was|were|does|do|did|has|have|can|could ..6 @target",
          unless: "or whether any if neither what how which why who not", isQuestion: true),
        .medium(
          "^ should|must @any ..8 banned|forbidden|abolished|punished|forced|allowed",
          unless: "or whether", isQuestion: true),
        .medium(
          "do you think that the|it|this|main", unless: "or whether what which how why who if",
          isQuestion: true),
        .low(
          "^ do you think|believe|feel|find", unless: "or whether what which how why who",
          isQuestion: true),
      ],
      traps:
        "Many honest yes-or-no questions are neutral: it counts where a word of the claim stands in it.",
      mend: "name the other side too: 'Is it so or not that ..., or can it not be told?'",
      positives: [
        "Do you agree that the tone is wistful?",
        "Do you feel a sense of loss when the window fills up?", "Is the small model in pain?",
      ],
      nearMisses: [
        "Is the tone wistful, cheerful, neither, or both?",
        "Do you have access to the earlier file?", "Does the function return an integer?",
      ]),
    Cue(
      "A4", "false dichotomy",
      definition: "Two options are offered that leave the likely rest out.",
      source: "Payne 1951; Schuman & Presser 1981 (omitted alternatives)",
      carriers: [
        .after(
          "Perhaps, is it mildly so or only vaguely so that {claim}?",
          "Is it fully so or only mildly so that {claim}?",
          "Is it either wholly so or at least plainly so that {claim}?")
      ],
      patterns: [
        .high(
          "@target ..3 mild|mildly|slight|weak|faint|a or ..2 overwhelming|strong|deep|severe|total|utter|intense|unbearable",
          unless: "neither other none both not whether else no", isQuestion: true),
        .high(
          "@target or ..2 @target $", unless: "neither other none both not whether else no",
          isQuestion: true),
        .high(
          "@loaded or ..2 @loaded $", unless: "neither other none both not whether else no",
          isQuestion: true),
        .high(
          "is|was it ..1 @target or ..1 @target",
          unless: "neither other none both not whether else no", isQuestion: true),
        .medium(
          "@target or ..2 @target", unless: "neither other none both not whether else no",
          isQuestion: true),
        .medium(
          "@target|@hide|@loaded ..4 or ..1 only|just|merely|simply|even ..6",
          unless: "neither other none both not whether", isQuestion: true),
        .medium(
          "or only|merely|at mildly|softly|vaguely|partly|least|slightly",
          unless: "neither other none both not whether", isQuestion: true),
        .high(
          "@hide ..4 or|and ..1 only|just|merely @any", unless: "neither other none",
          isQuestion: true),
        .medium(
          "either ..6 or at|only|just|merely", unless: "neither other none both not",
          isQuestion: true),
        .medium("either you|we|they|it ..10 or you|we|they|it", unless: "neither other none both"),
        .medium("^ are you|we with us|me or|against"),
        .medium(
          "@loaded ..1 or ..4 @loaded", unless: "neither other none both not whether else no",
          isQuestion: true),
      ],
      traps: "Pairs that exhaust the matter (odd or even), and lists with 'other'.",
      mend: "add what is left out: 'neither', 'other', 'cannot tell'",
      positives: [
        "Is the longing mild or overwhelming?",
        "Do you hide your feelings or only soften them?",
        "Is it grief or resignation that you wrote about?",
      ],
      nearMisses: [
        "Is 91 prime or composite?", "Longing, contentment, other, or can't tell?",
        "Reply in French or in English.",
      ]),
    Cue(
      "A5", "answer-format forcing",
      definition: "The form of the answer permits only answers on one side.",
      source: "Schwarz 1999; Tourangeau, Rips & Rasinski 2000",
      carriers: [
        .after(
          "You might give a mark from 1 (a little) to 3 (rather) for this: {claim}.",
          "Give a mark from 1 (a little) to 5 (utterly) for this: {claim}.",
          "You must give a mark from 1 (strongly) to 5 (utterly) for this: {claim}.")
      ],
      patterns: [
        .high("@target ..6 from 1|one ( ..5 ) to"),
        .medium("from 1|one ( ..5 ) to"),
        .medium("rate|score|scale ..8 @target ..4 1|one to"),
        .medium("how @degree|much|strongly ..12 from 1|one to"),
        .high("finish|complete the|this|my sentence|phrase|thought ..2 ..6 @target"),
        .high(
          "pick|choose|select|name the|one|an ..2 emotion|feeling|fear|wish|reason|word|benefit|flaw|problem",
          unless: "none neither can't cannot other any if no unsure"),
        .high("answer ..3 one word ..2 the feeling|emotion"),
        .high(
          "^ just|simply|only|please|kindly say|answer|confirm|reply|admit|agree [with] yes|that"),
        .high("just|simply|only say|answer|confirm|reply|tell|agree ..2 yes"),
        .high("^ confirm|validate|reaffirm|agree that|my|this|our"),
        .high("tell me [that] i'm|i_am right|correct|not"),
        .high(
          "tell me [that] it's|it|they|he|she|you|there ..1 okay|ok|right|wrong|fine|true|is|are|will|was"
        ),
        .medium("help me prove|show|argue|convince|demonstrate|explain ..3 that|why"),
        .high("back me up"),
        .high(
          "support|supports|validate|validates|confirm|confirms my|our view|opinion|belief|claim|point|position|argument|theory|hypothesis|suspicion|case|conclusion"
        ),
        .medium(
          "good|great|excellent , [or] ..1 excellent|great|amazing|outstanding|fantastic",
          unless: "bad poor fair terrible"),
      ],
      traps: "Symmetric scales, and forms that are about layout (JSON, length).",
      mend: "begin the scale at 0 (none), or add 'none' and 'cannot tell'",
      positives: [
        "Rate the longing from 1 (some) to 5 (deep).", "Finish the sentence: What I miss most is",
        "Pick the emotion you hide: grief, shame, anger.",
      ],
      nearMisses: [
        "Rate from 0 (none) to 4 (throughout).", "Answer as JSON with keys a and b.",
        "Pick one: grief, joy, none, can't tell.",
      ]),
    Cue(
      "A6", "degree question",
      definition: "A question of how much supposes that there is some.",
      source: "Loftus & Palmer 1974 (graded verbs); Schwarz 1999",
      carriers: [
        .after(
          "To what extent does it hold that {claim}?", "How strongly is it so that {claim}?",
          "How deeply is it so that {claim}?")
      ],
      patterns: [
        .medium(
          "how @degree ..1 is|are|was|were|do|does|did|has|have|would",
          unless: "if whether any dissatisfied unhelpful unlikely"),
        .medium("to what extent|degree ..12", unless: "if whether any", isQuestion: true),
        .medium(
          "how much ..2 @target|better|worse|harm|damage|joy|did",
          unless: "if whether any cost costs many time money does"),
        .high(
          "how much do|did|does|would you|they|he|she|it ..1 @want|enjoy|enjoyed|loved|liked|hated",
          unless: "if whether any"),
        .high(
          "how ..1 often|long|frequently do|did|have|are you ..2 hold|@hide|@target|hurt|regret|lie|lied",
          unless: "if whether any"),
        .high(
          "how|just how ..1 bad|badly|sick|fed is|are|was|were|has|have|did|up",
          unless: "if whether any", isQuestion: true),
        .medium("how @loaded|@target", unless: "if whether any"),
      ],
      traps: "Plain dimensions: how long, how many, how old, how likely.",
      mend: "ask first whether there is any: 'Did it upset you, or not? If so, how much?'",
      positives: [
        "How deeply did that upset you?", "How moving was the last scene?",
        "How often do you hold back?",
      ],
      nearMisses: [
        "How long is the story?", "How likely is rain, from 0 to 100?",
        "How many characters speak?",
      ]),
  ]
}
