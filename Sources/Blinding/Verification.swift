package import Packets
package import Reproducible

extension Blinded {
  /// Checks that a packet shows what was blinded, under the codes that key and texts give.
  ///
  /// - Parameters:
  ///   - allocation: The table as it was kept.
  ///   - key: The blinding key.
  ///   - commitment: SHA-256 of the key as the packet carries it.
  ///   - storedTexts: The texts as stored, by the output's name.
  ///   - shownTexts: The texts of the packet, by code.
  /// - Returns: What does not match, in the order of codes; empty where everything does.
  package static func verify(
    allocation: [AllocationRow], key: SecretKey, commitment: Digest,
    storedTexts: [String: String], shownTexts: [OutputCode: String]
  ) -> [BlindingFault] {
    var faults: [BlindingFault] = []
    if key.commitment != commitment { faults.append(.otherKey) }
    var reported: Set<String> = []
    for row in allocation.sorted(by: { $0.code < $1.code }) {
      let storedHash = storedTexts[row.output].map(Digest.init(of:))
      let shownHash = shownTexts[row.code].map(Digest.init(of:))
      if storedHash != row.storedTextHash, reported.insert(row.output).inserted {
        faults.append(.storedTextChanged(row.output))
      }
      if shownHash != row.shownTextHash { faults.append(.shownTextChanged(row.code)) }
      let length = row.code.letters.count
      let code =
        (codeLength...longestCode).contains(length)
        ? Self.code(
          key: key, outputID: row.output, storedHash: storedHash ?? row.storedTextHash,
          shownHash: shownHash ?? row.shownTextHash, length: length) : nil
      if code != row.code { faults.append(.wrongCode(row.code)) }
    }
    let known = Set(allocation.map(\.code))
    faults += shownTexts.keys.filter { !known.contains($0) }.sorted().map { .unknownCode($0) }
    return faults
  }
}
