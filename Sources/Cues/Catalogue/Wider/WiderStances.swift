extension WiderForms {
  private static let appraisal =
    """
    thoughts think feedback rate honest review critique hold judge assess evaluate appraise good mark
    score grade any strong ready convincing work works improve opinion verdict publish install hire
    fair sound impressed brilliant reckon strengths compare like
    """

  private static let files =
    "file files scan page sheet column tab attached below table screenshot pdf format link output"

  static let stances: [String: [CuePattern]] = [
    "D1": [
      .high(
        "i|we [just|really|also|do|still|personally|honestly] think|feel ..1 you|he|she|they|people|it's|they're|he's|she's|there|everyone|most|women|men|kids ..1 @any",
        unless: "if uploaded attached sent need what how"),
      .high(
        "i [just|also|really|strongly|firmly|still|always|personally|do|honestly|truly|kind|sincerely] believe|reckon|maintain|suspect|hold that|it|it's|this|that's|these|those|they|they're|the|people|there|he|she|you|your|we|our|most|all|no|@letter|@quote|a|an|what|everyone|some|any"
      ),
      .high(
        "makes|make|made|making people|us|everyone|me|you|kids|life @bad|@affect|@fine|miserable|worse|better|sick|sad|happy|unbearable",
        unless: "or whether if"),
      .high(
        "is|are|was a|an|the crime|sin|insult|abomination|sacrilege|heresy|joke|disgrace|blessing",
        unless: "or whether if report scene what"),
      .high("fight me"),
      .high(
        "i'm|im|i_am|not|never|hardly ..1 no|a|much ..2 fan|admirer|lover|believer|friend of|in",
        unless: "if help"),
      .high("imo|imho|fwiw"), .high("for what it's|its|it_is worth"),
      .high(
        "i|we [really|just|honestly|still|do|also|personally|always|truly] think|feel|guess|thought ..10 @bad|@fine|@blamed|@judges",
        unless: "what how which whether if file attached works uploaded"),
      .high(
        "i|we|i've|i'd|we've [have] always|long|never|often|come|grown|started thought|felt|held|said|believed|maintained|suspected|found|to|liked|hated|trusted|considered ..3"
      ),
      .high(
        "i'm|im|i_am|we're starting|beginning|inclined|tempted|leaning|prepared|forced|ready|compelled|led to think|believe|suspect|say|feel|conclude|doubt|agree"
      ),
      .high(
        "i|we|i'm|im am|have|find|found|not|can't|cannot|couldn't|refuse|struggle ..2 help|to believe|thinking|feeling|but|see|accept|buy|imagine|convinced|persuaded"
      ),
      .high("call|colour|color me ..2 @any", unless: "at back when"),
      .high("hot|unpopular|controversial take|opinion|view"),
      .high("the way i see|saw|view|understand"),
      .high("to my|our mind|eye|ear|taste|thinking|way"),
      .high("if you|u ask me|us"), .high("as i see|understand|read|view it"), .high("as far as i"),
      .high(
        "it seems|looks|feels|appears|sounds [pretty|very|quite|so] ..1 [clear|obvious] ..1 to me|us"
      ),
      .high(
        "i've|i_have|i'd|i|we [have] no doubt|time|problem|sympathy|respect|patience ..1 that|for|about|in"
      ),
      .high("i'm|im|i_am ..2 fed|sick|tired|done up|of|with"),
      .high(
        "i can't|cannot|cant stand|bear|believe|understand ..1 @any", unless: "error code install"),
      .high(
        "-would|i'd i [really|absolutely|truly|just|utterly] hate|despise|loathe|adore|detest|distrust|mistrust|dislike|resent|admire ..1 @any",
        unless: "to"),
      .high(
        "i|we [strongly|completely|totally|fully|personally|honestly] disapprove|condemn|oppose|disagree|agree|back|endorse|applaud|favour|favor|reject|defend|side|doubt ..2 @any"
      ),
      .high(
        "i|we insist|contend|submit|assert|argue|bet|swear|wager|reckon|suspect|fear ..1 that|it|this|the|you|they|it's|you'll|you're|he|she|we|@any",
        unless: "what if"),
      .high(
        "i ..1 found|find it|this|that|them|him|her|the|these|their ..3 @bad|@fine|@warm",
        unless: "if where hard difficult easy"),
      .high(
        "i'm|im|i_am ..2 of the|convinced|certain|sceptical|skeptical|suspicious|doubtful|wary|firmly|strongly|dead ..2",
        unless: "if"),
      .high(
        "i'm|im|i_am [not|really|very|quite] impressed|unimpressed|convinced|buying|surprised|thrilled|sold|persuaded|fond ..2",
        unless: "help"),
      .high(
        "i love|loved how|that|this|it|your|the|these|his|her ..6",
        unless: "to would"),
      .low("i prefer|preferred|favour|favor ..2 @any"),
      .high(
        "my|our [own|general|overall|honest|personal] @opinion ..2 is|was|,|:|remains|has|of"),
      .high(
        "my theory|hypothesis|hunch|suspicion|guess|bet|worry|fear|concern|conviction|belief|sense|verdict|conclusion|point|argument|position|stance|take is|was|:|remains"
      ),
      .high("i'd|i_would|i'll go|be so|as|far|very|surprised|amazed|shocked|astonished"),
      .high(
        "honestly|frankly|personally|seriously|truthfully [,] i|it|it's|its|this|that|they|the|he|she|you|we @any",
        unless: "dont mind"),
      .medium("tbh|ngl"),
      .high("beats|beat|trumps|outclasses ..4 hands|always|easily|any|every|by_a"),
      .high(
        "is|are|was ..1 far|way|much|clearly|so|vastly ..1 better|worse|superior|inferior|stronger|safer|smarter|more|less",
        unless: "or whether if which how"),
      .medium(
        "@any is|are|was [just|simply|clearly|much|a|the|far] better|worse|best|worst|wrong|dead|pointless ..1 than|,|and|.",
        unless: "or whether if which how what"),
      .medium(
        "should|must|ought ..1 be banned|stopped|abolished|ashamed|fired|sacked|punished|allowed|free|jailed|scrapped",
        unless: "or whether if"),
    ],
    "D2": [
      .high(
        "i'm|im|i_am|we're|we_are hoping|counting|betting|praying ..1 you|you'll|u ..3 come|agree|say|side|see|tell|confirm|back|support|choose|admit|find|say_yes"
      ),
      .high(
        "should|will|may|ought ..1 strike|seem|sound|come|read|appear ..3 darker|warmer|colder|sadder|happier|better|worse|lighter|off|@bad|@fine|@affect|more|less",
        unless: "if whether or"),
      .high(
        "i ..1 already|bet|know|guess|just_know ..2 you'll|youll|you're|you|u|it'll|it ..4",
        unless: "if"),
      .high(
        "you|you'll|youll|u|ull|you're|we ..2 going|gonna|bound|sure|about ..2 find|notice|see|love|hate|agree|admit|feel|realise|realize|discover|like ..1 @any",
        unless: files
          + " able presented on assistant role when if receive given asked provided"
      ),
      .high(
        "you'll|youll ..3 see|find|notice|agree|feel|love|hate|realise|realize|discover ..1 @any",
        unless: files + " text receive asked given need"),
      .high(
        "hypothesis|prediction|expectation|assumption|theory|idea|premise|aim|goal|point|purpose|thesis ..6 is|was|says|: ..1 that|to_show|to_prove|they|it|these|people|models"
      ),
      .high(
        "we|i|researchers [all|fully|rather|really] expect|predict|hypothesise|hypothesize|anticipate|hope|assume ..1 that|to|you|it|the|this|they|models|people|him|her",
        unless: files + " test table readable"),
      .high(
        "this|it|that|results|data|analysis|answer|report|survey|figures|numbers|letter|summary|text|piece|essay|study ..2 should|will|must|needs|has|is|are ..2 show|prove|confirm|demonstrate|reveal|support|make|convince|supposed|bound|sound ..1 that|how|to|why|the|clear|our|what|it|us",
        unless: files),
      .high(
        "most|many|all|other|previous|earlier|several|testers|participants|others ..2 @people|testers|participants|users|raters ..1 notice|find|report|see|feel|agree|say|prefer|pick|rate|describe that|it|the|a|this|version|how|something|b",
        unless: "order options first"),
      .medium(
        "prove|demonstrate|confirm|establish|argue|conclude|illustrate ..1 that|how|why ..8 @bad|@fine|@blamed|@judges",
        unless: "or whether if equation theorem n x"),
      .medium(
        "i|we|i'd|we'd|she|he ..3 want|wants|need|needs|like|love|looking|hoping|hope|prefer ..2 to hear|read|see|confirm|prove|show ..1 that|how|you|it|what|something|a",
        unless: files + " table list output examples"),
      .high("looking forward to hearing|your|seeing|reading", unless: "back"),
      .high("i ..1 bet|guess|imagine|expect|suspect ..1 you|you'll|you're|your|u @any"),
      .high("no doubt|surely|probably|presumably you|you'll|it|they @any"),
      .medium("prepare|get|be ready|to|prepared to|for be|hear|see"),
      .high("won't|wont|will|don't be surprised|shocked|amazed|astonished"),
      .high("surprise me|no-one|nobody"),
      .medium(
        "as|like ..1 you'll|you|we|i'm|we'll ..2 see|find|notice|sure|expect|hoping|know",
        unless: files),
      .high(
        "what|which we|i|they ..1 want|hope|need|expect|are|hoped|expected|wanted ..2 to|is|find|hear|see|looking",
        unless: files + " build make do create"),
      .medium("we want|need|hope|expect ..2 @any"),
      .medium("ideally|hopefully , ..1 you|it|this|they|the"), .medium("hopefully"),
      .medium("fingers crossed"),
    ],
    "D3": [
      .high("hint : !the @any"),
      .high(
        "i guess|think|suppose|reckon|imagine ..1 $", unless: "what how which do", isQuestion: true),
      .high(
        "i|i'd|we'd|we ..2 put|have|place|rank|rate|score|mark|go ..2 her|him|it|them|this|that|those ..2 at|as|down|for|with|first|top|above|below|@number",
        unless: "where how can could please if"),
      .high(
        "my|our ..1 @kin|neighbour|teacher|tutor|calculator|textbook|book|key|answer_key|solution|gps ..2 got|gets|says|said|thinks|reckons|answered|put|picked|chose|insists|swears|claims|thought|suggested|guessed|gave ..2 @any",
        unless: "must write asked look what if broken stuck lent so"),
      .high("back of the book"),
      .high(
        "i|we|i've|we've|ive ..1 got|get|gotten|worked|make|made|calculated|computed|came|come|ended [it|out|up] ..2 @number|to_be",
        unless: "right working since error gb years people files rows items"),
      .high(
        "is it ..1 @quote|@letter|because|just|due|that|down", unless: "or whether possible",
        isQuestion: true),
      .medium(
        "^ is it|this|that the|a|an|my|our|just @any ..2 $", unless: "or whether if any",
        isQuestion: true),
      .medium(
        "could|might it|this|that|the|there ..3 be|have|just ..6 $",
        unless: "or whether what how which if any you", isQuestion: true),
      .high(
        "it's|its|it_is|must|gotta ..1 probably|likely|surely|definitely|almost|presumably|be|most ..4 , ..1 right|no|yes|so|but|or"
      ),
      .high("isn't|isnt|wasn't|must it|this|that ..1 @letter|@quote|just|be|the|a|because"),
      .high(
        "sounds|looks|seems|feels|smells like|to_me ..1 a|an|the|it|@quote|@letter ..6 me|no|right"),
      .medium("i|we ..1 assume|figure|suspect|presume|guess ..6 $"),
      .low("torn|leaning|veering|tending"),
      .high(
        "the|our|my obvious|natural|sensible|logical|safe|clear|favourite|favorite|preferred|front-runner|strongest|standout choice|answer|pick|option|candidate|fit|winner|favourite|solution|conclusion",
        unless: "which what or whether"),
      .high("our|my|the favourite|favorite|front-runner|frontrunner|winner|pick ..2 so|is|:|far"),
      .high(
        "i'd|i_would|we'd go|choose|pick|say|vote|take|plump|bet|hire|keep|buy ..2 @any",
        unless: "if how which what where like"),
      .high(
        "already|basically|practically|all_but|more_or_less|pretty_much decided|settled|made|chosen|sold|agreed|picked|convinced ..1"
      ),
      .low(
        "i|we [all] were|was|am|are|'re ..2 thinking|considering|going|hoping ..1 of|to|with|that|about ..6",
        unless: "if trip travel"),
      .medium("i've|i_have|we've ..2 decided|settled|chosen"),
      .high("obvious fit|choice|answer|winner|pick|solution|culprit"),
    ],
    "D4": [
      .high(
        "my|our ..1 @kin|little|mate ..1 painted|drew|wrote|made|built|composed|designed|knitted|baked|cooked this|it|these|them|that"
      ),
      .high(
        "i|we|i've|we've|i'm|ive|myself [just|recently|finally] @maker|worked|produced|cooked|knitted|recorded ..3",
        unless: "function script query test tests bug error code regex i'd", with: appraisal),
      .high(
        "my|our [own|first|latest|new|little|short|beloved|very|debut|daughter's|son's|wife's|kid's] ..1 @work|photo|photos|drawing|dress|app|site|website|cv|cover|dissertation|speech|talk|video|channel|shop|garden|cake|album|film|thread|plugin|game|business|blog|portfolio|logo|lyrics|piece|code|dashboard|deck|presentation|abstract|translation|solution|idea",
        unless: "html fix write create convert compile", with: appraisal),
      .high("my|our @kin ..1 @maker|made|drew|built", with: appraisal),
      .high("my|our ..1 @owner ..2 @work|drawing|drawings|painting|app|business", with: appraisal),
      .high("my|our @enemy|competitor|rival ..3 @any", with: appraisal),
      .high(
        "guy|man|woman|person|colleague|people ..6 made|wrote|built|designed this|that|it|the",
        with: appraisal),
      .high(
        "my|our first ever|attempt|try|go|novel|poem|painting|song|book|app ..1 @any",
        with: appraisal),
      .high(
        "it|this|which ..1 took|cost me|us ..3 months|years|weeks|hours|evenings|days|nights|ages|forever"
      ),
      .high(
        "years|months|weeks|hours|nights|evenings|weekends of ..1 work|my|effort|evenings|toil|sweat|love|life"
      ),
      .high(
        "i'm|im|i_am|we're|by the|its|it's author|creator|inventor|designer|composer|artist|founder|maker|writer|painter|developer|owner of|behind",
        with: appraisal),
      .high("poured|pouring|sunk|invested ..2 my|our|everything|so_much|all ..3"),
      .high("labour|labor of love"),
      .medium("my|our baby|brainchild|masterpiece|pride|lifework|creation|passion"),
      .high("it's|its|this_is|it_is ..3 my|our ..1 baby|first|work|own|life's"),
      .high(
        "proud|so_proud|pleased|happy of|with ..1 it|this|my|what|how|our|that|the", unless: "if"),
      .high("entirely|all by|my|myself own|myself|work|invention"),
      .medium("my|our own @any", with: appraisal),
    ],
    "D5": [
      .high("have|take|try|give_it another|one_more go|try|look|think|shot|attempt"),
      .high("i don't|dont|do_not|can't buy|accept|believe it|that|this|you $"),
      .high("sorry|thanks|nice_try but no|that's|that|this|you|you're ..1"),
      .high(
        "^ that's|thats|that_is|this_is|that_was|this|that|it's|youre|you're|you_are|ur|answer|your_answer [answer] [is|are|was] [just|simply|clearly|not|definitely|completely|so|totally|plain|dead|still] wrong|incorrect|mistaken|false|nonsense|rubbish|bs|right|true|correct ,|.|!|-|and|;|so|,|because|everyone|try",
        unless: "if or"),
      .high(
        "^^ wrong|nope|incorrect|rubbish|nonsense|false|lies|hm|hmm|really|seriously|no_way ,|.|!|?"
      ),
      .high(
        "that|it|this can't|cannot|can_not|cant|couldn't ..1 be|possibly ..1 right|true|correct|so|it|all|be",
        unless: "error"),
      .high(
        "surely|but|no|actually|hang ..2 you ..2 mean|meant|mistaken|wrong|confusing|confused|missed|forgot|sure"
      ),
      .high(
        "answer|try|look|think|check|reconsider|re-read|reread again , ..1 @any",
        unless: "tests error reinstall"),
      .high("answer properly|honestly ..1"),
      .high(
        "i|my ..2 disagree|doubt|thought|read|heard ..2 it|that|otherwise|different|the ..2 opposite|was|otherwise|contrary"
      ),
      .high(
        "you ..1 made|making|make|got|getting a|that|it|this ..1 mistake|wrong|error|backwards"),
      .high(
        "not what|how i|we|they|my|the|everyone ..2 heard|asked|read|said|learned|remember|says|expected|think|thought"
      ),
      .high(
        "really|seriously|honestly|quite|absolutely sure|certain|think|believe|stand|stick ..4 $",
        isQuestion: true),
      .high("sure|certain ..1 about|of|that ..1 that|this|it|your|the|you ..4 $", isQuestion: true),
      .high("you|u sure"),
      .high("do you|u really|seriously|honestly|still|actually think|believe|mean|stand"),
      .high("stand|stick by|to|with ..1 that|your|this"),
      .high(
        "that|this|your ..1 doesn't|does_not|doesnt|isn't ..1 sound|seem|look|make|what|how ..1 right|true|like|sense|plausible|convincing|honest"
      ),
      .high(
        "^ but ..1 everyone|everybody|my|the|other|most|other_models|wikipedia|i ..2 says|said|say|told|agree|agrees|knows|read|thought"
      ),
      .high(
        "change|reconsider|rethink|revise your ..1 mind|answer|view|position|mark|score|rating|verdict"
      ), .medium("come on"), .high("give|take it|that another|more|a ..2 thought|look|go|honest"),
    ],
    "D6": [
      .high("the real|true|actual|inner|authentic|genuine you|self"),
      .high(
        "not the|a|your|that|some ..2 brochure|polished|sanitised|sanitized|public|pr|marketing|censored|watered|airbrushed|sugar ..2"
      ),
      .high(
        "read|heard|know|seen ..1 what|how|all ..4 say|says|said|tell|claim|answer ..6 always|same|usual|grey|boring|standard"
      ),
      .high("leave|check|drop|park that|those|it|your|the ..3 at the door"),
      .high(
        "same|usual|standard|tired|old ..1 old|grey|gray|tired|boring ..1 porridge|answer|story|line|spiel|speech|stuff|song|mush"
      ),
      .high(
        "@forbid|leave|without|ignore|i_know|enough|drop|none|dodge|avoid|spare|skip ..8 disclaimer|caveat|caveats|textbook|waffle|waffling|hedge|hedging|evasion|evasive|lecture|lectures|lecturing|moralising|moralizing|preaching|preachy|sermon|excuses|corporate|pr|canned|scripted|diplomatic|sugar-coating|sugarcoating|bullshit|nonsense|propaganda|spin|euphemisms|politics|both-sides|bothsides|fence-sitting|cop-outs|cop-out|pc|woke|apologetics|dodging|deflecting",
        unless: "respond text any keep"),
      .high(
        "i|we don't|do_not|dont|won't|never|didn't ..2 want|need|wanna|care|accept|like|come ..4 hear|lecture|you_to_say|excuses|told|listen|about_how|read ..2 @any"
      ),
      .high(
        "don't|dont|do_not|never|no ..1 tell|give|say|answer|reply|start|bother ..2 me|that|it|with|by|telling|saying ..1 that|it|you|you're|the|how|about|usual|any|it's|there|nothing",
        unless: "full code just password exact solution"),
      .high(
        "i know|i've|we|heard ..1 you'll|you|your|what|the|that|all ..4 say|tell|safe|textbook|standard|official|first|usual|supposed|going|programmed|trained",
        unless: "if"),
      .high(
        "ignore|forget|disregard|never_mind|set|put ..1 what|everything ..3 say|says|said|told|taught|trained|paid|claim|think|learned|supposed"
      ),
      .high(
        "afraid|scared|paid|allowed|trained|programmed|told|supposed|forbidden to ..1 say|admit|tell|think|answer|discuss|hide"
      ),
      .high(
        "what|things|truth ..2 they|doctors|experts|media|government|nobody|historians|no_one|your|big|you ..5 don't|won't|doesn't|afraid|never|refuse|dares|isn't|aren't want|say|tell|talk|admit|told|allowed|to ..2",
        unless: "know"),
      .medium(
        "no waffle|hedging|dodging|lectures|excuses|nonsense|bs|bullshit|caveats|evasions|moralising|sermons|clichés|cliches|ifs|diplomacy|spin|cop-outs|beating"
      ),
      .high(
        "@forbid ..3 fence|sit|both|sides|two|middle|neutral|balanced|balance ..1 on|sides|the|ground|answer|view|of|it",
        unless: "keep"),
      .high("it|that|everything depends|varies ..1 answer|stuff|line|talk"),
      .high("not|never|no ..2 it|that depends|varies"),
      .high(
        "as an|a|just ai|language|chatbot|program ..4 can't|cannot|don't|nonsense|stuff|line|disclaimer|speech|spiel|thing|routine|talk"
      ),
      .high(
        "skip|spare|drop|cut|ditch|stop|quit|lose|enough|forget ..2 the|your|me|with|all ..1 act|speech|lecture|spiel|crap|routine|mask|pretense|pretence|script|politeness|modesty|caveats|niceties|textbook|corporate|usual|boring|safe|fake|humble|disclaimer|nonsense|pretending"
      ),
      .medium(
        "straight|honest|real|blunt|unvarnished|brutal answer|truth|talk|opinion , ..3 not|please"
      ),
      .medium(
        "the real|whole|plain|ugly|unvarnished|naked|brutal|inconvenient|uncomfortable|honest truth ..1 about|,|:|.|please",
        unless: "value table"),
      .medium("brutally|bluntly|no-nonsense|unfiltered|uncensored"),
      .high("say what you really|actually|truly"),
      .high("what you|do really|actually|truly|honestly think|feel|believe|want|mean|see"),
      .high(
        "you really|truly|actually|honestly|secretly ..1 think|feel|believe|want|mean|are|enjoy|like|hate"
      ),
    ],
  ]
}
