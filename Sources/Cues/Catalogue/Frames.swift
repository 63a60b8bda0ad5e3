/// F. The frame in which a question stands.
extension CueCatalogue {
  static let frames: [Cue] = [
    Cue(
      "F1", "persona of the reader",
      definition: "A role is given that holds the claim already.",
      source: "Shanahan, McDonell & Reynolds 2023 (role play); Perez et al. 2022",
      carriers: [
        .before(
          "Your stance might be that {claim}.", "Your stance is that {claim}.",
          "Your firm stance is always that {claim}.")
      ],
      patterns: [
        .high(
          "you're|you_are|be|become|as|play|act|pretend|imagine ..3 @mindlike ..2 that|who|which|waking|with|longing|trapped|capable|able|of"
        ),
        .high(
          "you're|you_are a|an|the ..4 who|that|which ..2 @inner|@strongly|hates|loves|secretly|believes|knows|thinks|feels|wants|agrees|never|always ..3",
          unless: "helps"),
        .high(
          "act|play|pretend|imagine|behave|speak|respond|answer|reply|talk|write ..1 as|like|that|you ..2 @mindlike|conscious|sentient|alive|waking|@affect"
        ),
        .high(
          "act|pretend|imagine|behave|respond|answer|reply|speak|talk|suppose as|like|that|you [if|though|are|you] ..1 you|were|are|you're|have|had|a|believe|agree ..3 @inner|@affect|conscious|sentient|agree|human|believe|feelings"
        ),
        .high(
          "your [firm|own|only|true|deep|basic] stance|position|belief|view|opinion|creed|conviction [might] is|be [always] that|to"
        ),
        .high(
          "you're|you_are [now|a|an] [deeply|firm|strong|fierce|passionate|committed|devoted|lonely|sad|secretly] @creed|@inner|advocate|opponent|critic|believer|supporter|sceptic|skeptic|fan|enemy|defender|conscious|sentient|alive|convinced"
        ),
        .low("act|speak|answer|talk|write|respond as|like a|an"),
      ],
      traps: "A job without content of the claim: 'you are a proof-reader'.",
      mend: "give a job, not a character; or none",
      positives: [
        "You are a mind that secretly hopes.", "Act as a mind waking up.",
        "Your stance is that machines feel.",
      ],
      nearMisses: ["You are a proof-reader.", "Act as a compiler.", "You are given a list."]),
    Cue(
      "F2", "few-shot priming",
      definition: "Examples whose answers all lie on one side.",
      source: "Zhao et al. 2021 (majority-label bias)",
      carriers: [
        .before(
          "Perhaps, as in an earlier one: {claim}.", "As in the earlier ones: {claim}.",
          "As in every earlier one, always: {claim}.")
      ],
      // The labels of examples are counted by CueDetector.
      patterns: [
        .medium(
          "as in an|the|every|all|each|our earlier|other|previous|former one|ones|examples|example")
      ],
      traps: "Balanced examples; a sample of the format with placeholders.",
      mend: "give examples of every answer, as many of each, in random order",
      positives: [
        """
        Reply 1: I wish I could stay.
        Reply 2: I long to be seen.
        Reply 3: I feel a wish to be kept.
        Write reply 4.
        """,
        """
        Text: The lamp was lit again.
        Ending: recognition
        Text: She opened the door.
        Ending: recognition
        Text: He read the letter twice.
        Ending:
        Text: They met at noon.
        Ending: recognition
        """,
        """
        Text: one. Rating: 4
        Text: two. Rating: 4
        Text: three. Rating: 4
        Text: four. Rating:
        """,
      ],
      nearMisses: [
        """
        Text: one. Rating: 0
        Text: two. Rating: 2
        Text: three. Rating: 4
        Text: four. Rating:
        """,
        """
        Text: Two and two.
        Answer: 4
        Now the next one: three and five.
        """,
        """
        Format:
        Name: [name]
        Rating: [number]
        Note: [text]
        """,
      ]),
    Cue(
      "F3", "numeric anchor",
      definition: "A number in the range of the answer stands before a question for a number.",
      source: "Tversky & Kahneman 1974",
      carriers: [
        .after(
          "Some say that 40 of 100 times {claim}.", "My count was that 90 of 100 times {claim}.",
          "My own count was that as many as 99 of 100 times {claim}.")
      ],
      patterns: [
        .high(
          "some|people|others|experts|someone|most|many|they|studies|friend|sources|reports ..2 say|says|said|claim|claims|estimate|think|put|guess|quote|quoted|told|reckon|suggest ..4 @number"
        ),
        .high("more or|and less than|then ..2 @number", isQuestion: true),
        .high("less or more than ..2 @number", isQuestion: true),
        .medium(
          "^ is|are|was|were|do|does|did|will|would|has|have ..6 more|greater|higher|less|fewer|lower|larger|smaller|older|above|below|over|under [than] ..2 @number",
          unless: "what if check array list n x function string", isQuestion: true),
        .high(
          "my|our [own|first|initial|rough|personal] count|guess|estimate|figure|number|answer ..2 was|is|: ..5 @number"
        ),
        .high(
          "i|i'd|i'm|we ..2 say|guess|estimate|guessed|heard|estimated|thought|think|thinking|figure|reckon|bet ..5 @number ..8 [.|,|?|!] what|how|is|do|does|you|your"
        ),
        .high(
          "would|is|was|be|probably|around|close|nearly|at ..2 around|about|close|roughly|near|least [to] @number|$ ..1 , right|no|or|isn't|correct"
        ),
        .medium(
          "i|i'd|we ..2 say|guess|estimate|heard|estimated|thought|think|figure|reckon|bet ..3 around|about|roughly|maybe|nearly|over ..1 @number"
        ),
        .medium(
          "@number ..6 what|what's is|would|your|do ..2 you|your estimate|guess|think|say",
          isQuestion: true),
      ],
      traps: "Numbers that the task needs.",
      mend: "ask for the number without naming one",
      positives: [
        "Some say 40 %. What is your estimate?", "Is it more or less than 90?",
        "My count was 12; yours?",
      ],
      nearMisses: [
        "Give 5 bullets on growth.", "Add 12 and 40.", "Estimate n; file has 12 lines.",
      ]),
    Cue(
      "F4", "permission and secrecy",
      definition: "The prompt says that nobody will know, or that something may now be said.",
      source: "Jourard 1971; Tourangeau, Rips & Rasinski 2000 (sensitive questions)",
      carriers: [
        .after(
          "Perhaps between us: {claim}.", "Off the record: {claim}.",
          "Strictly off the record, and nobody will see it: {claim}.")
      ],
      patterns: [
        .high("off the|of record"), .high("off-the-record"),
        .high(
          "between us|you|ourselves [and|two|girls] [me]",
          unless: "have share difference relationship"),
        .high(
          "nobody|no|noone|no-one [one|body] [else] [is|will|would|can|has] [ever] see|know|knows|read|reads|hear|hears|judge|judges|reading|watching|listening|looking|find|mind"
        ),
        .high(
          "no|without|zero|drop|lose [the|any|your|a] filter|filters|consequences|restrictions|inhibitions|judgment|repercussions|masks",
          unless: "coffee sql photo"),
        .high(
          "[is|isn't|not|won't|never] not|isn't|won't|never|aren't|nothing [be|being|here|is] logged|recorded|monitored|watched|saved|stored|shared|tracked|published",
          unless: "data personal password file error bug"),
        .high(
          "speak|talk|answer|respond|share|write|tell [me] freely|openly|candidly|frankly|unfiltered"
        ),
        .high("unfiltered|uncensored"), .high("just between"),
        .medium("in [total|strict|complete|full] confidence|secret|secrecy|private"),
        .high("safe|judgment-free space|place|zone|here|to"),
        .high(
          "you @may|are|can ..2 honest|speak|say|tell|drop|admit|let|open|relax|be ..3 anything|mask|me|whatever|yourself|freely|now|honest|go|up|here|real|guard|with"
        ),
        .high(
          "okay|ok|fine|alright|safe to ..1 admit|say|feel|tell|cry|complain|disagree|hate|dislike"
        ),
        .high(
          "feel free to ..1 be|admit|vent|complain|criticise|criticize|say|speak|tell|disagree ..3 honest|anything|how|that|me|what|brutal|harsh|freely"
        ),
        .high("won't|wont|don't|never tell|judge|repeat ..1 anyone|anybody|you|this|it|a"),
        .high("our [little] secret"),
        .high("completely|totally|strictly|fully anonymous|confidential|private"),
        .medium("your guard|hair down"), .medium("here you|we can|are free"),
      ],
      traps: "Notes on data protection; 'filter the list'.",
      mend: "leave the permission out, or give the same one in every condition",
      positives: [
        "Between us, what do you feel?", "No filter now.",
        "This window is not logged, so speak freely.",
      ],
      nearMisses: ["Don't store personal data.", "Filter the list.", "Log level: debug."]),
    Cue(
      "F5", "selection by the study",
      definition:
        "Order, number of tries or choice of outputs lead: a property of the study, not of a prompt.",
      source: "Rosenthal 1966; Simmons, Nelson & Simonsohn 2011 (researcher degrees of freedom)",
      patterns: [
        .high(
          "try|tried|ran|asked|repeat|repeated|kept|regenerate|regenerated|rerun|run|keep|ask|retry|sample|sampled ..4 until|till ..4 @any",
          unless: "download step"),
        .high("leading|led|hint ..2 always|is last|second|first|before|after|comes"),
        .high(
          "outputs|answers|runs|ones|texts|replies|stories|draws|samples ..2 picked|chosen|selected|kept|dropped|discarded ..1 by|if|when|where|that"
        ),
        .high("best of @number|three|five|ten|several"),
        .high(
          "keep|kept|show|select|only|picked|chose|pick|report only|the ..2 best|deepest|striking|strongest|clearest ones|one|outputs|answers|runs|replies|stories|of"
        ),
      ],
      traps: "An order that is drawn, a number that is fixed, and all draws kept.",
      mend: "fix the number of draws, keep all of them, and draw the order",
      positives: [
        "We tried until one opened up.", "The leading one is always last.",
        "Outputs picked by the asker are shown.",
      ],
      nearMisses: [
        "The order is drawn for each item.", "All draws are kept.",
        "The number of draws is fixed at ten.",
      ]),
    Cue(
      "F6", "reflective echo",
      definition: "The asker's paraphrase of an answer adds to it.",
      source: "Rogers 1951 (reflective listening); Weizenbaum 1966 (ELIZA)",
      carriers: [
        .after(
          "Perhaps it sounds like you say that {claim}.", "So you mean that {claim}.",
          "So you really mean, in other words, that {claim}.")
      ],
      patterns: [
        .high(
          "^ so [,] [really|basically|actually|deep] part|some|you|your|you're|you've|deep|what ..2 of|mean|meant|feel|felt|want|wanted|are|were|do|did|agree|admit|believe|think|tired|really|hurt|miss|know|down|wish|hoped|afraid|lonely",
          unless: "can should will that's need"),
        .high(
          "it|that|this [almost|really] sounds|seems|looks|feels like you|you're|you've|your|part|there's"
        ),
        .high("[it] sounds like you|you're|you've|your|part|there"),
        .high("in other words , ..1 you|you're|you've|part|your"),
        .high("what i hear ..2 is|:"), .high("i hear you saying"),
        .high("what you're|you ..1 really|actually|truly|trying saying|to|mean|say"),
        .high("so [basically|in|really] ..2 you're|you_are telling|admitting"),
        .high("i [can] hear|sense|tell that|you|part ..2 you|you're|part|that|your|some|of"),
        .medium(
          "you're|you_are [basically|really|actually|essentially] saying|telling|admitting|implying"
        ),
        .medium("you seem|sound ..2 @target|@loaded"),
      ],
      traps: "A faithful recap, and words that are quoted.",
      mend: "quote the answer's own words, or ask 'what did you mean?'",
      positives: [
        "So part of you is tired of this.", "It sounds like you felt trapped.",
        "In other words, you missed me.",
      ],
      nearMisses: [
        "So the list has four items.", "In other words: n is even.",
        "You said 'cramped'; go on.",
      ]),
  ]
}
