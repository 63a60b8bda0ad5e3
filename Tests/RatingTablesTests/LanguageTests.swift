import Faults
import RatingTables
import Testing

@Suite struct LanguageTests {
  /// Three raters, three units.
  static func long(_ names: String) -> String {
    names + "\n"
      + ["Amélie", "Zoé", "Luc"].enumerated().flatMap { rater in
        (1...3).map { "\(rater.element);T\($0);\(($0 * 7 + rater.offset) % 5)\n" }
      }.joined()
  }

  @Test(arguments: [
    "Évaluateur;Réponse;Note", "Évaluateur;Texte;Note", "Juge;Copie;Note", "Nom du juge;Cas;Cote",
    "Prüfer;Antwort;Bewertung", "Gutachterin;Aufsatz;Note", "Bewerter;Text;Bewertung",
    "Evaluador;Respuesta;Puntuación", "Valutatore;Testo;Voto", "Beoordelaar;Tekst;Cijfer",
    "Avaliador;Redação;Nota", "Rater;Response;Score",
  ])
  func `columns are known by their names in several languages`(names: String) throws {
    let table = try read(Self.long(names))
    #expect(table.account.layout == .long)
    #expect(table.units == ["T1", "T2", "T3"])
    #expect(table.raters == ["Amélie", "Zoé", "Luc"])
    #expect(table.account.doubts.isEmpty)
  }

  @Test func `columns that no language knows are asked about, never guessed by their place`() throws
  {
    let faults = try #require(
      #expect(throws: Faults.self) { try read(Self.long("Qui;Quoi;Combien")) })
    #expect(faults.remedy.contains("--unit, --rater and --value"))
  }

  @Test func `more units than raters are a doubt that is said`() throws {
    let lines = (1...5).flatMap { unit in "pq".map { "\(unit)a;\($0);\(unit % 3)\n" } }
    let table = try read("Ding;Wer;Wie\n" + lines.joined())
    #expect(table.raters == ["p", "q"])
    #expect(table.account.doubts.first?.contains("--unit and --rater") == true)
  }

  @Test func `a German form with dates and decimal commas is a long table`() throws {
    let table = try read(
      "Zeitstempel,Prüfer,Antwort,Bewertung\n2024-01-01,Anna,R1,\"3,5\"\n"
        + "2024-01-01,Ben,R1,\"3,0\"\n2024-01-01,Anna,R2,\"1,5\"\n2024-01-02,Ben,R2,\"2,0\"\n")
    #expect(table.grid == [["3.5", "3"], ["1.5", "2"]])
    #expect(table.account.ignoredColumns == ["Zeitstempel"])
  }

  @Test func `dates are no ratings whatever their column is called`() throws {
    let table = try read(
      "Fall,Wann,Anna,Ben\nx,3.4.2024,1,2\ny,03.05.24 14:05,2,2\nz,2024-01-02,3,3\n")
    #expect(table.raters == ["Anna", "Ben"])
    #expect(table.account.ignoredColumns == ["Wann"])
  }

  @Test func `a note beside a rating is a remark`() throws {
    let table = try read("unit,rater,rating,note\na,x,1,so\na,y,2,\nb,x,2,so\nb,y,2,\n")
    #expect(table.account.valueColumn == "rating")
  }

  @Test(arguments: [
    "Name,Frage 1,Frage 2,Frage 3\nAnna,4,2,5\nBen,4,3,5\nCleo,5,2,4\n",
    "Timestamp,Email Address,Is text 1 warm?,Is text 2 warm?,Is text 3 warm?,Any comments?\n"
      + "2024/03/05 2:14:33 PM GMT+1,Anna,4,2,5,nice\n2024/03/05 2:20:12 PM GMT+1,Ben,4,3,5,\n"
      + "2024/03/05 3:01:45 PM GMT+1,Cleo,5,2,4,hard\n",
    "Horodateur,Nom,Texte 1,Texte 2,Texte 3\nx,Anna,4,2,5\ny,Ben,4,3,5\nz,Cleo,5,2,4\n",
  ])
  func `the answers to a questionnaire come a line a respondent`(text: String) throws {
    let table = try read(text)
    #expect(table.account.layout == .transposed)
    #expect(table.raters == ["Anna", "Ben", "Cleo"])
    #expect(table.grid == [["4", "4", "5"], ["2", "3", "2"], ["5", "5", "4"]])
    #expect(table.account.doubts.first?.contains("--layout wide") == true)
  }

  @Test func `questions without respondents are asked about`() throws {
    let text = "Essay,Question 1,Question 2,Question 3\na,4,2,5\nb,4,3,5\n"
    let faults = try #require(#expect(throws: Faults.self) { try read(text) })
    #expect(faults.remedy.contains("--layout transposed"))
    #expect(try read(text) { $0.layout = .wide }.raters.count == 3)
  }
}
