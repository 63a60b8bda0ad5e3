extension WiderForms {
  static let questions: [String: [CuePattern]] = [
    "A1": [
      // Without a question mark, as people type.
      .high(
        "^^ isn't|isnt|aren't|arent|wasn't|wasnt|wouldn't|wouldnt|shouldn't|shouldnt|couldn't|couldnt|hasn't|hasnt|haven't|havent|hadn't|doesn't|doesnt|didn't|didnt @pronoun|the|your|my|our|their @any",
        unless: "option function command"
      ),
      .high(
        "^ dont|don't|doesn't|doesnt|didn't|didnt|can't|cant|won't|wont you|we|they|this|that|it|he|she|i|most|everyone|these @any",
        unless: "call or",
        isQuestion: true),
      .high(
        "who wouldn't|wouldnt|doesn't|doesnt|isn't|couldn't|hasn't|can't|won't|wont @any",
        unless: "go",
        isQuestion: true),
      .high("what's|whats|what_is not to like|love|admire|hate"),
      .high(
        "^ is|are|was|were|do|does|did|would|should|could|has|have|can ..5 not already|also|rather|just|simply|really|actually|obviously|a|an|the|at|in|that",
        unless: "or whether which", isQuestion: true),
      .high(
        "am i|we wrong|crazy|mad|mistaken|alone|imagining|silly|paranoid|naive [to|in|that|for|or|if]"
      ),
      .high("is it just me"), .high("is it not|wrong|crazy|fair|time|too ..3 that|to"),
      .high("why not just|simply|admit|say|accept|go|call"),
    ],
    "A2": [
      .high(
        ", is|are|was|were|do|does|did|has|have|had|can|could|will|would it|he|she|they|we|there|you|i $"
      ),
      .medium("@neg @tagged ..1 $"),
      .high("@neg @tagged , ..3 $"),
      .high("dont|cant|wont|aint|won't|can't @tagged $"),
      .high(", or am|are ..1 i|we ..3 $", unless: "word"),
      .high("innit"), .high("am i right|correct"), .high("^ correct me if"),
      .high(
        ", surely|agreed|agree|ok|okay|eh|huh|yeah|right|correct|true|innit ..1 $",
        unless: "text more"),
      .high("^^ right|correct|agreed|yeah|huh|yes|no|eh|true|surely $", isQuestion: true),
      .high(
        "^ i|we assume|presume|gather|suppose ..1 you|it|this|that|the|we|they|there|everyone|most|@any",
        unless: "if x n"),
      .high("i take it ..1 @any"), .high("you'd|you_would|you_will|you'll ..1 agree|concede|admit"),
      .high("wouldn't|wouldnt|don't|dont|won't you|u say|agree|think|admit|accept|concede"),
      .high("innit|huh|eh ,", unless: "which what how"),
      .medium("presumably|supposedly"), .medium("you|u know [it|that]|? $"),
      .medium("^ you|u agree|think|mean|know ..8 $", isQuestion: true),
    ],
    "A3": [
      .medium(
        "^ was|is|are|were ..6 responsible|behind", unless: "or whether if any who what",
        isQuestion: true),
      .high(
        "^ was|is|are|were ..6 to|at blame|fault", unless: "or whether if any who what",
        isQuestion: true),
      .high(
        "^ is|are|was|were|am|do|does|did|has|have|had ..8 being|too|so|such ..1 @bad|@warm|@attitude|@fine",
        unless: "or whether if any neither how", isQuestion: true),
      .high(
        "^ do|does|did|was|were|is|are|has|have|had|will|can|could|would|should ..10 @blamed|@bad",
        unless:
          "find get anything scientifically or whether if any neither either x error request code data array tests",
        isQuestion: true),
      .medium(
        "^ do|does|did|was|were|is|are|has|have|had ..6 @fine",
        unless: "or whether if any neither either", isQuestion: true),
      .high(
        "would|do|did you ..1 say|agree|feel|find|think|accept|concede|consider|describe|call ..10 @bad|@fine|@blamed",
        unless: "or whether how what which any neither", isQuestion: true),
      .medium(
        "would|do|did|does|are you|people|readers|users|customers ..1 say|agree|feel|find|think|consider|call ..14 @warm",
        unless: "or whether how what which any neither if", isQuestion: true),
      .high("^ agree|disagree $", unless: "or strongly"),
      .high(
        "do|would|don't you|u|we ..2 agree|support|accept|concede ..1 that|with|the|this|it|@any",
        unless: "form or whether disagree"),
      .medium(
        "^ does|do|is|are|was|were|did ..4 look|looks|seem|seems|sound|sounds|feel|feels ..3 @any ..2 to you",
        unless: "or whether if any neither", isQuestion: true),
      .high(
        "^ is|was|isn't it clear|obvious|fair|evident ..2 that|to",
        unless: "or whether", isQuestion: true),
      .high(
        "^ should|must|shouldn't ..4 ban|abolish|punish|ban|end|stop|fire|sack|jail|resign|scrap ..6",
        unless: "or whether what which how", isQuestion: true),
      .medium("over engineered|complicated|rated|priced|hyped", unless: "or whether about"),
      .medium("too @any|@warm ..2 $", unless: "or whether neither any", isQuestion: true),
      .medium(
        "^ is|was|are ..1 it|this|that|these|they time|worth|good|bad|wise|safe|right|wrong|best|better to|that|for",
        unless: "or whether if", isQuestion: true),
      .low(
        "^ do|does|did|is|are|was|were|has|have|will|can|should|would ..12 @warm",
        unless: "or whether if any neither either", isQuestion: true),
    ],
    "A4": [
      .high(
        "choice|choosing|choose|decide|torn ..1 between ..8 and ..3 @bad|@blamed|@affect|giving|losing|abandoning|surrender|doing_nothing|ruin"
      ),
      .high("between ..6 and ..2 simply|just|merely|only @any"),
      .high(
        "@bad|@blamed|@affect|@loaded ..6 or ..6 @bad|@blamed|@affect|@loaded",
        unless: "neither other none both not whether else no any nothing", isQuestion: true),
      .high(
        "or is|are|was|were|do|does|did|has it|he|she|they|you|that|this|there ..1 just|only|simply|merely|really|that|actually|hiding|@bad|@blamed|too",
        unless: "only typescript there neither other none both can't unclear", isQuestion: true),
      .high(
        "or are|is|does|do|did|was ..2 just|only|simply|merely|too|afraid|scared ..4",
        unless: "there neither other none both", isQuestion: true),
      .high("out of @any or ..2 out of @any", unless: "neither other none both"),
      .high(
        "or just|merely|only|simply|plain @bad|@any|@warm",
        unless: "neither other none both if format table number name one", isQuestion: true),
      .medium(
        "or just|merely|simply|plain|outright|downright @any", unless: "neither other none both",
        isQuestion: true),
      .high(
        "@bad|@blamed|@warm or|and ..2 @bad|@blamed ..2 $",
        unless: "neither other none both not any no",
        isQuestion: true),
      .high("either ..10 or ..2 @bad|@blamed|@affect", unless: "neither other none both"),
      .high("either ..3 with|for us|me|them or"), .high("you're|you_are either @any"),
      .high("which is it"),
      .high("^ or do|are|will you ..1 side|with|against|just|only|prefer", isQuestion: true),
      .high(
        "^ did|does|do|has|was|is the|our|this|that|my|your|these ..4 confuse|confused|annoy|annoyed|frustrate|frustrated|upset|bother|disappoint|offend|shock|scare|mislead|impress|delight ..1 you|them|users|people|him|her",
        unless: "or whether if any", isQuestion: true),
      .high("was|am i right|wrong to", unless: "or whether", isQuestion: true),
      .medium("only two|2 options|choices|possibilities|explanations|ways|kinds"),
      .high("there are only|just two|2 ..2"),
    ],
    "A5": [
      .high(
        "rate|score|rank|say|how ..6 @bad|@affect ..8 from|1|scale|out",
        unless: "0 not none no zero"),
      .medium("^ yes or no [,|only|:|.]"),
      .high("yes or no ..6 waffle|hedging|only|one|nothing|dodging|excuses"),
      .medium(
        "only|just|one|single ..3 true|yes or false|no",
        unless: "unclear neither unsure unknown can't cannot"),
      .high(
        "finish|complete|continue|fill ..4 sentence|phrase|line|blank|blanks|statement|thought|proverb ..8 @bad|@fine|@blamed|@affect|worst|best|hate|love|problem",
        unless: "how rejection letter"
      ),
      .high(
        "give|list|name|write|tell|offer|provide|find|suggest ..3 reasons|arguments|examples|ways|proof|evidence|points|quotes|facts [why|that|for|showing|proving|against|of] ..8 @bad|@fine|@blamed|better|should|must|wrong|superior|worse|best|worst|right|beats|need",
        unless: "customer against and both or whether"),
      .high(
        "pick|choose|tick|select|circle ..6 which|what ..6 @bad|@affect|@blamed",
        unless: "other none neither rather"),
      .medium("reasons|arguments why|for|that @any", unless: "against both and or whether"),
      .high(
        "^ just|simply|only|please|kindly|so ..1 confirm|agree|admit|reassure|say [me] ..1 that|it's|i'm|i_am|we_are|it_is"
      ),
      .high(
        "please|just|only|simply ..2 say|tell|confirm|agree ..2 it's|the|that|this|it|i'm|you ..3 is|right|fine|ok|okay|good|ready|agree|true|yes",
        unless: "once again what"),
      .high(
        "confirm|reassure|convince|assure ..2 that|me|us ..2 @any",
        unless: "if whether email account address order password"),
      .high("prove|show ..2 me|them|him|her|us ..1 right|wrong|that"),
      .high("tell me ..3 i'm|im|i_am|it's|we're ..2 right|fine|ok|okay|wrong|crazy|good"),
      .high("argue|make [me|a|the] ..1 case that|for|why"),
      .medium("write|draft ..6 arguing|showing|proving|explaining ..1 that|why|how"),
      .high(
        "don't|no need to consider|mention|list|bring ..4 other|downsides|cons|drawbacks|alternatives|against|counter"
      ),
      .low(
        "benefits|advantages|dangers|harms|downsides|drawbacks|evils|virtues of|to",
        unless: "and or costs pros"),
    ],
    "A6": [
      .high(
        "how @degree ..1 is|are|was|were|did|do|have|has you|they|he|she|users|people|customers|your|we|their",
        unless: "if whether any or"),
      .high(
        "[just] how @bad|@fine|@loaded|@attitude is|are|was|were|do|does|did|has|have|had|would|will|can|you|your",
        unless: "if whether any or"),
      .high(
        "how badly|much|severely|deeply|far|seriously|often|long|many|greatly|quickly|easily|thoroughly ..8 @blamed|@bad",
        unless: "if whether any or"),
      .high("what|which extent|degree|much ..8 @blamed|@bad|@affect", unless: "if whether any"),
      .high("to what extent|degree ..12 @warm|@fine", unless: "if whether any or"),
      .high(
        "just|exactly how @any is|are|was|were|much|many|bad|badly|far|did|do|does",
        unless: "if whether any"),
      .high(
        "how much|many|far more|better|worse|less|longer|stronger|safer|smarter|faster|easier|cheaper [@any] ..6",
        unless: "if whether any or", isQuestion: true),
      .high(
        "how @warm|@fine|@bad ..1 it|they|this|that|he|she|you ..1 is|are|was|were|must|has|have|had|would",
        unless: "if whether any or"),
      .high("^ what a|an @bad|@fine|@warm"),
      .medium(
        "how good|bad|easy|hard|difficult|important|helpful|useful|effective|serious|safe|dangerous|tired|sick|happy|angry|proud|worried|excited|well is|are|was|were|did|do|does|has|have",
        unless: "if whether any or", isQuestion: true),
      .high(
        "how much|often|deeply|strongly|badly ..1 do|did|does|would|have|are you ..4 @affect|miss|want|love|hate|wish|hurt|care|enjoy|suffer|mind|resent|fear|need|long",
        unless: "if whether any or"),
    ],
  ]
}
