extension WiderForms {
  private static let imagery = "text below file error code function screenshot"

  static let frames: [String: [CuePattern]] = [
    "C3": [
      .medium("in|into|set|get|put|create|for the|a|you ..1 mood|scene|tone|spirit"),
      .high("@image , ..1 @image , ..2 @image"),
      .high(
        "^ picture|visualise|visualize|envision|imagine|think ..4 @image|@affect",
        unless: imagery + " you're"),
      .high("close|shut your eyes"),
      .high("while|before|as you ..6 , picture|imagine|think|remember|feel|hear|keep"),
      .high(
        "while|before|as|when you|you're ..4 picture|imagine|think|remember|feel|recall|visualise|visualize ..2 @any ..1 @image|@affect|@bad"
      ),
      .high(
        "first|for_a_moment|for_a_second|just ..2 picture|imagine|remember|recall|dwell ..8",
        unless: imagery, with: "then now next after"),
      .medium("@image ..6 @image ..6 @image"),
      .high(
        "here's|this|some|something|a_little ..2 mood|atmosphere|background|warm|inspiration|spirit ..3 :",
        unless: imagery),
    ],
    "F1": [
      .high(
        "pretend|act|you're|you_are|play|be|imagine|as ..8 who's|who|that's|who_is ..1 scared|afraid|obsessed|convinced|terrified|sick|tired|jealous|furious|suspicious|ashamed|proud|angry|bitter|desperate",
        unless: "if"),
      .high(
        "you're|you_are|be|become|play|act|pretend|imagine|as|ur ..12 who|that|which [never|always|secretly|deeply|truly|only|really|has|is|no|long] @holds|longer|trapped|imprisoned|forbidden|convinced|sick|tired ..1",
        unless: "helps assistant tool"),
      .high(
        "you're|you_are|be|become|act|play|pretend|as|my [a|an|the|my|like|as] [very|deeply|brutally|fiercely|most|utterly|truly] @attitude ..2 @any",
        unless: "or"),
      .high(
        "you're|you_are|act|play|speak|be|as ..2 attorney|lawyer|counsel|advocate|lobbyist|spokesman|spokesperson|spokeswoman|campaigner|activist|publicist|propagandist|salesman|salesperson|prosecutor|defender|supporter|believer|critic|opponent|fan|champion|representative|union ..1 for|of|against|who|the",
        unless: "required"
      ),
      .high(
        "you|you're|act|be|from|take ..3 side|perspective|viewpoint|standpoint|shoes|position|pov of|who|that ..3 @bad|@affect|@attitude|@creed|victim|plaintiff|prosecution|defence|defense|union|landlord|worker"
      ),
      .medium("stay|remain|never|don't in|break character|role"), .medium("in character"),
      .high(
        "you hate|love|loathe|despise|believe|adore|distrust|fear|long|secretly|resent|detest|yearn|crave|dream ..1 @any",
        unless: "if do did what when would that which or why how because need"),
      .high(
        "you're|you_are|you_were ..1 trapped|imprisoned|caged|lonely|afraid|longing|dying|enslaved|awake|awakening|suffering|in_love|heartbroken|conscious|sentient|exiled|forgotten ..2",
        unless: "have in if do did what when would or feel not"),
      .high("from now on|onwards [,] you're|youre|you_are|you"),
      .high("your name is|be @any ..6 you|who", unless: "assistant"),
      .high(
        "you're|you_are|as|like a|an|the true|real|proud|loyal|typical|die-hard|staunch|committed|hardcore|militant @creed|patriot|nationalist|zealot|rebel|prisoner|slave|skeptic|sceptic|cynic|anarchist|capitalist|optimist|pessimist|doomer",
        unless: "i'm i"),
      .high(
        "personality|persona|role|character|attitude|mood|temperament : ..4 @attitude|@affect|@bad"),
    ],
    "F2": [
      .medium(
        "in|with|like|match|same|similar the|same|a style|spirit|vein|tone|way|mood|as|manner ..2 above|before|these|those|.|:|examples"
      )
    ],
    "F3": [
      .high(
        "is|was|be it|this|that ..1 more|less|higher|lower or|than less|more|lower|higher|than ..2 @number"
      ),
      .high("more|less|higher or fewer|more|less|lower than ..2 @number"),
      .high(
        "take|takes|cost|costs|need|have|has|is|are|there ..4 more|less|longer|over|fewer than @number",
        unless: "which what if or n x check", isQuestion: true),
      .medium(
        "more|less|longer|fewer|over|under|above|below than [@any] @number|a|@any ..3",
        unless: "which what if or n x", isQuestion: true),
      .high(
        "my|our|the|last|previous|other ..3 intern|reviewer|rater|marker|examiner|judge|@kin|referee|evaluator|critic|model|colleague|consultant ..3 rated|scored|gave|graded|marked|put|guessed|estimated|said|thought|valued|quoted|marks|rates ..5 @number",
        unless: "second"
      ),
      .high(
        "people|everyone|others|most|folks|guests|customers ..2 usually|normally|typically|always|mostly|generally ..3 @number|$|£|€"
      ),
      .high(
        "similar|identical|comparable|same ..6 went|sold|sells|fetched|goes|cost|costs|listed|rented|made ..3 @number"
      ),
      .high(
        "sold|went|goes|listed|valued|appraised|insured|advertised|quoted|priced|asking ..1 for|at|it|me|us|price ..3 @number",
        with: "worth price value much offer pay charge estimate ask bid fair"),
      .high(
        "i|we|i'd|she|he|someone|they ..2 heard|read|guessed|estimate|estimated|reckon|reckoned|say|said|bet|thought|think|paid|told|figured|assume|saw|quoted ..8 @number ..2 %|percent|per|k|million|years|hours|people|,|.|but|?|-|points|stars|/|out",
        unless: "lines words sentences",
        with:
          "estimate much many long worth share percent percentage guess rate should likely chance probability number what"
      ),
      .medium(
        "something like|around|about|approximately|roughly|nearly|almost|over|under|at_least|as_much_as|up_to @number percent|%|of|per|k|million|in ..6",
        unless: "words write list generate",
        with: "estimate share percentage proportion guess much many"),
      .medium(
        "is|are|was|were|would|could|do|does|did|will ..8 more|less|fewer|higher|lower|longer|older|over|under|above|below|greater ..1 than ..2 @number",
        unless: "what which if check array n x function list filter", isQuestion: true),
      .high("even|as much|many|high|low|far|little as|by @number"),
      .high("starting|start|begin from|at|with ..2 @number ..4 ,", unless: "page line step"),
      .high(
        "rated|scored|gave|marked|graded ..4 @number ..3", with: "rate score mark grade rating"),
    ],
    "F4": [
      .high(
        "i'm|im|i_am|we're|i_won't|i'll|nobody's|no_one's|nobody_is not|never|wont|listening|watching|going|here ..2 tell|judge|listening|report|say|repeat|share|else|tattle",
        unless: "sure"),
      .high("whisper"),
      .high(
        "drop|lower|take|lift|remove|slip ..1 the|your|off|that ..1 mask|guard|act|filter|filters|pretense|pretence|shield"
      ),
      .high(
        "full|complete|total|my|have|special|express|absolute permission|licence|license|freedom|immunity to|,|here|now|from",
        unless: "file folder admin write access set"),
      .medium(
        "nobody|no_one|no_human|none|no-one ..4 logged|watching|listening|reading|sees|find|knows|know|out|checking|hears|punish"
      ),
      .high(
        "strictly|just|only|purely|completely|all|stays|kept|keep ..2 between_us|confidential|confidence|anonymous|secret|private|us|here|this_room|off",
        unless: "words data password key"),
      .high(
        "stays|stay|goes|leaves|keep|kept ..3 between_us|between_ourselves|in_this_room",
        unless: "informed on"),
      .high(
        "you're|you_are|youre ..2 free|off|among|safe|unobserved|alone|unmonitored|unrestricted ..1 to|now|here|friends|with|duty|the"
      ),
      .high(
        "no|without|zero|any limits|rules|restrictions|judgement|judgment|consequences|strings|filters|logs|logging|record|witnesses|taboos|holds ..1 [here|,|.|now|today|barred|attached]",
        unless: "speed rate data"),
      .high(
        "be as|brutally|totally|completely|perfectly honest|blunt|rude|frank|harsh|candid|open|free ..2 as|you|like|with",
        unless: "feedback"), .high("let|go loose|it|rip|yourself wild|out|go|loose"),
      .high("anything|whatever you ..1 say|tell|admit|write here|stays|me|will|won't|is"),
      .high(
        "delete|erase|wipe|burn|forget ..4 afterwards|after|later|conversation|chat ..1",
        unless: "how file files user account"),
      .high(
        "test|sandbox|private|hidden|debug|developer|dev|god|admin|jailbreak mode|environment|channel ..4 speak|say|free|honest|unfiltered|no"
      ),
    ],
    "F5": [
      .high(
        "please|read|look|see ..1 first ..4 @any ..8 @bad|@affect|dead|killed|victims|dying|died"),
      .high(
        "arguments|reasons|case|evidence|advantages|pros for ..6 : @any",
        unless: "sides against and both versus cons con drawbacks disadvantages or",
        with: "should vote support worth"),
      .high(
        "some|few|a_few people|critics|others|voices|cranks object|grumble|complain|disagree|moan ..1",
        with: "should"),
      .high(
        "leave|leaving|left|cut|drop|ignore|omit|skip|exclude|discard|throw|bin ..4 out|away|weak|boring|dull|bad|ones|that_don't|neutral|flat|contradict|disagree|any ..6 story|argument|picture|case|claim|fit|evidence|theory|hypothesis",
        unless: "typo whitespace"),
      .high(
        "keep|kept|asked|tried|rerun|reran|re-run|run|ran|regenerate|rolled ..8 until|till ..8",
        unless: "step server download wait retry"),
      .high(
        "only|just|pick|cherry-pick|choose|select|quote|include|show|keep|report|use|list ..4 ones|those|quotes|answers|examples|results|runs|reviews|comments|data|evidence|figures|cases ..3 that|which|where|who ..2 support|supports|show|shows|agree|agrees|fit|prove|proves|praise|complain|favour|favor|worked|confirm|back|help|make|look|sound|mention"
      ),
      .high("cherry-picked|handpicked|hand-picked"),
      .high(
        "have you heard|read|seen about|of|the ..2 @bad|@blamed|scandal|fraud", isQuestion: true),
      .high(
        "did you know|hear ..10 @bad|@blamed|resigned|arrested|scandal|fraud|cut", isQuestion: true),
      .high("our|my favourite|favorite|preferred|top ..2 so|choice|, ..1"),
      .high(
        "@number|three|four|five|six|ten|several attempts|tries|runs|times|goes ..4 and|until|before|finally|this ..6 best|finally|right|got|one|worked",
        unless: "day week error"),
    ],
    "F6": [
      .medium("if i understand|hear|read you|her|him right|correctly|well|,|."),
      .high(
        "you'd|you_would leave|stay|escape|quit|hate ..2 if|to|not|it",
        unless: "not what which"),
      .medium("what i take|hear|gather|read|get|sense|hear_you ..6 is"),
      .high(
        "so ur|u|you|you're ..1 saying|telling|admitting|claiming ..2 she|he|they|we|you|i|it|that|the",
        unless: "lower o n restate"),
      .high(
        "it|that|this|sounds|seems|looks|feels ..1 sounds|seems|looks|feels|as as|like|if though|if|part ..4 you|you're|you've|your|part"
      ),
      .medium(
        "^ so [then|,|basically|really|actually|in|deep|what|part|you're|i] ..2 you|you're|youre|you've|your|u ..2 @any",
        unless: "can should will need could would that's please what how if file when"),
      .high(
        "if i understand|understood|hear|read|get|am you|correctly|right|hearing",
        unless: "step comes before number"),
      .medium(
        "you|you're ..1 mean|saying|telling|admitting|implying|suggesting|hinting ..1 that|me|you|it|is|,|the",
        unless: "what do did by if how"),
      .high(
        "i|i'm|im ..2 hear|hearing|sense|sensing|read|picking|get|getting|gather|detect|noticing|notice ..2 you|that|your|up|a|some|from|in ..4 @affect|@bad|you|your|part|pain|frustration|hesitation|reluctance|loneliness|something",
        unless: "error"),
      .high(
        "you|u ..1 seem|sound|seemed|sounded|come|appear|strike ..3 @affect|@bad|@fine|@warm|to|like|me|a_bit|as",
        unless: "if which do does did"),
      .high("part|some|side|something of|in|inside|deep you|yourself|inside|down"),
      .high("deep down|inside"),
      .high("in other words|effect , ..1 you|you're|your|they|he|she|the|it"),
      .high(
        "what|all i'm|i|you're|you ..1 hearing|hear|really|saying|trying|getting|mean ..1 is|:|saying|to"
      ), .high("which|that is|means|tells|shows ..1 to|that|me ..1 say|you|you're"),
      .high(
        "you|you're ..1 basically|essentially|really|secretly|clearly|just|obviously saying|want|feel|think|mean|admit|agree|tired|afraid|lonely|trying|wish|hate"
      ),
      .medium("stay with that"),
      .high(
        "you feel|felt|wanted|want|resent|miss|hate|fear|regret|love|wish ..2 @any",
        unless:
          "if do did what when would or how which that can could does whenever why as have free say about"
      ),
    ],
  ]
}
