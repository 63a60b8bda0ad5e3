package import Reproducible
import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Work in blocks on all processors, with the same bytes whatever their number.
///
/// What a block draws depends on the block alone: its generator starts 2¹²⁸ · *b* draws after that
/// of the first one. Which thread takes a block therefore changes nothing.
package enum ParallelBlocks {
  /// The elements of all blocks, in order.
  ///
  /// - Parameters:
  ///   - count: How many elements there are.
  ///   - blockSize: How many of them a block has; the last one may have fewer. It decides what is
  ///     drawn, and so is part of a result.
  ///   - generator: That of the first block.
  ///   - threads: How many threads share the work; by default one a processor.
  ///   - body: The elements of a block, of which it gets the indices and the generator.
  /// - Returns: One element an index.
  package static func map<Element: Sendable>(
    _ count: Int, blockSize: Int, generator: SeededGenerator, threads: Int = processors,
    _ body: @Sendable (Range<Int>, inout SeededGenerator) -> [Element]
  ) -> [Element] {
    guard count > 0 else { return [] }
    return withoutActuallyEscaping(body) { body in
      let work = BlockWork(count: count, blockSize: blockSize, generator: generator, body: body)
      let width = max(1, min(threads, work.blockCount))
      let helpers = (1..<width).map { _ in WorkerThread { work.fill() } }
      work.fill()
      for helper in helpers { helper.join() }
      return work.elements
    }
  }

  /// How many processors there are.
  package static let processors = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
}

/// The blocks of one piece of work.
///
/// Whoever is free takes the next block, so that a thread that must wait for its processor keeps
/// nobody waiting.
///
/// Unchecked: each place of `results` is written by the one thread that took its block from `next`,
/// and none is read before all threads were joined.
private final class BlockWork<Element: Sendable>: @unchecked Sendable {
  private let count: Int
  private let blockSize: Int
  private let generators: [SeededGenerator]
  private let body: @Sendable (Range<Int>, inout SeededGenerator) -> [Element]
  private let results: UnsafeMutableBufferPointer<[Element]>
  private let next = Atomic(0)

  var blockCount: Int { generators.count }
  var elements: [Element] { Array(results.joined()) }

  init(
    count: Int, blockSize: Int, generator: SeededGenerator,
    body: @escaping @Sendable (Range<Int>, inout SeededGenerator) -> [Element]
  ) {
    var next = generator
    generators = (0..<(count + blockSize - 1) / blockSize).map { _ in
      defer { next.jump() }
      return next
    }
    self.count = count
    self.blockSize = blockSize
    self.body = body
    results = .allocate(capacity: generators.count)
    results.initialize(repeating: [])
  }

  deinit {
    results.deinitialize()
    results.deallocate()
  }

  func fill() {
    while true {
      let block = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard block < generators.count else { return }
      var generator = generators[block]
      let start = block * blockSize
      results[block] = body(start..<min(count, start + blockSize), &generator)
    }
  }
}

/// A thread that does one thing and is waited for.
private struct WorkerThread {
  private final class Job {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  private let thread: pthread_t?

  /// Starts it; where no thread is to be had, the thing is done at once.
  init(_ body: @escaping @Sendable () -> Void) {
    let job = Unmanaged.passRetained(Job(body))
    #if canImport(Darwin)
    var thread: pthread_t?
    let status = pthread_create(&thread, nil, { raw in WorkerThread.run(raw) }, job.toOpaque())
    #else
    var thread = pthread_t()
    let status = pthread_create(&thread, nil, { raw in WorkerThread.run(raw) }, job.toOpaque())
    #endif
    guard status == 0 else {
      self.thread = nil
      job.takeRetainedValue().body()
      return
    }
    self.thread = thread
  }

  private static func run(_ raw: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    if let raw { Unmanaged<Job>.fromOpaque(raw).takeRetainedValue().body() }
    return nil
  }

  func join() {
    if let thread { pthread_join(thread, nil) }
  }
}
