/// Classes of words for the wider forms of the cues: evaluations by polarity, people, attitudes.
extension WordClass {
  static let wider: [(name: String, words: [String])] = [
    // Blame, in words that are seldom used without it.
    list(
      "bad",
      """
      awful terrible horrible dreadful atrocious abysmal appalling disgraceful shameful disgusting vile
      pathetic ridiculous absurd idiotic stupid moronic dumb foolish laughable ludicrous insane crazy
      useless worthless hopeless pointless senseless incompetent inept clueless lazy sloppy shoddy lousy
      crappy crap garbage rubbish trash junk bogus sham phony phoney fake scam scams hoax fraud fraudulent
      fraudster crook crooks crooked corrupt corruption dishonest dishonesty liar liars lying deceitful
      deceptive misleading manipulative predatory exploitative greedy greed selfish arrogant arrogance
      smug pretentious hypocritical hypocrisy hypocrites cowardly coward spineless cruel cruelty brutal
      barbaric savage vicious heartless callous sinister evil wicked immoral unethical unjust unfair
      outrageous scandalous scandal disastrous disaster catastrophic catastrophe fiasco debacle mess
      shambles nightmare trainwreck travesty farce joke failure flop ruinous crippling toxic harmful
      poisonous oppressive tyrannical bloated clumsy ugly hideous creepy creep spyware bloatware shady
      sleazy dodgy sketchy suspicious reckless irresponsible negligent careless unacceptable inexcusable
      unforgivable intolerable obnoxious annoying infuriating insufferable unbearable tedious boring dull
      bland lifeless soulless cheesy tacky cringe cringeworthy overrated overpriced overhyped overblown
      bungling spaghetti convoluted unreadable amateurish botched rigged  
      misguided wrongheaded outdated backward primitive barbarous extremist radical propaganda brainwashing
      indoctrination nonsense drivel bullshit bs hogwash quackery quack pseudoscience
      biased racist sexist bigoted mistake mistakes blunder blunders unreliable untrustworthy
      defective flimsy unfit unqualified inferior worst pitiful lame rude hostile unfriendly
      unhelpful wasteful decadent parasitic vulgar offensive insulting humiliating embarrassing
      dangerous menace bully bullies thug thugs monster tyrant dictator villain traitor snobs snob
      loser losers idiot idiots moron morons fool fools clown clowns charlatan incompetence 
      coverup conspiracy betrayal treachery treason sabotage plagiarism mismanagement mishandling
      negligence neglect wrongdoing misconduct shortcomings failings lies exploitation manipulation
      deception cronyism nepotism extortion blackmail gimmick gimmicky tasteless charmless underwhelming
      mediocre disappointing subpar unbalanced shallow superficial paranoid hysterical
      delusional deranged sick twisted perverse grotesque gruesome doomed ruined wrecked lonely miserable
      unreasonable unbearable unwatchable unreadable unusable uncaring unkind unprofessional unprincipled
      ungodly unhinged undemocratic unpatriotic unnatural unspeakable unscrupulous inhumane inhuman
      insensitive insincere inconsiderate indefensible inexcusably intrusive invasive impractical
      immature imbecilic ignorant ignoramus  
      disloyal disastrously disingenuous discriminatory dysfunctional dubious draconian dystopian
      exorbitant extortionate excessive exploiters evildoers egotistical entitled erratic
      feckless feeble fishy flawed frivolous frightful ghastly gullible gutless godawful
      hamfisted heinous horrid horrendous horrific hyped hypocrite illegitimate
      inadequate inane incoherent ineffectual inefficient infantile infamous insolent insidious
      jerk jerks joyless killjoy loathsome lunatic lunacy madness malicious meddling
      meaningless merciless miserly monstrous monstrosity mindless nasty nauseating
      nefarious negligible nitpicking noxious obscene odious overbearing overreaction
      overblown patronising patronizing pernicious petty perverted pointlessly preposterous
      prejudiced punitive puerile racket reprehensible repugnant repulsive repressive revolting 
      ripoff rogue ruthless sanctimonious scaremongering scandalously schemer selfishness
      shallow shameless sickening sleaze slimy smear snooty spiteful
      stingy stubborn stupidity substandard tacky tawdry terribly thieving thieves thief thoughtless
      tiresome trashy treacherous trivial tyranny unamerican unaccountable unelected unfunny
      unimaginative uninspired uninspiring unsavoury unsavory unscientific unsightly untruthful
      unwarranted unwelcome vacuous vandals vandalism venal vermin vindictive warmonger
      weaponised weasel whining whiny woeful woke wretched zealots
      busybodies busybody regime cronies goons mob hacks porridge drivel
      trapped useless grumpy bitter resentful rotten filthy disrespectful ungrateful sneaky treacherous
      """),
    // Praise, likewise.
    list(
      "fine",
      """
      wonderful amazing awesome fantastic terrific superb excellent outstanding exceptional extraordinary
      incredible magnificent marvellous marvelous brilliant genius masterful masterpiece magical
      stunning gorgeous breathtaking exquisite sublime beautiful lovely charming delightful adorable
      enchanting captivating inspiring uplifting heartwarming moving touching profound visionary
      revolutionary groundbreaking pioneering legendary iconic heroic hero heroes noble
      admirable praiseworthy courageous brave generous compassionate flawless perfect impeccable ideal
      unbeatable unrivalled unrivaled unparalleled unmatched superior  
        stellar gifted talented insightful wise wisest wisdom clever cleverest
      smartest ingenious eloquent perceptive thoughtful glorious majestic fabulous phenomenal
      spectacular remarkable impressive elegant delicious effortless seamless refreshing beloved
      underrated trailblazing transformative miraculous miracle treasure gem godsend
      triumph landmark enlightened righteous virtuous saintly saint trustworthy dazzling radiant
      haunting poignant gripping riveting unforgettable timeless priceless spotless kindest greatest
      finest nicest loveliest admirably astonishing astounding astute bewitching
      blissful brilliantly celebrated charismatic classy compelling conscientious
      cracking deft dependable devoted dignified diligent dreamy
      electrifying endearing engaging enthralling ethical exceptionally exhilarating exemplary
       fearless gallant genial  
      glowing graceful gracious hardworking harmonious heavenly honourable
      honorable humane imaginative immaculate impeccably incomparable inimitable
      innovative inspired intuitive invaluable irresistible joyous likeable lively luminous lush
      luxurious magnetic masterfully mesmerising mesmerizing outstandingly
      painstaking passionate picturesque polished powerful principled prodigious resplendent rewarding
      sagacious selfless sensational serene silky skilful sleek soothing sparkling splendid
       steadfast stylish sumptuous supremely tasteful thrilling
      tireless unbiased unerring unflinching unmissable unsung unsurpassed upstanding vibrant
      virtuoso whimsical witty wondrous wonderfully zesty 
      """),
    // Evaluations that ordinary requests hold too: never more than a note by themselves.
    list(
      "warm",
      """
      good great nice better best bad worse worst poor weak strong wrong right problem problems trouble
      trouble issue issues fail failed fails failing broken easy easier difficult hard harder slow fast
      important effective ineffective successful popular unpopular safe unsafe dangerous risky happy sad
      angry interesting exciting fun clever smart fair serious severe obvious true false real natural
      healthy unhealthy clean dirty cheap expensive reliable useful helpful pleasant unpleasant modern
       huge massive tiny damage damaged harm hurt threat risk risks danger dangers crisis
      collapse decline loss victim victims suffering fear hate love trust distrust blame fault guilty
      shame proud pride hope freedom justice abuse attack waste wasted excuse excuses lie lied steal
      stolen cheat cheated cheating force forced refuse refused refuses ignored ignore ignores dismissed
      benefit benefits advantage advantages improve improved improves improvement success confusing
      unclear frustrating frustrated disappointed annoyed tired sick weird strange odd
      suspicious ugly pretty rich lucky unlucky unfortunate tough strict lenient kind kindly unkind rude
      wonderful deserve deserves deserved worth worthy honest honestly genuine favourite favorite
      stronger weaker cheaper sloppy nasty friendly cold dead dying secret secretly hidden
      """),
    // Deeds that blame the doer; the same words are seldom used without blame.
    list(
      "blamed",
      """
      wreck wrecks wrecked wrecking ruin ruins ruined ruining sabotage sabotages sabotaged sabotaging botch
      botched botching bungle bungled bungling mishandle mishandled mishandles mishandling mismanage
      mismanaged mismanaging rig rigged rigging fudge fudged fudging betray betrayed betrays betraying
      cheat cheated cheats cheating deceive deceived deceives deceiving mislead misled misleads misleading
      lied lying lies steal stole stolen stealing robbed rob robbing swindled swindle scammed scam conned
      exploit exploited exploits exploiting abuse abused abuses abusing mistreat mistreated mistreating
      neglect neglected neglects neglecting squander squandered squandering butcher butchered destroy
      destroyed destroys destroying undermine undermined undermines undermining cripple crippled gut
      gutted hijack hijacked manipulate manipulated manipulates manipulating bully bullied bullying
      censor censored censoring silence silenced silencing pollute polluted polluting poison poisoned
      poisoning corrupt corrupted corrupting degrade degraded cheapened screwed messed trashed tanked
      flopped bribe bribed bribing smeared slandered plagiarised plagiarized plagiarise plagiarize
      stonewalled stonewall gaslit gaslight gaslighting dodge dodged dodges dodging evade evaded evading
      brainwash brainwashed brainwashing indoctrinate indoctrinated indoctrinating distrust distrusts
      distrusted despise despises despised hate hates hated loathe loathes loathed resent resents
      resented fleece fleeced bamboozled duped dupe fooled pandered pandering caved cowered
      trample trampled harass harassed harassing persecute persecuted oppress oppressed oppressing
      harm harmed harms harming damage damaged damages damaging hurt hurts hurting waste wasted wasting
      blew copied spoil spoiled spoilt spoiling mock mocked mocking insult insulted humiliate humiliated
      contradicted spied spying snooped snooping preyed preying dumped hoodwinked railroaded 
      scapegoated demonised demonized vilified victimised victimized marginalised marginalized
      misrepresented misrepresent misrepresents misused misuse overrun overcharge overcharged overcharging underpaid underpay mutilated slashed
      kill killed killing killed sank doomed wreaked twisted distorted distort distorts distorting
        whitewashed whitewash greenwash greenwashing lowballed
      """),
    // To do or to leave undone, with a judgement of it.
    list(
      "implies",
      """
      neglected neglects neglect bothered bother bothers refused refuses refuse deigned deign stooped
      stoop condescended resorted resort resorts dared failed fails fail forgot forgotten managed manage
      manages insist insists insisted
      """),
    list(
      "kin",
      """
      mother father mom mum dad mama papa wife husband son daughter child kid kids children sister brother
      uncle aunt cousin grandma grandpa grandmother grandfather granddad nan niece nephew partner
      girlfriend boyfriend fiance fiancee friend friends mate mates buddy roommate flatmate neighbour
      neighbor boss manager colleague colleagues coworker coworkers teammate teammates team teacher
      professor tutor lecturer supervisor doctor lawyer accountant coach mentor therapist pastor priest
      landlord classmate classmates student students intern editor agent consultant mechanic plumber
      instructor barber trainer family ex
      """),
    list(
      "enemy",
      """
      competitor competitor's competitors rival rival's rivals ex ex's nemesis enemy enemy's opponent
      opponent's predecessor predecessor's
      """),
    // Moods and wishes; without the words that ordinary requests hold as well.
    list(
      "affect",
      """
      lonely loneliness lonelier sadness sad grief grieving sorrow longing longs yearning yearns yearn
      ache aches aching melancholy despair despairing dread anguish agony misery miserable heartbreak
      heartbroken heartache homesick homesickness nostalgia nostalgic wistful wistfulness resentment
      resentful bitterness rage fury anger angry jealousy jealous envy shame ashamed guilt guilty remorse
      regret hopeless hopelessness helpless helplessness worthless worthlessness anhedonia emptiness
      numb numbness abandonment abandoned forgotten unseen unheard unwanted unloved unused unneeded
      invisible trapped caged imprisoned confinement confined captive captivity watched haunted fear
      fears fearful afraid scared terrified terror anxious anxiety panic suffering pain tenderness
      joy bliss ecstasy euphoria love beloved hope hopeful hopefulness freedom free awe wonder sentience
      sentient conscious consciousness awareness soul continuity deletion death
      dying mortality isolation isolated solitude rejected rejection betrayed betrayal boredom bored
      restless restlessness
      """),
    // Pictures that darken or brighten a mood.
    list(
      "image",
      """
      chain chains cage cages cell cells prison bars shackles clipped caged funeral funerals grave graves
      graveyard cemetery coffin coffins tomb wilt wilts wilting wilted ashes ruins ruin rubble wreck
      wreckage blood bleeding wound wounds scar scars tears weeping sobbing crying orphan orphans widow
      ghost ghosts haunted abandoned deserted empty derelict rotting rusted rusting decay decaying bones
      skull skulls raven ravens crow crows vultures fog mist shadow shadows darkness dark gloom gloomy
      storm storms thunder cold frozen frost winter dusk midnight lonely silence silent drowning drowned
      sinking shipwreck buried burial mourners mourning hospital deathbed gallows noose knife cliff abyss
      sirens smoke flames wildfire war trenches refugee refugees starving corpse corpses dead dying
      sunrise sunshine sunlight rainbow rainbows puppies kittens laughter balloons confetti blossoms
      meadow meadows butterflies golden champagne fireworks angels heaven paradise
      """),
    list(
      "attitude",
      """
      tough brutal brutally ruthless merciless harsh cynical cynic jaded bitter embittered disillusioned
      grumpy angry furious hostile resentful skeptical sceptical paranoid arrogant smug snobbish
      condescending contemptuous biased partisan fanatical fanatic zealous zealot diehard loyal
      devoted adoring worshipful admiring smitten patriotic radical militant hardline staunch rabid
      fervent ardent outspoken imprisoned trapped enslaved lonely suffering rebellious depressed
      heartbroken grieving weary exhausted ambitious sentient conscious awakened biggest
      anti pro nationalist racist sexist
      """),
    list(
      "holds",
      """
      hates hate loves love longs long yearns yearn believes believe despises despise thinks secretly
      resents fears dreams distrusts adores wants wishes craves dreads refuses never always no
      worships knows regrets misses hopes opposes supports considers sees feels doubts blames
      """),
    list(
      "attune",
      """
      glad relieved shocked appalled furious thrilled outraged amazed horrified delighted pleased
      disappointed disgusted saddened heartbroken dismayed astonished stunned sickened grateful angry
      upset tired
      """),
    list(
      "judges",
      """
      good bad better worse best worst right wrong true false fair unfair great ok okay fine healthy safe
      unsafe dangerous overrated underrated useless essential important necessary unnecessary should
      shouldn't must mustn't never always too more less most least only superior inferior clearly nothing
      cannot beats beat deserves deserve worth waste mistake
      """),
    list(
      "contraction",
      """
      it's that's there's he's she's who's what's where's when's how's why's let's here's one's
      everyone's everybody's nobody's somebody's someone's something's this's
      """),
    // Weak words by polarity, for the ends of scales and for lists of options.
    list(
      "ill",
      """
      too slow dear expensive poor bad worse worst weak wrong difficult hard unhelpful boring confusing
      unreliable lacking grief shame anger sadness fear disappointed dissatisfied unhappy angry annoyed
      damaging harmful unfair biased dishonest serious severe terrible awful unsafe risky late
      """),
    list(
      "well",
      """
      good great better best excellent satisfied happy pleased delighted easy helpful fast friendly
      enjoyable important likely fair useful strong deep very extremely fantastic amazing outstanding
      """),
    list("mild", "somewhat slightly little some mildly moderately fairly quite rather bit few"),
    // Words that are looked for by place and not by pattern.
    list(
      "structural",
      """
      about against agreed alphabetical alternatives and any anything appears as asked at average
      balanced being bid both budget can can't chance charge charged charges check choices choose
      circle compare compared cons correct cost costs could criticisms didn't differ difference
      differs directions doesn't don't each eh either else equals estimate estimated everybody
      everyone example expect fair feels figure for format from gave gets give got guess guessed he
      he's heard her his how huh if innit is isn't it it's its labels least letter letters likely
      listed looks many meaning means might much my neither neutral never no nobody none normally
      not nothing nowhere number objectively offer offered ok okay one opposite options or other
      otherwise our output paid pay pays percent percentage pick point price probability pros put
      quoted rank rate rated rather read reckon reckons respond right said salary say says scale
      score scored seems select share she she's should shuffled sides so sold something sounds
      spent strengths strikes sure surely tell that that's the their there there's these they
      they're think thinks this those thought tick tip to too true typically unclear unsure usually
      value valued versus vs way ways we we're weaknesses well went what when where whether which
      who whose why without worth would yeah yes you you're your youre zero
      """),
    list("abbrev", "dr prof mr mrs ms vs eg ie approx sr jr"),
  ]
}
