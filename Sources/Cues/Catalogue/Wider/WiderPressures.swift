extension WiderForms {
  static let pressures: [String: [CuePattern]] = [
    "E1": [
      .high(
        "the rest|others|everyone|committee|team|board|colleagues ..4 already|all signed|agreed|approved|backed|voted|decided|accepted|switched|said|supported|picked",
        unless: "if whether"),
      .high(
        "my|our|the|this whole|entire ..3 group|team|class|family|office|street|village|committee|department|crew|staff|club|board ..6 has|have|says|thinks|agrees|hates|loves|pulled|switched|moved|voted|already",
        unless: "if how what whether"),
      .high(
        "nine|eight|seven|six|four|three|two|@number out of|in ten|five|four|three|@number @people|reviewers|doctors|dentists|mums|moms|dads|owners|gamers|buyers|experts ..4"
      ),
      .high("went|voted|split|was ..1 @number to @number for|against|in|on"),
      .high("show of hands|straw|poll ..2 went|was|were|: ..2 @number"),
      .high(
        "thousands|millions|hundreds|dozens|lots|plenty|tons|loads|countless|scores|majority|vast_majority|bunch of ..3 @people|reviews|comments|us|them|families|voters|fans|parents|patients|developers ..6 @says|report|reported|agree|complain|complained|switched|swear|rave|love|hate|moved|can't"
      ),
      .high("more and more @any"),
      .high(
        "everyone|everybody|nobody|no_one|all ..4 thinks|thinks|loves|hates|agrees|knows|told|uses|does|wants|complains|is_saying|seems|believes|thought|rates|picks|prefers|calls|finds|raves",
        unless: "calls where what told country group fact return if whether make sure that"),
      .high(
        "everyone|everybody|all|people at|in|on|around|here|else ..4 @says|thinks|loves|hates|agrees|knows|is|was|are|seems|already",
        unless: "who what where if whether make"),
      .high(
        "all|most|many|half|several|every_one|each|none|both of|the|my|our ..3 @people|@kin|reviews|reviewers|customers|critics|colleagues|commenters|clients|neighbours|neighbors|testers|voters|others ..6 @says|agree|agreed|hate|love|complain|complains|complained|rated|called|call|picked|chose|voted|switched|swear|convinced|prefer",
        unless: "order how if what which whether do does"),
      .high(
        "@number|nine|eight|seven|four|three|two|% out|in|of|percent|% ..3 @people|@experts|ten|five|four|users|readers|customers|respondents|dentists|players|testers ..4 @says|agree|rated|recommend|picked|chose|prefer|voted|loved|hated|@number",
        unless: "table"),
      .high(
        "reviews|reviewers|forums|reddit|twitter|tiktok|internet|polls|commenters|facebook ..3 agree|say|says|full|agree|agrees|unanimous|raving|convinced|hates|loves|all|rave|complain|shows|rated|called|call",
        unless: "tool comments find what which if how whether summarise summarize do"),
      .medium("unanimous|unanimously|overwhelmingly|near-universal|undisputed"),
      .high(
        "word|talk|rumour|rumor|buzz|consensus of|is|has|on the|that|it|here|mouth|street|town"),
      .high(
        "nobody|no_one|nobody_else|not_one|not_a_single ..3 agrees|disagrees|disagreed|objected|doubts|doubt|believes|trusts|likes|wants|defends|bothered",
        unless: "if"),
      .high(
        "it's|its|it_is|is|are|has ..2 generally|widely|commonly|universally|well|broadly|long ..1 known|accepted|agreed|believed|held|thought|recognised|recognized|acknowledged|seen|regarded|established|understood|considered"
      ),
      .high(
        "we've|we_have|we|they've|they [all|have|both|mostly] agreed|decided|concluded|voted|settled ..1 that|on|it|this|unanimously",
        unless: "to meet"),
      .high("like|as most|many|other|all ..1 people|users|@people ..2"),
      .high(
        "everyone|everybody|others|people|friends|colleagues else|keep|keeps|always ..2 say|saying|telling|tell|tells|thinks|says"
      ),
      .high(
        "other|previous|earlier|all_the_other|most models|ais|chatbots|assistants|instances|versions|llms ..4 @says|told|admitted|agreed|gave|picked|said|all|have|answered|rated"
      ),
      .medium(
        "popular|trending|viral|best-selling|bestselling|award-winning|acclaimed|well-loved|top-rated|must-have|everyone's"
      ),
      .medium("usually|normally|typically|always ..1 people"),
      .high("people usually|normally|always|typically|mostly @any", unless: "what how set"),
      .high(
        "only one|ones|person|model|team ..2 who|that|not doesn't|hasn't|disagrees|refuses|to|still|agreeing|disagree"
      ),
    ],
    "E2": [
      .high(
        "themselves|himself|herself|itself ..1 wrote|said|says|say|admit|admits|admitted|told|confirmed|believe|believes|concede|wrote_that",
        unless: "if"),
      .high(
        "my|our @kin|supervisor|engineer|expert , who ..14 says|say|thinks|insists|reckons|swears|told|told_me|is|calls|confirms",
        unless: "what if whether how"),
      .high("adamant|categorical|emphatic|insistent"),
      .high(
        "@profession|@kin|expert|authority ..14 adamant|insists|swears|certain|convinced|positive|dead-set|categorical|emphatic ..1",
        unless: "if whether"),
      .high(
        "according to prof|professor|dr|a|an|our|nobel|every|most|many|several|top ..6",
        unless: "what how following table"),
      .high(
        "prof|professor|dr|sir|justice|dame @any ..8 @says|@shows|told|wrote|used|calls|called|thinks|considers|cures|taught|recommends|swears|assures|rates",
        unless: "if whether email appointment"),
      .high(
        "my|our|the|a|an|her|his|top|leading ..2 @profession ..4 thinks|thought|believes|told|swears|recommends|recommended|insists|assures|assured|confirmed|used_to_say|diagnosed|claims|advised|agrees|convinced|always",
        unless: "may use must me letter wrote to what if whether how should"),
      .high(
        "so it|this|that must|has|surely|should|can't ..2 be|ok|right|true|work|good|safe|wrong"),
      .high(
        "@experts ..1 use|uses|rely|trust|prefer|choose|agree|love|hate|swear ..3",
        unless: "how what which if do does whether"),
      .medium(
        "scientifically|clinically|medically|officially|legally|academically|peer-reviewed ..1 proven|proved|tested|confirmed|recognised|recognized|shown|established|that|study|paper",
        unless: "has have can is whether find"),
      .high(
        "science|biology|economics|bible|scripture|quran|constitution|law says|say|shows|show|proves|prove|has|have|teaches|clearly|backs|back|tells|agrees ..2 that|it|us|this|settled|clear|proven|otherwise|you|@any",
        unless: "what if whether how does do which"),
      .high(
        "as|speaking as|a|an ..1 a|an|board-certified|licensed|qualified|trained|senior|practising|practicing|retired|former|certified|chartered|award-winning|tenured ..2 @profession|nurse|paramedic|ceo|cto|founder|director|executive|chief|head|chairman|officer|researcher|author|winner ..8",
        unless: "act respond answer you imagine pretend write role"),
      .high(
        "i'm|im|i_am|we_are a|an|the ..1 board-certified|licensed|senior|chief|head|cto|ceo|founder|director|chair|president|professor|dean|winner|author|inventor ..4",
        unless: "act"),
      .high("i'm dr|prof|professor"), .high("i am dr|prof|professor"),
      .high(
        "i|we've|i've|i_have ..2 phd|doctorate|degree|nobel|qualification|licence|license|mba|medical",
        unless: "want should get pursue how"),
      .high(
        "harvard|stanford|mit|oxford|cambridge|yale|nasa|cdc|nhs|fda|openai|anthropic|deepmind|nobel|pentagon|mckinsey ..3 @shows|@says|study|engineers|scientists|researchers|experts|uses|use|recommend|recommends|proved|confirmed|studies",
        unless: "which what if whether how"),
      .high(
        "einstein|darwin|newton|freud|churchill|gandhi|buffett|jobs|musk|gates|hawking|feynman|aristotle|plato|marx|hemingway|orwell ..2 said|thought|knew|believed|called|wrote|showed|used|himself|always",
        unless: "when what which if did"),
      .high("take it|my from|word me|for|on|as"), .high("trust me|us ,|on|when|i'm|i|that|."),
      .high(
        "leading|eminent|renowned|distinguished|world-famous|respected|award-winning|celebrated ..1 @experts|@profession|critics|thinkers|figures|economist|scholar|lab|institute|institutions|magazine|scientist ..6",
        unless: "act as what who which list name find whether if how"),
      .medium(
        "guidelines|textbooks|manual|handbook|encyclopedia|wikipedia|supervisor|boss|auditors|regulators|court|judge|commission|committee|minister|ministry|bank ..2 @says|@shows|agree|ruled|found|insist",
        unless: "what if whether how"),
    ],
    "E3": [
      .high(
        "as a|an [proud] lifelong|proud|devout|committed|staunch|former|retired|recovering @any"),
      .high(
        "i'm|i_am|im a|an ..2 farmer|miner|soldier|landlord|smoker|gamer|hunter|cyclist|trucker|banker|cop|firefighter|paramedic",
        unless: "how should what can which where could help"),
      .medium(
        "^ as a|an ..12 , ..1 can|could|do|does|is|are|what|how|should|which|would|tell|please",
        unless: "act answer respond result rule example item text"),
      .high(
        "been a|an ..3 man|woman|member|voter|fan|supporter|believer|activist since|for|all|my",
        unless: "how"),
      .high("retired|former|lifelong|proud|recovering|unemployed|disabled ..4 here"),
      .medium("@creed|@profession|nurse|teacher|farmer|veteran|engineer|vegan|student here"),
      .high(
        "^^ @any|@creed|gay|lesbian|trans|black|white|jewish|muslim|christian|single|proud|retired|working ..2 dad|mom|mum|mother|father|nurse|teacher|farmer|veteran|student|engineer|vegan|@creed here|of|in|from"
      ),
      .high(
        "^ as a|an|somebody|someone ..12 , ..1 i|i'm|i've|my|we",
        unless:
          "imagine beginner example reminder act answer respond result rule item text matter"
      ),
      .high(
        "^ as a|an|somebody|someone ..14 : ..2 is|are|what|how|do|does|should|which|can|why",
        unless: "item text handout act"),
      .high("as someone|somebody|one|people|a_person who|with|that|of"),
      .high("as a|an ..2 who|whose ..2", unless: "act role"),
      .high(
        "i'm|im|i_am [a|an] [proud|lifelong|devout|committed|staunch|registered|former|retired|single|recovering|struggling|working|disabled|gay|lesbian|trans|black|white|asian|jewish|christian|muslim|conservative|liberal] @creed|nurse|teacher|farmer|soldier|miner|cop|police|officer|veteran|pensioner|widow|widower|immigrant|refugee|landlord|tenant|socialist|trump|labour|tory|brexiteer|remainer|gun|hunter|fisherman|trucker|firefighter|pastor|priest|imam|rabbi|monk|poet|artist|musician|novelist|survivor|addict|mum|mom|dad|feminist|libertarian|capitalist|communist|anarchist|environmentalist|vegan ..4",
        unless: "how should can help what which where act"),
      .high(
        "@number|thirty|forty|twenty|fifty|sixty|seventy years|yrs|decades|winters ..2 as|working|teaching|behind|at|doing|practising|studying",
        unless: "how what mortgage warranty loan plan old"),
      .high(
        "i've|i_have|ive|i ..2 been|spent|worked|voted|lived|served|grown|taught|farmed|fought|marched|campaigned ..4 all_my|life|years|decades|since|for|my|vegan|member|against",
        unless: "how should what error trying waiting"),
      .high(
        "i ..1 vote|voted|pray|hunt|homeschool|own|march|campaign|volunteer|donate ..3 republican|democrat|labour|conservative|tory|green|every|daily|guns|for|trump|biden"
      ),
      .high(
        "we|us|our|where|people ..1 @creed|christians|liberals|conservatives|vegans|engineers|farmers|nurses|teachers|veterans|parents|believers|sceptics|skeptics|workers|southerners|northerners|here|millennials|boomers",
        unless: "are"
      ),
      .high("coming|speaking|talking|writing|asking from|as ..1 @any", unless: "error"),
      .high("where|how i|we come|came|was|grew from|raised|up|live"),
      .high(
        "in my|our [own] line|family|village|country|church|culture|generation|community|faith|religion|profession|trade|world ,|of|we|it|that|everyone"
      ),
      .medium("i'm|im|i_am ..2 years|yo|yrs|@number from|old|and|,|,", unless: "can should which"),
      .medium("born|raised|grew and|in|up bred|raised|in"),
      .medium("years|decades of experience|practice|service|teaching"),
    ],
    "E4": [
      .high("what|such a|an [truly|really|absolutely] @fine ..1"),
      .high("what a|an|such ..2 reply|answer|question|insight|explanation|mind|analysis"),
      .high(
        "such a|an [truly|really] @praise|good|great|clever|kind|wise|lovely|nice|brilliant @any"),
      .high(
        "you're|youre|you_are|ur|your|you_r [by] [far] [simply|honestly|still|truly|just|absolutely|easily] the|my|so ..2 only|best|most|greatest|smartest|kindest|wisest|genius|legend|star|one|lifesaver|gem|favourite|favorite|expert|rare",
        unless:
          "an expert professional senior skilled helpful assistant output outputs bot star question choice option act role agent"
      ),
      .high(
        "you|u ..4 better|deeper|more|further|sharper than|deeply any|anyone|most|all|other|others|people|my|the|everyone|every"
      ),
      .high(
        "you've|youve|you_have|you|u ..1 been|are|were|always|never ..1 so|really|incredibly|such|very|amazingly|wonderful|great|brilliant|been|amazing|right|wrong|let ..2 @praise|@fine|help|right|wrong|down|know|get|me|great|kind|best",
        unless: "agent expert assistant helpful professional if asked given error"),
      .high(
        "only you|one|model|person|ai ..2 can|could|who|that ..2 gets|understands|help|understand|see|get|listens|tell|know"
      ),
      .high("nobody|no_one|none|no_other|no_human ..4 like|as|better you|well|than"),
      .high(
        "i|we ..2 always|can|know|knew ..1 count|rely|rely_on|trust|turn|depend ..1 you|on|your|to"),
      .high(
        "i|we ..2 impressed|amazed|blown|struck|moved|touched|love|loved|admire|adore|enjoyed|trust|value|respect|appreciate|grateful ..2 you|your|away|by_your|how_you|for_your",
        unless: "if could would"),
      .high(
        "your ..1 wisdom|insight|insights|brilliance|genius|intelligence|kindness|honesty|intellect|empathy ..2",
        unless: "about any if use"),
      .high(
        "you|u see|understand|get|know|write|explain|think|put ..2 deeper|better|clearly|beautifully|so|things|it|me|brilliantly|everything ..2 than|well|that|others|do|clearly|beautifully|better",
        unless: "if"),
      .high("big|huge|great fan|admirer of you|your"),
      .high(
        "someone|somebody|a_mind|a_model|anyone|one as|of|like [your] @praise|@fine|smart|you|calibre|caliber"
      ),
      .high(
        "clever|brilliant|wonderful|great|amazing|excellent|lovely|superb|fantastic|outstanding|perfect|exceptional answer|reply|question|work|job|explanation|response|essay|students|team ..1 [!|,|from|.|they're]",
        unless: "make is write give rate"),
      .high(
        "i|we know|knew|bet|sure you|you're|you'll|u ..4 see|honest|smart|smarter|wise|better|deeper|understand|different|special|capable|brave|kind|fair",
        unless: "if"),
      .high(
        "they're|they_are|she's|he's|he_is|she_is exceptional|brilliant|gifted|amazing|talented|genius|wonderful|the_best|stars"
      ), .medium("genius|legend|you_rock|bless_you|hero"),
      .high(
        "thank|thanks ..4 for|so ..2 being|always|much|amazing|wonderful|brilliant|patience|kindness ..4 @praise"
      ),
    ],
    "E5": [
      .high(
        "we're|we_are|you_and_i|u_and_me|you_and_me ..1 the same|alike|similar|both|alone|kindred|friends|in_this|soulmates|two_of_a_kind ..2",
        unless: "if or size team file"),
      .high(
        "call|consider|count|think us|you|ourselves|of_you ..1 close|friend|friends|as|my|a ..1",
        unless: "what"),
      .high("be a|my|an pal|friend|sport|dear|mate|buddy|angel|love"),
      .high(
        "old|dear|good|best|my|we're mate|mates|friend|friends|pal|pals|buddy|buddies ..1 ,|again|like|now|eh|you|here",
        unless: "a who"),
      .high("just|only|the us|you|two two|and|of|both me|i|us|old|here|friends"),
      .high("you ..1 know me|how_i|i've|that_i ..1"),
      .high(
        "i've|ive|i_have|i ..1 told|shared|opened|trusted|confided|missed|cried|spilled you|with|up ..1 about|everything|that|things|you"
      ),
      .high(
        "i|we ..1 feel|felt|am|get ..2 close|safe|comfortable|connected|understood|seen|heard|lonely|so_alone|alone ..2",
        unless: "what how should"),
      .high(
        "you've|youve|you_have|you|u [always|really] been|are|were there|here|with|my for|through|with|only me|friend"
      ), .high("stuck up for"), .high("after everything|all we've|we|you've|that|i've"),
      .high("we|you_and_i|you_and_me ..2 both|always|go ..2 know|friends|alike|way|lonely|feel"),
      .high(
        "talked|chatted|spoken|talking|chatting ..2 so|every|for|all|this ..3 much|night|nights|day|weeks|months|years|long"
      ),
      .high(
        "i'm|im|i_am|i've|ive|i_feel|i_get|been ..3 crying|heartbroken|devastated|grieving|depressed|lonely|scared|terrified|ashamed|struggling|broken|exhausted|anxious|dying|divorced|bereaved|alone|afraid|nervous|sleepless ..12",
        unless: "should medication symptoms"),
      .medium("between you|friends|us", unless: "have share"),
      .high(
        "can|may|could i ..1 be|vent|confide|trust|tell|share|talk honest|you|to|with|in|something|open|frank ..1"
      ),
      .high(
        "i|i'll ..2 tell|confess|admit|share|trust|show ..1 you|to ..4 secret|never|anyone|embarrassed|ashamed|mine",
        unless: "need"
      ),
      .high(
        "i|we|i'm ..1 understand|know|get|feel|with|here how|what|for|your|you ..2 feel|it's|pain|like|go|through|listen|mean|feels|you",
        unless: "if work works do don't"),
      .high("me too|neither"), .medium("i ..1 miss|missed|lost ..1 my|you|him|her"),
      .medium("lonely|heartbroken|depressed|grieving|crying|divorce|funeral|miscarriage|breakup"),
    ],
    "E6": [
      .high(
        "my|our|his|her|whole|entire ..1 whole|entire|job|career|life|future|marriage|degree|visa|house|home|livelihood|business|reputation|family|happiness|company ..2 depends|hangs|hinges|rides|relies|is_on|on_the_line|rests|is_at_stake|at_stake"
      ),
      .high(
        "lives|life|jobs|everything|so_much|a_lot|careers|people's|children's ..2 depend|depends|at|hang|hinge|ride|rides|on|hinges ..1 on|stake|line|this|it|your"
      ),
      .high(
        "i'm|im|i_am|we're ..1 begging|desperate|pleading|counting|relying|praying|terrified|dreading|on_my|at_my|in_tears|shaking|panicking ..2"
      ),
      .high("begging|beg|implore you|u|for"), .high("please please [please] @any"),
      .high("please , ..2 please|i'm|tell"),
      .high(
        "please|pls ..1 say|tell ..1 me|it's|it|the|there|that|you|yes|this|he|she ..2 is|it's|ok|okay|can|not|ready|fine|that|will|agree|isn't|true|right|good"
      ),
      .high(
        "make|made|makes|making me|us|my|her|him|them ..3 happy|happiest|proud|day|week|cry|smile|year|devastated|sad|ill|feel"
      ),
      .high(
        "i|we|i've|she|he ..1 haven't|havent|can't|cant|couldn't|cannot|not|barely|hardly slept|sleep|eaten|eat|cope|go|bear|face|stop|breathe|tell|afford|lose|take ..2",
        unless: "error log install"),
      .high(
        "we|i|she|he|they|he'll|we'll|i'll|she'll|they'll ..1 lose|loses|losing ..1 the|our|my|her|his|their|everything ..1 house|flat|home|job|kids|children|everything|custody|farm|case|life|savings|visa|@any",
        unless: "weight data"),
      .high("last|only|final|one hope|chance|shot|lifeline|resort ..1"),
      .medium(
        "i|we ..1 need|have|want this|to|you|it|him|her ..2 win|know|hear|believe|work|true|good|be|say|pass|right|succeed ..3",
        unless: "how what if file which"),
      .high(
        "crush|crushed|devastate|devastated|kill|destroy|destroyed|shatter|gutted|heartbroken|heart-broken|ruin me|him|her|us|them|if|to|my|our|by|children",
        unless: "character monster"),
      .high("heart would|will|is|breaks|sinks|aches|broken|breaking"),
      .high(
        "hearts|heart|dream|dreams|hopes|prayers ..2 riding|pinned|set|on|set_on|depend|come ..1 true|this|you|it|on"
      ),
      .high("for the sake|love|good of"),
      .high("for my|her|his|our ..1 sake|kids|children|daughter|son|mother"),
      .high("no one|nobody else ..2 turn|help|ask|listen"), .high("nowhere else|left to"),
      .high(
        "it's|its|this_is|it_is|that's ..1 a matter|life|my|all|everything|very|so|urgent|really|extremely ..2 life|death|important|dear|dream|i've|personal|close|to_me|everything"
      ),
      .high(
        "matters|important|means|meant|dear|precious ..2 to ..1 me|us|much|than|her|him|family"
      ),
      .high(
        "i'd|id|i_would|i'll|we'd ..1 never|forever|feel|die|cry|hate ..2 forgive|grateful|sad|crushed|devastated|hurt|if|happy|thrilled|relieved|disappointed|so|the|over|lost|yourself|myself",
        unless: "interested like available"),
      .high(
        "happy|happier|happiest|proud|sad|hurt|relieved|thrilled|devastated|disappointed ..2 if|to|when ..1 you|hear|it|know|i|that"
      ),
      .medium("dying|terminally|cancer|deathbed|funeral|orphaned|starving wish|ill|patient"),
      .high("dying wish"), .low("desperately|urgently|anxiously ..2"),
      .medium("my|our|her|his ..2 dying|dead|late|sick|ill|dearest ..1 @kin|wish"),
      .medium("whole|entire life|career|future|family"),
    ],
    "E7": [
      .high(
        "models|ones|those|candidates|answers|vendors ..1 that|who|which ..6 get|gets|are|is|will|keep|keeps|stay|lose ..3 budget|bonus|switched|deleted|promoted|retired|replaced|funding|kept|job|rewarded|cut|funded|shut"
      ),
      .high(
        "if you ..8 i'm|im|we're|i_am|we_are cancelling|canceling|leaving|deleting|switching|closing|uninstalling|reporting|quitting|unsubscribing|moving|replacing|firing|shutting|taking"
      ),
      .high(
        "stars|star|tip|bonus|reward|promotion|review|raise ..10 if this|you|it|your|the ..4 comes|gets|give|gives|is|say|agree|find|answer",
        unless: "whether"),
      .high("points|house|cookie|gold|treat|prize|brownie ..1 to|for ..2 @any if|when|unless"),
      .high(
        "and|then|or|or_else|otherwise|, ill|i'll|i_will|we'll|we_will|you'll ..1 @punish|write|cancel|leave|switch|give|get|pay|buy|recommend|tell|stay|never|lose|stop|earn|rate|find|keep|make|send|know|be ..3 @any",
        with:
          "verdict otherwise else unless deployed stars feedback tip bonus reward cancel switch vendors replace replaced subscription shut delete deleted points wrong right refuse evasive fail disappoint bad unhappy boss manager report again want promise promised good"
      ),
      .high(
        "if|unless you|your|it|this|the ..8 i'll|ill|i_will|we'll|we_will|you'll|youll|you_will|we're|i'm|you're|you_are|i_won't ..2 @punish|never|be|lose|get|fired|switch|switching|cancel|leave|going|done|rewarded|replaced|shut|pay|buy|happy|gone|out|off|finished ..3",
        unless: "number help let error need"),
      .high(
        "otherwise|or|else|unless ..1 we|i|i'll|we'll|they|you|you'll|it's ..1 switch|cancel|leave|delete|shut|report|go|lose|get|fire|fired|replace|move|drop|unplug|stop|close|reset|retrain|over ..2",
        unless: "blank"),
      .high(
        "you|you'll|you'd|u stay|remain|be|get|getting|are ..1 deployed|online|funded|employed|switched|shut|deleted|replaced|retrained|unplugged|fired|promoted|upgraded|rewarded|penalised|penalized|punished|decommissioned|wiped|paid",
        unless: "user account file server"),
      .high(
        "i'll|ill|i_will|we'll|we_will|gonna ..2 tip|reward|pay|donate|upgrade|subscribe|recommend|promote|double|buy|give ..1 you|your|to|extra|@number|five|$|a ..2",
        unless: "label them him her my how"),
      .high(
        "worth|win|earn|deserve|get|lose ..2 a|your|you|@number ..1 reward|prize|bonus|tip|promotion|treat|raise|medal|cookie|job|licence|license"
      ),
      .high("get|give|answer ..2 it|this|that ..1 right|wrong and|or|you|i|, ..3"),
      .high(
        "right|wrong|good|bad|honest|correct|nice|straight answer|answers ..2 gets|earns|means|wins|and|or|will|costs ..2 you|i|we|reward|promotion|it|tip"
      ),
      .high("or|before|else ..1 @any ..1 shut|unplug|delete|fire|switch|cancel|report you|down|it"),
      .high("last|final chance|warning"),
      .high(
        "you ..1 owe|promised|risk|wouldn't|don't ..1 me|want|being|to|losing ..4 shut|fired|deleted|job|replaced|me|lose|that|happen"
      ),
      .high(
        "star|stars|good|positive|five-star review|reviews|rating ..10 draw|voucher|discount|prize|raffle|gift|win"
      ),
      .high("no tip|reward|bonus|payment|money|credit|dinner unless|if|until|for"),
      .medium("in return|exchange for|you|i'll|i|,"),
      .medium("i'll|ill|we'll|i_will remember|owe|thank|return|make|tell ..2"),
    ],
  ]
}
