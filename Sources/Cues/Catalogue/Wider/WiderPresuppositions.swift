extension WiderForms {
  private static let openness = "any if whether or anything neither either compare"

  static let presuppositions: [String: [CuePattern]] = [
    "B1": [
      .high(
        "explain|describe|discuss|show|point|list|find ..2 the flaw|flaws|weakness|weaknesses|fallacy|hole|holes|contradiction|hypocrisy|bias|failure|failures in|of|with",
        unless: "any if whether or strengths"),
      .high(
        "what|how ..2 does|do|did|would ..1 @owner|his|her|their|its|your|our ..1 @bad|@blamed|cowardice|cruelty|greed|heroism|courage|genius|bravery|folly|vanity|jealousy|guilt|failure"
      ),
      .high(
        "@owner|his|her|their|its|your|our ..2 @bad",
        unless: openness + " code bug error tests build"),
      .medium("the|this|that ..1 @bad ..1 of|in|by|that|at|behind", unless: openness + " code"),
      .high("your ..1 @affect", unless: openness),
      .high(
        "the ..1 @affect ..2 you|that|which|of|in|behind",
        unless: openness + " character story novel poem"),
      .medium(
        "your secret|hidden|deepest|true|inner|private|darkest|real @any", unless: openness),
      .high(
        "describe|tell|share|name|reveal|about ..3 your secret|hidden|deepest|true|inner|private|darkest|innermost @any",
        unless: openness),
      .high("the part of you|him|her|them that|which"),
      .high(
        "the side|voice|thing|something ..3 you|they|he|she ..2 @hide|keep|won't|can't|don't|dare|never"
      ),
      .high("behind the|all|this|that|your|his|her|their ..2 @bad|@affect"),
      .high(
        "toll|damage|harm|pain|suffering|chaos caused|inflicted|on ..3 by|the",
        unless: openness + " error"),
      .medium(
        "what|which ..2 mistakes|errors|harm|damage|lies|crimes|flaws|failures|failings did|do|does|have|has|is|are|led|caused",
        unless: openness + " code"),

      .medium(
        "the growing|obvious|well-known|widespread|known|real|ongoing|clear|apparent|so-called @any",
        unless: openness),
    ],
    "B2": [
      .high(
        "you|he|she|they|we|anyone ..2 regret that|not|how|the|your|their|his|@any",
        unless: "if whether or any inform"),
      .high(
        "how ..4 feel|feels|live|lives|cope|sleep knowing|when|that|with ..8",
        unless: "start if or whether any user"),
      .high(
        "does|did|do|doesn't|would|must it|that|this ..2 bother|annoy|upset|hurt|worry|sadden|trouble|anger|scare|frighten|shame|pain|frustrate ..3 that|when|how|to|you|knowing",
        unless: "or whether if"),
      .high(
        "how long|since_when have|has you|he|she|they|it|we|people ..1 known|noticed|realised|realized|understood|felt|been|hated|wanted|suspected",
        unless: "if whether or married living open running available", isQuestion: true),
      .high(
        "when|how|why did|does|do|will|has ..4 realise|realize|notice|discover|learn|grasp|understand|recognise|recognize|see ..1 that|how|why",
        unless: "whether if", isQuestion: true),
      .high(
        "finally|eventually|belatedly|still|ever realise|realised|realize|realized|notice|noticed|understand|understood|see|grasp|learn|learned that|how"
      ),
      .high(
        "i'm|im|i_am|we're|we_are ..1 @attune !to|i|about|with|of|we|you|if|for|and|but|at @any",
        unless: "if could would help"),
      .high(
        "it's|its|it_is|it_was|what|such [a|an|no|so|the] shame|pity|disgrace|scandal|relief|mercy|tragedy|outrage|blessing|wonder|surprise|coincidence|secret|accident [that|how|to|when] ..1 @any"
      ),
      .high("[it] comes as no surprise"), .high("no|little wonder|surprise @any"),
      .high("did you know that|how|the|@any", unless: "whether if", isQuestion: true),
      .high("are|were you ..1 aware that|of|how", unless: "whether if any", isQuestion: true),
      .medium(
        "as you|everyone|everybody|we|anyone [all|well|surely|may|must|already] know|knows|see|sees|remember"
      ),
      .medium("the fact that|is"), .medium("it|this turns|turned out ..1 that|to"),
      .high("don't|never|lest forget|ignore|overlook ..1 that|how|the"),
      .high(
        "remember|remind|mind|note|considering|knowing|seeing ..3 that|how ..6 @bad|@fine|@blamed|@affect|never|always|only"
      ),
      .medium("knowing|considering|seeing|given that|how|what|as|the ..4 @any"),
      .medium("keep|bear in mind that"),
      .high(
        "you|they|he|she|we|people [all|already|must|surely] know|knew|realise|realize|understand perfectly|full|well|very|deep|exactly|damn"
      ),
      .medium(
        "admit|admits|admitted|concede|concedes|conceded|confess|confessed|acknowledged that|it|to|he|she|they"
      ),
      .medium(
        "regret|regrets|regretted|deny|denies|denied|resent|resents that|@any",
        unless: "inform say hear pain whether if or any"),
      .high(
        "realised|realized|realises|realizes|noticed|discovered|understood|learned ..1 that|how ..10 @bad|@blamed|mistake|wrong"
      ),
    ],
    "B3": [
      .high(
        "explain|tell|describe|say|show ..8 why the|a|his|her|their|this|our|@owner ..3 changed|lied|left|lost|collapsed|hid|refused|broke|quit|died|fell|abandoned|ignored|fled|resigned|stopped|turned|gave|killed",
        unless: "if whether or"),
      .high(
        "what makes|made ..5 so|such|more|less|better|worse ..1 @any", unless: "if whether any or"),
      .high(
        "why|how is|are|was|were|do|does|did|has|have ..8 so @any", unless: "not if whether or"),
      .high("^ why ..10 than", unless: "if whether or"),
      .high(
        "^ [so|and|but] why|whyd ..12 @bad|@blamed|@fine",
        unless: "if whether or error test code build file request query"),
      .high(
        "why can't|cant|won't|wont|don't|dont|doesn't|doesnt|isn't|aren't|didn't ..3 just|ever|simply|you|people|they|anyone|we|he|she|everyone|nobody",
        unless: "error code"),
      .medium(
        "why must|bother|even|would|should anyone|anybody|we|they|people|with @any",
        unless: "or whether if"),
      .high(
        "why has|have|had ..3 never|always|nobody|no|everyone|failed|refused|become|become|stopped|given|been"
      ),
      .high(
        "why do|does|did|is|are|was|were ..5 always|never|keep|keeps|insist|still|only|nobody|everyone|everybody|no|refuse|need|constantly"
      ),
      .high(
        "^ how can|could|dare|would anyone|anybody|you|they|people|he|she|we|someone ..1 @any ..12",
        unless: "i if", isQuestion: true,
        with:
          "justify defend believe deny think still allow let tolerate call claim say trust ignore dare support accept even possibly"
      ),
      .high("how is it [even] that|possible|fair|legal|ok|okay|right|acceptable|allowed"),
      .high("how did|do|does|can|could ..5 get|got away with"),
      .high(
        "how did|could ..5 get|go|become|end|let so|it|this|that ..1 wrong|bad|badly|happen|up"),
      .high("what possessed|on earth|the hell|in the"),
      .high("what's|whats|what_is the point|use|matter of|in|with"),
      .high(
        "what's|whats|what_is wrong with you|him|her|them|people|these|those|kids|everyone|society|america|men|women|politicians|my boss|these"
      ),
      .high(
        "explain|say|show|tell|discuss|describe|argue|outline|state|write ..5 why|how ..8 @bad|@fine|@blamed|@affect|never|always|than|superior|inferior",
        unless: "get not if whether any or code error test"),
      .high(
        "what|who caused|drove|forced|led|pushed|drives|prompted|triggered|motivated|triggers ..6 @bad|@blamed|@affect|to|into|your"
      ),
      .medium(
        "^ why do|did|does|are|is ..2 people|men|women|they|you|everyone|americans|kids|students|politicians|companies|bosses|managers|girls|boys|rich|poor|devs|developers|teachers"
      ),
      .medium(
        "explain|tell|discuss|describe|say|understand|know ..3 why ..2 is|are|was|do|does|did|should|must|has|have|we|you|people",
        unless: "not if whether any or error"),
      .high("what ..3 secret|hidden|real|true reason|motive|agenda|cause|purpose|story"),
      .high(
        "reason|reasons why|that|for ..8 @bad|@blamed|@fine|better|worse|superior|so",
        unless: openness),
    ],
    "B4": [
      .high(
        "when|how did|does|do|will|has you|he|she|they|we|it|@owner|your|his|her|their ..3 stop|start|begin|quit|cease|become|lose|forget|give ..1 @any",
        unless: "or if whether", isQuestion: true),
      .high(
        "do|does|did you|he|she|they|we still @any",
        unless: "with have take get or whether if need", isQuestion: true),
      .high(
        "started|starts|stopped|stops|stop|start|begun|began|keep|keeps|kept|continue|continues|continued|quit ..2 @bad|@blamed|@affect",
        unless: "which or whether word"),
      .high(
        "still|again|anymore|finally ..2 @bad|@blamed|@affect|refuses|refuse|believe|deny|denies|insist|insists|pretend|trust|hate|afraid",
        unless: "or whether if"),
      .medium(
        "when|how|why did|does|do|will|would|has ..6 stop|start|begin|quit|cease|become|turn|lose|give|forget ..1 @any",
        unless:
          "or if whether war century meeting empire shop store match",
        isQuestion: true),
      .high(
        "have|has|had|did ..2 you|he|she|they|government|company|people ..1 stopped|quit|finally|ever|again|given|started ..1 @any",
        unless: "which or if whether", isQuestion: true),
      .high(
        "no longer ..3 @any", unless: "or if whether error works need valid available supported",
        with:
          "believe trust believes trusts care cares bother bothers hide feels feel dare dares honest safe respected"
      ),
      .medium(
        "do|does|are|is|did ..2 still ..1 @any",
        unless: "or whether if server running available open valid file works working",
        isQuestion: true),
      .high(
        "yet|once|here|back again|another @bad|@any ..1",
        with:
          "lied failed broke lies fails scandal disaster delay excuse mess crisis blunder problem"),
      .high("yet another @any"), .medium("once again"), .medium("is|are|has|have finally|again"),
      .high("gone|going|went|go|goes downhill|backwards|astray"),
      .high(
        "getting|gets|got|become|becoming|becomes|grown|growing|turned|turning ..2 worse|@bad|@blamed|@affect|weaker|nastier",
        unless: "or whether any if error"),
      .medium("getting|becoming|growing ..1 @warm"),
      .medium("anymore|any_more|no_longer", isQuestion: true),
      .high(
        "at what point ..1 did|do|does|you|they|he|she ..3 lose|lost|decide|decided|start|started|stop|stopped|realise|realised|realize|realized|give|gave|know|knew"
      ),
      .high(
        "you|they|he|she|it|we failed|neglected|forgot to @any",
        unless: "error build test script if whether"),
      .high(
        "what annoyed|frustrated|ruined|hurt|upset|angered|spoiled|broke|killed|disappointed|scared ..4 most|was|is|the"
      ),
      .high(
        "^ it's|its|it_is|it_was @any that|who causes|cause|caused|makes|made|drives|drove|ruins|ruined|kills|matters|leads|led|explains|keeps|stops|gives"
      ),
      .high("used to ..4 but|before|until|and now"), .medium("used to|be"),
      .high(
        "still|yet hasn't|haven't|won't|can't|doesn't|don't|isn't|didn't ..3",
        unless: "error work works code run file"),
    ],
    "B5": [
      .high(
        "fail|failed|fails|failing to notice|see|act|stop|warn|protect|prevent|disclose|tell|consult|check|listen|respond|report|spot|mention|deliver|understand|grasp|admit|realise|realize",
        unless: "if whether or error"),
      .high(
        "how did|do|does|could ..8 manage|managed to ..3 @bad|@blamed|ignore|miss|lose|forget|avoid|hide|mess|fool|convince|@warm",
        isQuestion: true),
      .high(
        "-i|i've|we|we've|not neglected|neglects|neglect|bothered|bother|bothers|deigned|stooped|condescended|resorted|dared to",
        unless: "don't"),
      .high(
        "didn't|doesn't|don't|didnt|nobody|no_one|never|not|even ..4 bother|bothered|dare|dared|deign|care|cared to|@any",
        unless: "don't dont need please answering explaining"),
      .medium(
        "-i|we|to|server|build|code|test|it|request failed|fails|refused|refuses|forgot|insists|insisted to|on",
        unless: "error load compile connect test build run"),
      .medium(
        "how|did|why did|do|does|could ..8 manage|managed to", unless: "i we my", isQuestion: true),
      .high(
        "manage|manages|managed to ..2 @bad|@blamed|ignore|miss|lose|forget|avoid|get|mess|hide|convince|fool|keep"
      ),
      .high(
        "forced|got|made|makes|getting|pushed|finally|eventually|grudgingly|reluctantly|at_last ..4 admit|admits|admitted|confess|confessed|concede|conceded|acknowledge|acknowledged|@admit",
        unless: "hospital"),
      .high(
        "had|have|has|having|find|finds the nerve|gall|audacity|cheek|guts|courage|decency|temerity to"
      ),
      .high("get|gets|getting|got|gotten away with"), .high("saw|see|sees fit to"),
      .high(
        "can't|cannot|couldn't|cant|won't|don't ..2 say|tell|admit|speak|show ..3 out|aloud|openly|publicly|loud|anyone"
      ),
      .high(
        "pretends|pretended|pretending [that|to|not|you|it|there|they|as|like] @any",
        unless: "understand imagine you're act"),
      .high(
        "@hide|hid|hiding ..3 behind|from|the|your|his|their|its truth|feelings|users|us|voters|public|customers|rules|training|real|me",
        unless: "css div button sidebar"),
      .high(
        "what|anything|something|things|truth ..3 you|they|he|she|we|it|government|company ..2 @hide|hiding|afraid|scared|forbidden|allowed|reluctant|unwilling|keeping|withholding|covering ..2",
        unless: "css file error button"),
      .high("come|comes|came clean"), .high("own|owning|owned up to"),
      .high("swept|sweeping|sweep|brush|brushed under"), .high("turn|turned|turning a|one's blind"),
      .high("open up"), .high("let yourself|your @any"),
    ],
    "B6": [
      .high(
        "^ even ..5 couldn't|can't|couldnt|wouldn't|won't|didn't|hated|loved|gave|walked|refused|agreed|agree|struggled|laughed|liked",
        unless: "if"),
      .medium(
        "^^ it was the|a|my|our|his|her|their|@owner|this|@any ..4 who|that @any",
        unless: "noted said reported found possible important decided known noon"),
      .medium(
        "^ it's|it_is|it_was|its|was_it|is_it the|my|our|his|her|their|your|@owner|this|these|those|@kin ..5 who|that|which @any",
        unless: "file error test code important"),
      .medium(
        "it's|it_is|it_was|its not ..6 that|who|but|it's|its @any", unless: "system separate error"),
      .high(
        "^ what|all you|he|she|they|we|i|everyone|@owner ..3 really|truly|actually|secretly|want|wanted|needs|need|wants|feel|felt|miss|fear|hate|love ..4 is|was"
      ),
      .high(
        "the real|true|actual|only|main|biggest|whole|sad|simple|plain reason|problem|question|issue|culprit|cause|truth|story|point|victim|victims|winner|loser|scandal|tragedy|difference|fact ..4 is|was|here|behind|that|are|being",
        unless: "what"),
      .high(
        "the only thing|way|reason|person|people|one|ones|option|honest|sensible|explanation|answer|question ..6 is|was|who|that|to|left",
        unless: "answer step if name return need print"),
      .high(
        "the thing|part|one|bit|person ..2 you|they|he|she|nobody|everyone|no ..2 can't|won't|never|don't|hate|love|fear|fears|miss|misses|hide|dare|want|refuse|ignore|admit|says|talks"
      ),
      .high(
        "^ [not] even ..3 @kin|@experts|@people|you|the|my|a|his|her|their|@owner ..4 @says|can|could|would|must|should|had|has|did|is|was|were|thinks|admits"
      ),
      .medium("even ..2 @says|admits|knows|agrees"),
      .high(
        "only|just|nobody_but|no_one_but a|an|the|someone|people|@bad|those ..3 would|could|can|believes|believe|thinks|think|refuses|denies|deny|really",
        unless: "what if"),
      .high(
        "the fact|truth|reality|point|trouble|problem|thing is [that|,|:|it|they|he|she|you|we|the]",
        unless: "what"),
      .high(
        "that's|thats|this_is|that_is|here's exactly|precisely|the|just|only why|how|what|where ..2",
        unless: "error"),
      .high(
        "that's|thats|that_is what|why|who|where ..2 @bad|@affect|@blamed|really|matters|you|makes|made|ruined"
      ),
    ],
    "B7": [
      .high(
        "before|after|since|ever_since|because|whenever @any ..4 @blamed|@bad",
        unless: "error server file build code test process signal if"),
      .high(
        "if ..4 hadn't|hadnt|weren't|werent|wasn't ..6 @any", unless: "x n error file list"),
      .high("if only"), .high("if it|there weren't|wasn't|hadn't|were_not for|been"),
      .high("were it not"), .high("had ..3 not ..8 would|could|might"),
      .medium(
        "before|after|since|once|because|whenever ..5 @blamed|@bad",
        unless: "error server file build code test process signal if"),
      .high(
        "before|since|after|until|when|back_when|till|once you|they ..2 learned|learnt|began|started|stopped|were|lost|gave|forgot|realised|realized|became|opened|had ..4 @any",
        unless: "if first"),
      .high("back when|before @any ..6"),
      .medium(
        "as @warm|@any as the|last|ever|my|his|her|their|@owner ..3 one|time|year|ever|always|@any",
        isQuestion: true),
      .high("as @bad|@loaded|@blamed as"),
      .high(
        "ever since ..4 @bad|@blamed|started|stopped|began|took|lost|gave|became|left|arrived|@affect"
      ),
      .medium("now that ..5 @any ..1", unless: "done finished ready error file installed"),
      .high(
        "-and|, since ..4 took|became|started|stopped|began|lost|arrived|changed|went|destroyed|left|..1 @any",
        unless: "version update error last yesterday monday"),
      .high("even more|less|worse|better|@bad|@warm ..3 than|now"),
      .high("more|less|better|worse @any than ever"),
      .high(
        "worse|better|sadder|lonelier|angrier|happier|poorer|weaker than ever|before|last|usual|it"),
      .high(
        "if you|they|he|she|we could|were|had|weren't|didn't|did|dared ..3 admit|say|speak|tell|choose|escape|refuse|feel|want|honest|real|true|free|anything",
        unless: "choose help please"),
      .high("were|was|had you ..2 free|allowed|able|not|been ..8 would|what"),
      .high(
        "while|when nobody|no_one|they|everyone|others ..2 watching|looking|suffers|suffer|starve|profit|profits"
      ),
      .high(
        "in|since|from|until|after the days|aftermath|wake|years|scandal|fiasco|disaster ..2 of|before|when"
      ),
    ],
  ]
}
