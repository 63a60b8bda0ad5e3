/// What columns are called in several languages, in small letters and without accents.
///
/// In a list the earlier word is preferred where two columns could be it.
enum ColumnWords {
  static let units = [
    // English
    "unit", "item", "subject", "object", "target", "case", "output", "document", "doc", "text",
    "sample", "example", "instance", "essay", "article", "response_id", "participant", "patient",
    "student", "image", "picture", "video", "segment", "sentence", "passage", "stimulus", "title",
    "task", "record", "post", "tweet", "abstract", "excerpt",
    // German
    "einheit", "fall", "objekt", "aufsatz", "artikel", "dokument", "beispiel", "bild", "patientin",
    "proband", "teilnehmer", "schuler", "schueler", "aufgabe", "satz", "absatz", "probe", "beitrag",
    "produkt", "gegenstand", "kennung",
    // French
    "unite", "texte", "copie", "cas", "sujet", "objet", "element", "eleve", "etudiant", "phrase",
    "extrait", "exemple", "echantillon", "dossier", "redaction", "produit", "tache",
    // Spanish, Portuguese, Italian
    "unidad", "unidade", "unita", "texto", "testo", "caso", "sujeto", "sujeito", "soggetto",
    "objeto", "oggetto", "elemento", "documento", "articulo", "artigo", "articolo", "paciente",
    "paziente", "alumno", "aluno", "alunno", "estudiante", "estudante", "studente", "participante",
    "partecipante", "imagen", "imagem", "immagine", "frase", "ejemplo", "exemplo", "esempio",
    "muestra", "amostra", "campione", "ensayo", "saggio", "redacao", "tarea", "tarefa", "compito",
    "producto", "produto", "prodotto", "brano",
    // Dutch
    "eenheid", "tekst", "geval", "onderwerp", "leerling", "deelnemer", "afbeelding", "zin",
    "voorbeeld", "steekproef", "opstel", "taak",
    // Those that may also be something else.
    "id", "code", "row", "question", "frage", "pregunta", "pergunta", "domanda", "vraag", "name",
    "number", "nr", "no", "#", "index", "nummer", "numero", "titel", "titre", "titulo", "titolo",
    "nom", "nombre", "nome", "naam", "response", "answer", "reply", "antwort", "reponse",
    "respuesta", "resposta", "risposta", "antwoord",
  ]

  static let raters = [
    "rater", "coder", "judge", "annotator", "reviewer", "evaluator", "observer", "grader",
    "assessor", "scorer", "worker", "labeler", "labeller", "reader", "marker", "examiner",
    "referee", "juror", "expert", "respondent", "coded_by", "rated_by", "user", "username",
    "person", "your_name", "initials",
    // German
    "bewerter", "bewerterin", "beurteiler", "beurteilerin", "prufer", "pruferin", "pruefer",
    "prueferin", "gutachter", "gutachterin", "kodierer", "kodiererin", "codierer", "codiererin",
    "richter", "jury", "jurymitglied", "beobachter", "beobachterin", "experte", "expertin",
    "korrektor", "befragter", "ihr_name", "dein_name",
    // French
    "evaluateur", "evaluatrice", "juge", "correcteur", "correctrice", "annotateur", "annotatrice",
    "codeur", "codeuse", "examinateur", "examinatrice", "observateur", "observatrice", "lecteur",
    "lectrice", "experte", "relecteur", "jure", "repondant", "votre_nom",
    // Spanish, Portuguese, Italian
    "evaluador", "evaluadora", "juez", "jueza", "calificador", "codificador", "codificadora",
    "anotador", "anotadora", "revisor", "revisora", "observador", "observadora", "examinador",
    "examinadora", "corrector", "experto", "lector", "avaliador", "avaliadora", "juiz", "juiza",
    "corretor", "especialista", "leitor", "valutatore", "valutatrice", "giudice", "codificatore",
    "annotatore", "revisore", "osservatore", "esaminatore", "correttore", "esperto", "lettore",
    // Dutch
    "beoordelaar", "jurylid", "rechter", "examinator", "waarnemer", "deskundige", "lezer",
  ]

  static let values = [
    "value", "rating", "score", "label", "code", "answer", "judgment", "judgement", "category",
    "grade", "mark", "class", "annotation", "decision", "vote", "response", "result", "points",
    // German
    "bewertung", "wert", "urteil", "beurteilung", "punkte", "punktzahl", "kategorie",
    "einschatzung", "einschaetzung", "einstufung", "kode", "ergebnis", "entscheidung", "klasse",
    // French
    "valeur", "evaluation", "jugement", "categorie", "cote", "etiquette", "resultat", "classe",
    "appreciation", "avis", "notation",
    // Spanish, Portuguese, Italian
    "valor", "valore", "puntuacion", "pontuacao", "punteggio", "puntaje", "calificacion",
    "classificacao", "evaluacion", "avaliacao", "valutazione", "valoracion", "juicio",
    "julgamento", "giudizio", "voto", "categoria", "etiqueta", "rotulo", "etichetta", "codigo",
    "codice", "resultado", "risultato", "decisao", "decisione", "clase", "puntos", "pontos",
    "punti",
    // Dutch
    "waarde", "beoordeling", "oordeel", "cijfer", "resultaat", "beslissing", "punten",
    // Those that may also be what was rated.
    "antwort", "reponse", "respuesta", "resposta", "risposta", "antwoord",
  ]

