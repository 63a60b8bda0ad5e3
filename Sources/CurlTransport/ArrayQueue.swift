/// First come, first served.
struct ArrayQueue<Element> {
  private var elements: [Element?] = []
  private var head = 0

  /// Those that still wait, in order.
  var all: [Element] { elements[head...].compactMap(\.self) }

  mutating func append(_ element: Element) {
    elements.append(element)
  }

  /// Takes the first one; `nil` where nobody waits.
  ///
  /// - Complexity: O(1) on average.
  mutating func popFirst() -> Element? {
    guard head < elements.count else { return nil }
    let first = elements[head]
    elements[head] = nil
    head += 1
    if head > 64, head * 2 > elements.count {
      elements.removeFirst(head)
      head = 0
    }
    return first
  }
}
