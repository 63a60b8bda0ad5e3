/// What every site of the project looks like.
package enum SharedAssets {
  /// Colours, type, controls: light and dark, from phone to desktop.
  package static let stylesheet = Asset(name: "base.css", kind: .stylesheet, text: baseStyles)

  /// Four lines of text, the second one marked.
  package static let icon = Asset(
    name: "icon.svg", kind: .icon,
    text: """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" \
      rx="7" fill="#1f5f5b"/><g stroke="#fff" stroke-width="2.6" stroke-linecap="round">\
      <path d="M8 9h16M8 23h9" opacity=".75"/><path d="M8 16h16"/></g></svg>
      """)
}
