/// Whether a request that changes something came from a page of this very site.
package enum SameOrigin {
  /// Compares the headers that a browser sets and no page can forge.
  ///
  /// - Parameters:
  ///   - host: The request's `Host`.
  ///   - origin: The request's `Origin`; a browser sends it with every `POST`.
  ///   - fetchSite: The request's `Sec-Fetch-Site`, which browsers send over TLS and to loopback.
  /// - Returns: Whether host and origin are one.
  package static func allows(host: String?, origin: String?, fetchSite: String?) -> Bool {
    guard let host, let origin, !host.isEmpty, fetchSite ?? "same-origin" == "same-origin" else {
      return false
    }
    return ["http://", "https://"].contains { scheme in
      origin.lowercased().hasPrefix(scheme)
        && normal(String(origin.dropFirst(scheme.count)), scheme) == normal(host, scheme)
    }
  }

  /// Whether a `Host` names this machine's loopback, so that no foreign name leads here.
  package static func isLoopback(host: String?) -> Bool {
    guard let host = host?.lowercased() else { return false }
    let port = host.split(separator: ":", omittingEmptySubsequences: false).last ?? ""
    let hasPort = !host.hasSuffix("]") && host.contains(":") && port.allSatisfy(\.isNumber)
    let name = hasPort ? host.dropLast(port.count + 1) : host[...]
    return ["localhost", "127.0.0.1", "[::1]"].contains(String(name))
  }

  /// Host and port in lower case, without the port that the scheme implies.
  private static func normal(_ authority: String, _ scheme: String) -> String {
    let usual = scheme == "https://" ? ":443" : ":80"
    let name = authority.lowercased()
    return name.hasSuffix(usual) ? String(name.dropLast(usual.count)) : name
  }
}