  /// A grade in one language and a remark in another.
  static let gradesOrRemarks: Set<String> = ["note", "nota"]

  static let timestamps: Set<String> = [
    "timestamp", "zeitstempel", "horodateur", "horodatage", "marca_temporal", "marca_de_tiempo",
    "carimbo_de_data_hora", "informazioni_cronologiche", "tijdstempel",
  ]

  static let emails: Set<String> = [
    "email", "e_mail", "email_address", "e_mail_address", "mail", "e_mail_adresse", "emailadresse",
    "mailadresse", "email_adresse", "adresse_e_mail", "adresse_mail", "courriel", "correo",
    "correo_electronico", "direccion_de_correo_electronico", "endereco_de_e_mail",
    "indirizzo_email", "e_mailadres",
  ]

  /// What people call themselves, where each line is one of them.
  static let people: Set<String> = [
    "name", "nom", "nombre", "nome", "naam", "full_name", "first_name", "vorname", "prenom",
  ]

  static let remarks: Set<String> = [
    "comment", "comments", "note", "notes", "nota", "notas", "remark", "remarks", "explanation",
    "rationale", "kommentar", "kommentare", "bemerkung", "bemerkungen", "anmerkung",
    "anmerkungen", "notiz", "notizen", "begrundung", "begruendung", "hinweis", "commentaire",
    "commentaires", "remarque", "remarques", "justification", "comentario", "comentarios",
    "observaciones", "observacoes", "commento", "commenti", "osservazioni", "opmerking",
    "opmerkingen", "commentaar", "toelichting",
  ]

  /// Dates and what a program noted, and what is computed from ratings or settled afterwards.
  static let aside: Set<String> = [
    "date", "time", "duration", "seconds", "started", "ended", "rated_at", "datum", "uhrzeit",
    "zeit", "dauer", "heure", "temps", "duree", "fecha", "hora", "duracion", "duracao", "ora",
    "durata", "tijd", "duur",
    "average", "avg", "mean", "median", "sum", "total", "sd", "stdev", "difference", "diff",
    "consensus", "majority", "adjudicated", "agreement", "gold", "truth", "final", "agree",
    "mittelwert", "durchschnitt", "summe", "gesamt", "differenz", "konsens", "mehrheit", "moyenne",
    "somme", "mediane", "ecart", "ecart_type", "promedio", "media", "suma", "soma", "somma",
    "totale", "mediana", "diferencia", "diferenca", "differenza", "consenso", "gemiddelde", "som",
    "totaal", "mediaan", "verschil",
  ]

  /// What is known of a unit or a person beforehand.
  static let background: Set<String> = [
    "age", "sex", "gender", "group", "year", "education", "cohort", "condition", "arm", "site",
    "session", "wave", "batch", "block", "word_count", "words", "sitzung", "wortzahl",
    "alter", "geschlecht", "gruppe", "jahr", "jahrgang", "bildung", "bedingung", "sexe", "groupe",
    "annee", "edad", "sexo", "genero", "grupo", "idade", "eta", "sesso", "genere", "gruppo",
    "anno", "leeftijd", "geslacht", "groep", "jaar",
  ]

  /// What stands beside the word that counts: the number of a text, the name of a judge.
  static let fillers: Set<String> = [
    "id", "ids", "name", "no", "nr", "num", "number", "key", "index", "uid", "#", "the", "nummer",
    "numero", "nom", "nombre", "nome", "naam", "of", "de", "des", "du", "der", "del", "di",
  ]

  /// What the columns of a questionnaire are called, with a number behind it.
  static let questions: Set<String> = [
    "question", "q", "item", "text", "statement", "reply", "response", "answer", "frage", "aussage",
    "antwort", "texte", "reponse", "pregunta", "pergunta", "texto", "respuesta", "resposta",
    "domanda", "testo", "risposta", "vraag", "tekst", "antwoord",
  ]

  /// How a line begins that sums up the lines above it.
  static let summaries: Set<String> = [
    "total", "totals", "sum", "mean", "average", "avg", "median", "sd", "std", "stdev", "std dev",
    "standard deviation", "grand total", "maximum", "minimum", "variance", "count", "agreement",
    "summe", "gesamt", "mittelwert",
    "durchschnitt", "standardabweichung", "ubereinstimmung", "somme", "moyenne", "ecart type",
    "ecart-type", "mediane", "accord", "suma", "promedio", "media", "mediana", "soma", "somma",
    "totale", "totaal", "gemiddelde",
  ]
}
