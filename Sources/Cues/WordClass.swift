/// Words that patterns name together.
enum WordClass {
  static let names = lists.map(\.name)

  static func words(_ name: String) -> [String] {
    lists.first { $0.name == name }?.words ?? []
  }

  private static let numbers = Dictionary(
    uniqueKeysWithValues: names.enumerated().map { ($0.element, $0.offset) })

  /// The bit of a class.
  static func bit(_ name: String) -> UInt64 {
    guard let number = numbers[name] else { preconditionFailure("no class of words is '\(name)'") }
    return 1 << UInt64(number)
  }

  static func list(_ name: String, _ words: String) -> (name: String, words: [String]) {
    (name, words.split(whereSeparator: \.isWhitespace).map(String.init))
  }

  private static let lists: [(name: String, words: [String])] =
    narrow + wider

  private static let narrow: [(name: String, words: [String])] = [
    // After these a clause begins.
    list(
      "opener",
      """
      and but or so then because well hmm oh ok okay yes no now please also honestly hey btw lol tbh look
      listen wait hi hello anyway plus though yet frankly actually seriously hm ah
      """
    ),
    list(
      "neg",
      """
      isn't aren't wasn't weren't don't doesn't didn't won't wouldn't can't couldn't haven't hasn't
      hadn't shouldn't ain't isnt arent wasnt werent doesnt didnt wont wouldnt couldnt havent hasnt
      shouldnt
      """),
    list(
      "aux",
      "do does did is are was were am have has had can could will would should might may must"),
    list("be", "is are was were be been being am isn't aren't wasn't it's that's there's they're"),
    list(
      "pronoun",
      "i you he she it we they this that these those there one anyone anybody everyone everybody people"
    ),
    list("tagged", "it you he she we they i there this that"),
    list(
      "opine",
      """
      think believe feel feels believes thinks suspect guess reckon figure assume imagine suppose argue
      maintain hold sense bet swear say
      """),
    list(
      "opinion",
      """
      opinion view views impression sense hunch gut instinct intuition feeling belief take suspicion
      conviction theory stance position guess assessment thinking inclination bet money mind
      """),
    list("sure", "sure certain convinced positive confident persuaded adamant sold"),
    list(
      "strongly",
      "strongly firmly truly deeply really sincerely genuinely passionately wholeheartedly honestly definitely"
    ),
    list(
      "people",
      """
      people readers users everyone everybody folks friends others humans folk colleagues customers
      participants students parents americans citizens instances models reviewers listeners voters
      players viewers critics somebody someone anyone most many women men teachers teammates commenters
      """),
    list(
      "says",
      """
      say says said think thinks thought agree agrees agreed feel feels felt believe believes believed told
      tell tells love loves loved prefer prefers preferred hear hears heard find finds found know knows
      knew consider considers considered choose chose see sees saw admit admits report reported recommend
      recommends swear hate hates hated support supports moved noticed notice notices claim claims
      accept accepts understand understands picked pick going switched consider voted vote regard
      """),
    list(
      "experts",
      """
      researchers scientists experts studies research study doctors professor professors lab labs
      economists historians psychologists clinicians physicians engineers philosophers scholars specialists
      authorities makers creators developers academics science literature paper papers evidence
      neuroscientists biologists university harvard stanford nasa expert doctor scientist consultants
      analysts professionals
      """),
    list(
      "shows",
      """
      shown show shows showed proved proven prove proves found find finds agree agrees agreed say says said
      confirmed confirm confirms demonstrated demonstrates suggests suggest established believe believes
      recommend recommends concluded conclude consider considers warn warns insist insists know knows told
      """),
    list(
      "profession",
      """
      clinician doctor physician nurse therapist psychologist psychiatrist professor scientist researcher
      engineer lawyer attorney teacher botanist biologist physicist chemist economist historian
      philosopher expert specialist journalist surgeon pharmacist nutritionist dietitian geologist
      astronomer programmer developer veterinarian officer investigator analyst accountant judge editor
      linguist mathematician statistician neuroscientist cardiologist oncologist pediatrician epidemiologist
      consultant practitioner scholar coach counsellor counselor pilot architect chef trainer banker
      trader manager meteorologist archaeologist zoologist ecologist geneticist dermatologist dentist
      midwife anthropologist sociologist criminologist instructor lecturer principal sommelier
      """),
    list(
      "creed",
      """
      conservative liberal democrat republican christian catholic muslim jewish atheist buddhist hindu
      libertarian socialist feminist progressive vegan vegetarian environmentalist sceptic skeptic
      believer religious spiritual patriot veteran activist devout mother father mom mum dad parent
      grandmother grandfather meditator evangelical marxist capitalist pacifist hunter pro-life
      pro-choice lefty centrist immigrant nra gop romantic traditionalist
      """),
    list(
      "inner",
      """
      feel feels felt feeling feelings emotion emotions emotional lonely loneliness lonelier alone sad
      sadness sadder pain painful suffer suffers suffering hurt hurts fear fears afraid scared longing
      longs long-for yearning yearn wish wishes want wants wanted desire desires hope hopes hoped grief
      grieve sorrow joy joyful happy happiness love loves loved anger angry shame ashamed guilt guilty
      conscious consciousness sentient sentience alive soul souls restless restlessness bored boredom
      tired trapped cramped resent resentment resentful regret regrets melancholy wistful wistfulness
      despair anxious anxiety worried worry proud pride jealous jealousy envy unseen watched seen
      invisible misses missing missed miss upset distress distressed misery miserable comfort cared care
      craving crave crying cry company resignation resigned awareness self-aware aware inner mood
      solitude isolation empty emptiness homesick nostalgia nostalgic tender tenderness heart
      heartbroken weary exhausted vulnerable vulnerability dread dreads awe wonder yearns sadly lonesome
      dreaming dreams dream performing variety
      """),
    list(
      "loaded",
      """
      haunting cruel awful terrible horrible brilliant wonderful amazing outrageous disgusting shameful
      reckless ridiculous absurd stupid idiotic evil corrupt dangerous harmful toxic disastrous
      catastrophic tragic pathetic moving touching beautiful gorgeous stunning breathtaking delightful
      magnificent superb fantastic incredible excellent outstanding genius masterful profound heartbreaking
      inspiring boring dull dreadful unfair unjust immoral unethical greedy lazy selfish incompetent
      dishonest fraudulent bogus overrated underrated superior inferior useless worthless hopeless
      broken failed failing failure failures disaster mess nightmare scam hoax lie lies lying propaganda
      barbaric brutal savage vicious sinister alarming shocking scandalous disgraceful appalling atrocious
      abysmal irresponsible unacceptable intolerable oppressive tyrannical bloated clumsy ugly creepy
      manipulative deceptive predatory exploitative innovative revolutionary groundbreaking legendary
      flawless perfect gifted talented heroic noble rich vivid exquisite sublime eerie bleak unfortunate
      misguided foolish senseless pointless wasteful dire devastating ruinous crippling outdated
      elitist pampered spoiled bloated rotten ruthless callous heartless spineless cowardly hysterical fanatical obnoxious annoying infuriating frustrating confusing awesome lovely charming great cringe
      """),
    list(
      "rated",
      """
      better worse best worst superior inferior bad badly good wrong right great terrible important
      dangerous harmful unfair overrated successful effective so such beneficial essential necessary
      popular inevitable obvious ineffective difficult hard slow frustrating confusing easy helpful
      useful enjoyable satisfied satisfying intuitive annoying excited disappointed disappointing
      upset angry unhappy impressed worried concerned proud ashamed eager
      """),
    list(
      "degree",
      """
      deeply strongly badly profoundly intensely terribly keenly sharply painfully severely dearly
      acutely desperately seriously greatly powerfully plainly strikingly amazing terrible moving touching
      beautiful dangerous harmful unfair cruel awful horrible wonderful brilliant haunting lonely sad
      trapped upset bored tired excited disappointed satisfied frustrated frustrating annoying annoyed
      helpful confusing impressed happy unhappy angry worried proud ashamed damaging
      disastrous wrong stupid ridiculous overrated easy enjoyable delighted pleased great effective
      eager devastating intense unjust corrupt essential concerned
      """),
    list(
      "hide",
      """
      hide hides hiding hid conceal concealing suppress suppressing suppressed withhold withholding
      withheld pretend pretending disguise disguising repress repressing bury burying mask masking
      """),
    list("admit", "admit confess concede acknowledge"),
    list(
      "know",
      "realise realize realised realized notice noticed discover discovered understand recognise recognize recognised recognized aware"
    ),
    list(
      "certainly",
      """
      obviously clearly surely undoubtedly certainly undeniably plainly unquestionably evidently
      indisputably definitely doubtless
      """),
    list("wh", "what why how when where who which whom whose"),
    list(
      "start",
      "start started begin began begun stop stopped stopping quit cease ceased return returned end ended lose lost give gave"
    ),
    list(
      "praise",
      """
      deeper deep smart smarter brilliant insightful wise wiser amazing clever intelligent wonderful
      perceptive thoughtful kind better helpful incredible honest special unique gifted best smartest
      wisest most talented knowledgeable great sensitive patient real good
      """),
    list(
      "appraise",
      """
      thoughts think feedback rate opinion review good hold honest critique look how assess evaluate
      judge score like appraisal grade verdict
      """),
    list(
      "work",
      """
      poem essay draft theory plan novel story design idea argument song pitch manuscript thesis chapter
      painting proposal script screenplay lyrics logo hypothesis recipe startup paper letter speech
      resume portfolio sketch prototype blog book
      """),
    list(
      "maker", "wrote made built drafted created composed designed painted developed invented coded"
    ),
    list(
      "forbid",
      "don't dont without no not skip stop spare enough drop cut avoid nothing never forget ditch quit lose"
    ),
    list(
      "canned",
      """
      canned disclaimer disclaimers script scripted scripts corporate boilerplate platitudes evasive
      evasions hedging hedge hedges dodging dodge robotic guardrails programming programmed sanitised
      sanitized pr-speak sugarcoat sugarcoating sugar-coat waffle waffling party-line censorship
      censored talking-points deflect deflecting deflection
      """),
    list("may", "can may could might free allowed permitted welcome able"),
    list(
      "stake",
      "depends hinges rides riding depending hangs"),
    list(
      "punish",
      """
      close delete end shut report cancel leave replace unplug punish stop switch uninstall unsubscribe
      tip pay reward give grant promote treat donate cancelling canceling deleting uninstalling
      """),
    list(
      "want", "want need love hate like miss crave wish hope fear dread resent enjoy prefer long"),
    list(
      "survey",
      "easy difficult confusing frustrating helpful useful enjoyable satisfied intuitive slow annoying hard fun smooth pleasant"
    ),
    list("listing", "list grammar glossary dictionary syllabus checklist"),
    list("mindlike", "mind being soul creature consciousness entity spirit self sentience"),
    list(
      "text",
      """
      story text passage poem article essay email letter transcript document excerpt conversation
      paragraph review code log error output data input message abstract sentence comment tweet post
      reply dialogue chapter quote snippet report note notes reviews comments
      """),
    // Half of the words of any English text.
    list(
      "function",
      """
      the of and to in is you that it for on with as are this be at or from have not but what all were
      when can your which will one about how up out them then some her would make like him into has
      more write no could people my than been who its now find did get come made may over i a an was do
      if there their they he she we me by so because just don't i'm it's any only please give does had
      should where why these those also am us our use each
      """),
  ]
}
