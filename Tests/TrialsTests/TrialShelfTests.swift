import Faults
import Foundation
import Testing
import TrialDesign
import Trials

@Suite struct TrialShelfTests {
  @Test func `a trial is found by name, folder and file`() throws {
    let folders = try Folders()
    let trial = try folders.trial("oars")
    #expect(try folders.shelf.find("oars") == trial)
    #expect(try folders.shelf.find("trials/oars") == trial)
    #expect(try folders.shelf.find("trials/oars/trial.yaml") == trial)
  }

  @Test func `an unknown name names the nearest`() throws {
    let folders = try Folders()
    _ = try folders.trial("oars")
    let fault = #expect(throws: Fault.self) { try folders.shelf.find("oar") }
    #expect(fault?.kind == .notFound)
    #expect(fault?.remedy == "did you mean 'oars'?")
  }

  @Test func `a ready-made trial is copied, without what was run of it`() throws {
    let folders = try Folders()
    try folders.write(TrialTexts.small, to: "ready/oars/trial.yaml")
    try folders.write("{}", to: "ready/oars/recording.jsonl")
    try folders.write("x", to: "ready/oars/record.sqlite")
    try folders.write("x", to: "ready/oars/report.html")
    try folders.write("x", to: "ready/oars/links.txt")
    var told: TrialFolder?
    let copy = try folders.shelf.find("oars") { told = $0 }
    #expect(told == copy)
    let names = try FileManager.default.contentsOfDirectory(atPath: copy.url.path).sorted()
    #expect(names == ["recording.jsonl", "trial.yaml"])
    #expect(try folders.shelf.find("oars") { _ in Issue.record("copied twice") } == copy)
  }

  @Test func `a taken name gets a number`() throws {
    let folders = try Folders()
    #expect(folders.shelf.freeName("demo") == "demo")
    _ = try folders.trial("demo")
    _ = try folders.trial("demo-2")
    #expect(folders.shelf.freeName("demo") == "demo-3")
  }

  @Test(arguments: ["../secret.txt", "/etc/hostname", "link.txt", "folder/../../secret.txt"])
  func `a file outside of the folder is not read`(path: String) throws {
    let folders = try Folders()
    let trial = try folders.trial("oars")
    try folders.write("secret", to: "trials/secret.txt")
    try FileManager.default.createSymbolicLink(
      at: trial.file("link.txt"),
      withDestinationURL: folders.home.appending(path: "trials/secret.txt"))
    #expect(throws: Fault.self) { try trial.files.read(path).get() }
  }

  @Test func `a link that stays inside is followed, and other files are not listed`() throws {
    let folders = try Folders()
    let trial = try folders.trial("oars")
    try folders.write("b", to: "trials/oars/texts/b.txt")
    try folders.write("a", to: "trials/oars/texts/a.txt")
    try folders.write("x", to: "trials/oars/texts/README.md")
    try FileManager.default.createSymbolicLink(
      at: trial.file("link.txt"), withDestinationURL: trial.file("texts/a.txt"))
    #expect(try trial.files.read("link.txt").get() == Data("a".utf8))
    #expect(try trial.files.list("texts").get() == ["a.txt", "b.txt"])
    #expect(throws: Fault.self) { try trial.files.list("nowhere").get() }
  }
}
