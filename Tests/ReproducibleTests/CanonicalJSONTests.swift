import Reproducible
import Testing

@Suite struct CanonicalJSONTests {
  /// The example of RFC 8785, section 3.2.4, with numbers that need no exponent.
  @Test func `sorts keys by UTF-16 code unit as RFC 8785 does`() throws {
    let json = try JSON(
      parsing: #"""
        {"\u20ac": "Euro Sign", "\r": "Carriage Return", "\ufb33": "Hebrew Letter Dalet With Dagesh",
         "1": "One", "\ud83d\ude00": "Emoji: Grinning Face", "\u0080": "Control",
         "\u00f6": "Latin Small Letter O With Diaeresis"}
        """#)
    let values = [
      "Carriage Return", "One", "Control", "Latin Small Letter O With Diaeresis", "Euro Sign",
      "Emoji: Grinning Face", "Hebrew Letter Dalet With Dagesh",
    ]
    let places = values.compactMap { json.canonical.firstRange(of: $0)?.lowerBound }
    #expect(places.count == values.count)
    #expect(places == places.sorted())
  }

  @Test(arguments: [
    (#"{"b": [true, null, 0.5], "a": {} }"#, #"{"a":{},"b":[true,null,0.5]}"#),
    (#""\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/""#, "\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\""),
    ("[1.0, -0.0, 333333333.33333329, 4.50, 2e-3]", "[1,0,333333333.3333333,4.5,0.002]"),
    (#""\b\t\f\r\u001f\u007f""#, "\"\\b\\t\\f\\r\\u001f\u{7F}\""),
    ("[]", "[]"),
  ])
  func `gives one text for one meaning`(written: String, canonical: String) throws {
    #expect(try JSON(parsing: written).canonical == canonical)
    #expect(try JSON(parsing: canonical).canonical == canonical)
  }

  @Test func `prints for people with two spaces a level`() {
    let json: JSON = ["b": [1, 2], "a": "x", "c": [:] as JSON]
    #expect(
      json.pretty == """
        {
          "a": "x",
          "b": [
            1,
            2
          ],
          "c": {}
        }
        """)
  }

  @Test(arguments: ["", "{", "[1,,2]", "nul", "\"a"])
  func `refuses what is no JSON`(text: String) {
    #expect(throws: DecodingError.self) { try JSON(parsing: text) }
  }

  @Test func `looks into objects and arrays`() throws {
    let json = try JSON(parsing: #"{"a": [1, 2.5, "x", true]}"#)
    #expect(json["a"]?[0]?.int == 1)
    #expect(json["a"]?[1]?.double == 2.5)
    #expect(json["a"]?[2]?.text == "x")
    #expect(json["a"]?[3]?.flag == true)
    #expect(json["a"]?[4] == JSON?.none)
    #expect(json["b"] == JSON?.none)
  }

  @Test func `people are shown no character that a terminal acts on`() throws {
    let value = JSON.object(["a\u{202E}": .string("x\u{9B}2J\u{7F}é\n")])
    #expect(value.pretty == "{\n  \"a\\u202e\": \"x\\u009b2J\\u007fé\\n\"\n}")
    #expect(try JSON(parsing: value.pretty) == value)
    #expect(value.canonical.contains("\u{9B}"))
  }
}
