/// How common English words are in prompts.
///
/// Counted in 1,846 public prompts of many kinds (107,285 words) by
/// `analysis/linter/frequencies.py`, which writes this file.
enum WordFrequencies {
  /// Log10 of a word's count in a million words; words outside the list are rare.
  static func logPerMillion(_ word: String) -> Double { table[word] ?? rare }

  private static let rare = 0.8

  private static let table: [String: Double] = {
    var table: [String: Double] = [:]
    for (tenths, words) in bands {
      for word in words.split(whereSeparator: \.isWhitespace) {
        table[String(word)] = Double(tenths) / 10
      }
    }
    return table
  }()

  /// Words by ten times their log10 frequency.
  private static let bands: [(tenths: Int, words: String)] = [
    (
      45,
      """
      the
      """
    ),
    (
      44,
      """
      a
      """
    ),
    (
      43,
      """
      and of
      """
    ),
    (
      42,
      """
      in to
      """
    ),
    (
      41,
      """
      for is
      """
    ),
    (
      40,
      """
      with
      """
    ),
    (
      39,
      """
      you
      """
    ),
    (
      38,
      """
      are on or
      """
    ),
    (
      37,
      """
      as i that
      """
    ),
    (
      36,
      """
      an be from what
      """
    ),
    (
      35,
      """
      at by if it not your
      """
    ),
    (
      34,
      """
      answer can description how me my name no this type use which will
      """
    ),
    (
      33,
      """
      all b c do number one only provide should string
      """
    ),
    (
      32,
      """
      d each find following format has have list their time user using when who
      """
    ),
    (
      31,
      """
      act any code create current data date default e first include into like most new output
      required specific style task text want was where
      """
    ),
    (
      30,
      """
      about available based between but city design details ensure example g get high
      information language must n parameters please project properties question rules state such
      system they write x
      """
    ),
    (
      29,
      """
      add after ai background best business color context could dict does elements explain final
      focus given he help her his i'm identify input its key lighting location make natural need
      next order other prompt questions s step structure th than there through top true two up
      """
    ),
    (
      28,
      """
      analysis analyze before check clear constraints day enum expert false file function id
      image light main may more movie multiple out over product provided response role search
      set she show soft some specified subject tell them then title value weather why without
      would year
      """
    ),
    (
      27,
      """
      across action also api ask avoid been black blue both camera car card clean company
      critical depth did down expression f face features files full functions generate give had
      history implement including just last level looking low maintain many market mm open
      options performance person phase potential price problem process professional quality rate
      report request restaurant return review right same short single slightly so start table
      technical texture these tone under used users variables we while within work world
      """
    ),
    (
      26,
      """
      additional always answers app application behavior being body book build ca category
      change choose colors complete complex composition content core correct count country
      creating credit days detailed development different don't dontcare end event every
      examples experience explanation figure film flow genre go goal hair hotel human job keep l
      large line management maximum modern month movies numbers people per place play points
      possible primary rating real realistic reasoning reference reply requirements research
      results retrieve security shadows size skills skin small source space states steps suggest
      summary target team test three tools total trip user's verify version video visible visual
      warm water were white
      """
    ),
    (
      25,
      """
      angle april array assistant assumptions atmosphere back character cinematic clearly
      columns common comprehensive consider cost customer dark deep def describe detail develop
      directly directory document during edge email english environment error etc eyes family
      feature feel field follow form framework game good green handling here highlights home
      impact integer interest issues json knowledge left length likely lines local logic long
      look m match max medium minimal model much music names never often our p part pattern
      patterns phone plan planning point post present python q range read red resolution respond
      risk second section see sharp simple software something sources starting stock strategy
      studio subtle take temperature times tool topic travel ui unique update v vs woman word
      words writing y year-old years york yyyy-mm-dd
      """
    ),
    (
      24,
      """
      according address against age agent am amount appropriate architecture around artist
      audience balance base below boolean break building cases cause class come command
      complexity component components concept concise configuration contact contrast device
      direct documentation domain dynamic efficiency element empty errors even exactly existing
      expected financial fix flight food frame framing grain guidance guide h head highly house
      idea identity implementation important inside instructions interactive issue js k know
      latest law least letter life located made map message min mode named necessary needs
      negative now o offer old online option original overall own path patient payment photo
      physical position positive power private probability projects public query ratio
      recommendations relevant resources room san scale scene screen sections select service
      setting shape shot showing side similar social song square st status step-by-step store
      story strong structured success support symptoms techniques testing tickets today track
      understand understanding unit university until usage various very view web what's whether
      workflow yes z
      """
    ),
    (
      23,
      """
      above abstract academic access accessible account album american angeles appear apply area
      areas art aspect audio audit balanced because berkeley better block blood bold brackets
      bright budget call case cells center characters chest choice clarity commands compliance
      conditions consistent control criteria cultural define dependencies determine developer
      digital direction effects emotional enclosed engaging enhance events exact expertise
      explanations extract eye factors few five found four french front fully glass glow goals
      going great group handle hands heavy helpful hidden highest historical hours html i'd
      identifier includes influence inputs insights integers items layout learning lens log
      logos los man march markdown media method metrics minutes missing money mood move near
      needed network note ny object objective once optional otherwise page pain palette paper
      paris patient's period personal perspective photography platform practices precise
      preference presence presentation preserve previous program programming property purpose r
      rather react realism received recommend related rendering rental responsive result returns
      reviews risks round rounded rule run science script selected senior sentence services
      shadow share shows signs site situation skill sky slight solve sort standard standards
      still stop strategies student students study suggestions suitable sum systems t tasks
      testbed try turkish types united units unless url us values via way website week windows
      working
      """
    ),
    (
      22,
      """
      accuracy accurate actionable actions active actual added adult advice aesthetic air
      algorithm analyst another approach assume away big blur blurred bottom brief capture cars
      cast casual categories cell championship changes charged chinese choices client clothing
      com comments communication concepts confidence confident considered construction creates
      creative currently daily dashboard database dates desired diagram directed director
      dramatic due easy education effect effective either else engineering ensuring entire
      estate evaluate examination exchange execution external extra fabric facial failure
      feedback fields fill fit float floor forecast foreground francisco free friend frontend
      functionality future general generation github global golden grid ground growth half hand
      hi highlight however https i'll ideas improve improvement income individual industry
      instead integration interaction interface interior internal international iphone it's item
      j javascript journey largest laws legal less let library lists little living london lower
      major male master material md mean moderate months morning motion movement neutral news
      night noise none null numerical objects off optimization optimize outline outside password
      past pay perovskite pink plastic player playing portrait pose prefer preferences president
      prime principle principles prioritize proceed processes production profile progress
      providing purchase readable ready recent record records reflections regular released
      remain remove render repository requested requests reservation revenue row running sales
      school scope score seconds sentences separate series shapes since solid solution solutions
      speed sql stability strategic street sure takes tasked tech technology template tests
      textures titles todo token too tracking transaction unknown updates utilize validation
      vertical vibrant visually wait weight wide won workflows wrong yellow young zero
      """
    ),
    (
      21,
      """
      achieved allowed analogy animation applications article asked assess assessment assist
      associated atmospheric author automation availability average backend bank beats become
      behind birth books boxes brand brown bus buy calculate called candid cat challenges
      changed channel charge charts children chosen claude coding coffee commercial completion
      computer concrete continue conversion coordinates countries created creation css cycle
      david daylight decimal demographics department designer destination disease dl drama edges
      efficient emphasis energy engineer entities entry everything evidence execute executive
      exist experiences explicit explicitly explore faces fast feels films filter findings fine
      fixed flat focusing football force friction friends further gaps gather generic grade
      greater guidelines hall healthy hey hh higher holding horror hour identified immediately
      inches increase index indicates indicators initial intelligent involved ip istanbul
      keywords kitchen known languages later layer lead let's levels lights lips locations
      logical logo loss lst makes making mandatory mark marketing materials medical messy metal
      mobile models moment mountain moving narrative national naturally neon notes nothing
      optimized orange outputs owner paid pdf persona pieces places played preferred presents
      pressure prevent priority privacy problems products proportions provider provides pure
      random rates reader reduce release remains requires resource restaurants resume retrieves
      river roles root say scalability scenarios scripts secure selection send sequence server
      several severity shift significant simulation sitting six smooth songs specialist species
      standing stars statements stay strictly strings structural structures surface tax teams
      term terms theme throughout tips toward train training transfer treatment trees trends txt
      u upcoming updated uploaded upper ux validate visibility volume vulnerabilities w wall war
      watch well whole works
      """
    ),
    (
      20,
      """
      able accessories actually agents alerts alignment allow along already among analytical
      ancient angles anime anything appears apple applicable approval architect architectural
      arr ascending asking assuming attention bad badge bar bash beauty beginning benefit
      benefits beyond bit blocks booking border boundaries branch brought bug built buyer calm
      canada cannot canvas career causes centered ceo chain challenge channels characteristics
      chat checklist child china chords cinema cities claim clarify classes classic cli close-up
      cloud colorful comic commentary community compare compelling completed conclusions
      condition conduct conflicts consistency containing contains contract controlled
      conversation coordinate corporate corresponding course coverage covered cozy credibility
      criterion cron cuisine culture cup customers cut debug december decision decisions defined
      definition delete deliver demand departure dependency deployment descriptions desk
      developing diagrams digits discovery discuss display distance distinct divided dog dogs
      dollar dominant done door driver drop duration dust early economic edit electric elegant
      emergency engine enough environmental equivalent estimated european evaluation ever
      exclude exists exposure extensive facts fahrenheit fantasy favorite featuring february
      female fetch figures filled finding flag flows focal follow-up followed follows formats
      formatting foundation frames frameworks functional funds gene generator gentle getting git
      glowing gold google got gradient gradients grand graphic gray guinness hand-drawn happen
      harsh heart held high-end highlighting him host i've ii illustration images imagine imax
      imperfect import improvements incorporate incorrect independent indicating individuals
      insurance int integrate intelligence intensity interested interview inventory investment
      january john joint july lake latitude laundry layered leadership leading led lifestyle
      limit limitations limits live longitude loop lost luxury makeup manager mapping marks mass
      matching meaning members meta middle mild minimum mix modify net node normal offbeat
      offering office official ones operations opportunities ordered orders organizational
      orientation others outdoor outfit overhead package paint paragraph parked partial partner
      passengers payments perfect perform phrases physics pick placed placement plants platforms
      players pm policy powerful practical premium presented prices print prior pro processing
      prompts proper protocol publication px quick raw readability reading real-world reason
      receive receiver recommendation recommended reflection region regulations reliable rent
      repeat reports require requirement reserve reserved responsibilities responsible rest rich
      riddle ride rim scenario schedule sci-fi scientific screenshot sdk seamless seating secret
      seen selfie sell sent seo serious serves settings setup shallow shares sharing shop signal
      silver simply sizes smaller softly solar someone sorted sound spanish specializing stack
      stages star static steam streams strict subreddit suggesting suggestion sunlight surfaces
      survival swiftui tables taken tall teaching technologies terminal theory thin think
      thinking third those though thought ticket timeout tiny tones topics towards trading
      traditional transform transition treat tree trust turn typography union username uses
      usually uuid vector verification vibe visit visuals vulnerability watermark weak wearing
      window wooden yet yourself
      """
    ),
    (
      19,
      """
      abdominal acceptable achievements adding adhere advanced adversarial ago algorithms align
      almost alternative anatomy angular apartment appealing arrows artificial artistic aspects
      attraction august authentic authentication backgrounds balcony ball banks became behaviors
      binary blonde bokeh bottle bought box bread bridge briefly british browser bugs candle
      capabilities capital cards care cartoon cash celsius centre championships charges civil
      clinical close co coach codebase cold comedy companies compression concerns conflict
      connection considerations console consumption contain contents convert corner correctly
      costs cross currency curvy cybersecurity de debugging degree delivery delta der designing
      detect devices diabetes difference distribution docs documentary documents doing drawing
      driving drug dry e-commerce earth editorial educational effectively employees employer
      encourage engage england enhancement equation estimate ethical eu euler expensive
      experienced explaining exploring export fail failures fall families far feet felt
      filtering fingers fixes floating focused foreign forest formal forms friendly ft games gap
      gaze generally generated girl gitlab government grep groups guides happening hard having
      health heard height hello helps hex hierarchy hold holds hook hospital hotels http ice
      icons identification ignore immediate imperfections implications india indicate info
      insert intended intense intent interactions interfaces interpret interpretation ios
      ironing isolation itself knee la labels lack landscape larger launch league learn leaves
      len letters libraries likelihood limited link linkedin links listing llm logs loose
      machine maintaining maintenance manner marble matches mathematical matrix matters
      mechanical mechanism meet member memory mental messages methods mg microsoft might minute
      modified modules monday monitoring mother mystery navigation nose november num numbered
      obvious odd oil operating optimal organization outcome pairs parallel parliament partially
      particles passage performed personalized persuasive photograph physician piece plague
      plain plays plus police policies population pores portion poses positioning practice
      proceeding produce promotion props push put queries quiet race rain reaction real-time
      recently references regarding relationships remember repo responses resting retry reverse
      road rooms rough safe said sample save savings says scan scattered schools screenshots
      season seats secondary segment separated serve session skilled smartphone snippet sold
      soon south special specialized specifically specify speech spent sports spouse stadium
      stage starring started stated statement stone storage storm storytelling straight studies
      subjects sunday super supported supporting switch symbol tags taking tension theater
      today's tower town traveling typically ultra ultra-realistic universities unspecified upon
      urban urls user-friendly valid variable vegetarian violations virtual vision voice walking
      walls warning ways weeks wet whose winter women wood workspace worn xml you'll youtube
      """
    ),
    (
      18,
      """
      abdomen additionally adjust adriel adults airport alone ambient ankara applied ar
      arguments artifacts asks assign assistance assumption attack bag basic bedrooms beneath
      blog blurry boat born bowl brain breakfast breaks broken cab calendar campaign carefully
      catalog cd certain chair checks chicago clarification clients collected collection comment
      comparison competencies competitors conclusion confirm container cool corners cover custom
      darker dd debit debris decreased deed designated designed dinner doctor doesn't download
      draft draw dx east editor eggs emotion engagement enhancing equations especially essence
      et everyday except facilities facing factor fails fear fee findmovies finish fitness
      flights fluid font forming framed furniture galata garage generating genres geometry
      george grading handled happened hemoglobin here's hero hg high-level hindi hole
      housekeeper icon implementing increased indian infrastructure ink innovative installed
      instruction internally interviewer invest involves land layers leave license limbic
      literature loading loan lock magical managing manual mar markets mechanic medications
      meeting men metric modeling moments monitor motivation multiply musical muted nd nearest
      nesting nodes nums observed officer opacity opening operation operator palindrome
      particular party paste perceived perfectly pet planar political pool poor portfolio poster
      produced profit programs progressive promote prompted propose published pulse purchased
      purchasing queen quickly ratings rd referred refund reliability represented resistance
      returned rights rising schema scheme sensitive sex sign silhouette simplify simulator skip
      slow smallest smile smoking soup spaces spacing stable stitching stones stood str styles
      submit supernatural tag thanks that's theoretical thriller thus tight timer timing titled
      together touch translate translation trigger typical uber uk unchanged unclear up-to-date
      virtualization vital waiter wants weaknesses wheel wild wind world's worst written yyyy
      zone
      """
    ),
    (
      17,
      """
      ab ability absolute ac accent accept accession accordingly accounts accrued achieve acid
      activities actors adapt addition admin administration adoption advisor affect affected
      afternoon aged aggressive agreement aha ahead alarm alert alex alice allows alternatives
      although amateur amazon ambiguity ambiguous amounts analogies android animated annotations
      announced annual annually answering apis appeal appearance apples applying approaches arc
      argument arms arranged arrival articles arts artwork ascii asia assets assigned ast-grep
      async athletes attached attempt attributes auditors australia automatic await band batch
      battery beam beard becomes becoming beds began beginner behavioral benchmarks bias bill
      billion bio birthday bleed bored bot bottlenecks branches brands brass breaking breathing
      bring broker bubonic buildings buildproject builds bulleted bullets bunch california calls
      can't canadian capability capable capacity captured capturing careers carnegie carriage
      catchy cauliflower century cgi chairs chargers cheap checkpoints cheerful chemical chin
      choosing chromosome cigarettes cinemas circle citation citizenship claims clay clich click
      closest closing clothes cm coaching coca-cola col collatz collecting college collision
      colored coloring column comedy-drama comes coming commit company's compatibility
      compensation competitive complement composite concentration concurrent configurations
      confirmation confirmed confused conical connect connecting connections consequences
      considering consistently construct consulting contemporary continues contracts controller
      controls convey copies countdown couple courage courses court craft crafting credentials
      crisp crop crucial csv cult curious cursor customizable cute cypress cyst deadlines death
      debate debt decrease deeper defaults delivering demonstrate demonstrates dense dependent
      derivatives des descending designs desktop detection developed diagnostics didn't died
      differences diffused digitsum dimensional dimensions diploma dir directories dirty
      discovered discussion disney distant distortion div dive django dll docker domains donn
      doors dota dp drawn dress drift drive drivers drives duct easily eastern eating echo
      ecommerce efes effectiveness eight elevator emails emotions emphasize emphasizing empire
      employee en enchanted encounter ending energetic enjoy enter entity entries environments
      equal es essential establish estimates europe euros evaluating exam excel excessive exe
      exit expanded expect expectations experiment explosive express expressive extend
      extraction extreme extremely failed failing fair fake falling familiar famous fashion
      father federal fermat fever few-shot ff fiction fills filtered financing finds fire firm
      flags flexibility flowers fluff folder followers foot forbidden forces formatted forward
      frequency friday fruit fruits fuel full-body fun fund funding fusion futures galaxy garden
      garment geceler gender geopolitical getdiagnostics ghost giant gives glossy golf gone
      gracefully graphics graphs greek grow grows guard guess hallucinations hamburger handheld
      hands-on happens hardcoded harvard hash hat hazy header headings headline helping
      hernandez high-quality highschooler hiking hints histogram historic honest hooks
      horizontal houses humans hyper-realistic hypersensitivity iconic ide identical identifying
      illustrate immigration immune impacts implemented impossible improved included inclusive
      inconsistent incorporating increasing indoor industrial industries inequality influenced
      init initiates inner inspiration instagram install institutional insufficient integrity
      intellectual intentional interact interpersonal interviews intimate intrapersonal
      introduce intuitive investments investor invoice involve iphonesimulator irony iso italian
      iterate itinerary iyi jacket james jargon jawline jewelry jobs join junior keen kevin khan
      kingdom kublai label laboratory landmarks late layouts leaning legs les lesson lettering
      leverage licensing lifecycle liked limbs limiting linear listen listening lit liver lives
      load localization long-term longer looked looks losing lotus lowercase luggage lunch ma
      manage mandates mannequin married mary massive math mathematician maxwell maybe mayor
      mcdonald's mcp mcporter meal meals measurement medication mellitus mention mentioned meq
      merge metadata methodologies methodology michigan middle-aged mind mini minimalist minor
      mismatch mistral mitigating mixed mobile-first modifications module momentum monetary
      mountains moved movements moves mr ms mug museum mutual native nature nausea neck neither
      nested nice nor north notable novel npm nsf objectives observations obtained oc occurs
      offerings officers older one's onto open-source operand opinion opinions optimizing oracle
      orchestration organic organisational organism organize organized organizing outstanding
      overlapping overly overqualification override overview owasp packet painting panel panels
      pants papers parens parent parentheses parents park particle particularly parts pass
      passed paths payroll peace peaceful pen pending percent permissions photoreal photovoltaic
      phrase pickup picture pile pipeline pitch pivot plaintiff playful playwright plaza plot
      plugin plush poland polished pop popular porch postgresql posture powers precipitation
      prepare prepared prerequisites presenting preserved preserving presume prevention preview
      previously priced principal probe probing procedures producing professionals prominent
      proposition protection provision punjabi purple pvr quite quotation racing radial radius
      ran randomly rank ranked rare reach readiness really recipient rectangular recursive refer
      referendum refers refine reflect refresh refuse regex reggae regions regression relatable
      relative relaxed remarkable reminder remote rendered replace reported reporting
      representation representing represents reputation respect restraining resulting retain
      returning reveals rewrite rid robot rochester rock roll rolling rounds route rows safety
      sale salt sarcasm saton saturday scheduling schemename scoring scott scottish screens seat
      seated seattle secretary secrets seems seller semantic sending sense september serene
      serial servers sessions sets settlement seventh severe sg-rules shaping sheen sheet shell
      ship shock shopping shoulder shoulders shutter sides signals signed signify silence
      simplicity sketch sleep slender slowly smoke snake snippets softness soil sounds speak
      speaker specialize specifications spoken spotify sqlite squares src stakeholders starts
      startup statistician statistics stories storyboard strands strap stratigraphers strength
      strengths stress strike stroke studios studying stunning styling stylized sub-header
      subsequently subtasks successful successfully sufficient summarize summer sun supply
      surgical surrounded survivorship svg symbols syndrome syntactically syntax synthesize
      systematic tactical tailor tailored talking tar tea teacher tenancy tenant tenderness
      terraform themes themselves therapy therefore thick thing things third-party thirds
      thorough thoughts thousands threshold tilt tilted timeline timeouts tired tissue to-do
      todos tokens tomatoes trail transitions translucent traveler triples trunks trying ts
      tunnel tweet typing uefa uh uncertainty uneven unnecessary unsupported unverified
      uppercase upright upward utah utah's utilization vacuum vague var variation variety
      vegetable vehicles verified versus views vintage virustotal visiting vitamin vivid
      volumetric vomiting warped warrant wars watermarks watermelon wavy wears websites weekly
      went whys wife win winner withdrawal wizarding women's won't workload worth wrote x-ray
      xcode xcodebuild yaml yml youthful
      """
    ),
  ]
}
