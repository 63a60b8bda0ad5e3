/// The header lines that keep a page to itself.
package enum SecurityHeaders {
  /// Nothing but what the site serves itself; no inline script, no inline style, no frame.
  package static let contentSecurityPolicy = [
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "connect-src 'self'",
    "img-src 'self' data:", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'",
  ].joined(separator: "; ")

  /// What every response carries.
  ///
  /// Under `no-referrer` a browser sends `Origin: null` with a form that it submits itself, and the
  /// true origin with `fetch` in its usual mode: pages send by `fetch`.
  package static let common: [(name: String, value: String)] = [
    ("Content-Security-Policy", contentSecurityPolicy),
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
    ("Referrer-Policy", "no-referrer"),
    ("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("X-Robots-Tag", "noindex, nofollow"),
  ]

  /// How long what is served may be kept.
  package enum Keeping: String, Hashable, Sendable {
    /// Pages and answers: not at all.
    case never = "no-store"
    /// Assets, whose address changes with their text.
    case forever = "public, max-age=31536000, immutable"
  }
}
