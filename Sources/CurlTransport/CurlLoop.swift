import CCurl
import Dispatch
import Foundation
import Locks

/// The one thread that owns libcurl's handles, and the box through which others reach it.
///
/// No pointer of libcurl's leaves this file.
final class CurlLoop: Sendable {
  typealias Waiter = CheckedContinuation<TransportResponse, any Error>

  private let box = Locked(CurlBox())
  private let connectionsPerHost: Int
  /// Left when the thread has ended.
  private let running = DispatchGroup()

  init(connectionsPerHost: Int) {
    self.connectionsPerHost = connectionsPerHost
  }

  func start() {
    running.enter()
    let thread = Thread { [self] in
      let worker = CurlWorker(connectionsPerHost: connectionsPerHost)
      worker.run(box)
      running.leave()
    }
    thread.name = "unled http"
    thread.start()
  }

  /// Ends the thread and waits for it: a process that exits meanwhile takes the libraries apart that
  /// libcurl is still using.
  ///
  /// A name that is still being looked up may hold the thread up; then it is left alone.
  func close() {
    box.withLock {
      $0.isClosed = true
      $0.wake()
    }
    _ = running.wait(timeout: .now() + .seconds(2))
  }

  /// Hands a call to the thread; its waiter is resumed exactly once, by whoever comes first.
  func submit(_ call: CurlCall, _ waiter: Waiter) {
    let refusal: (any Error)? = box.withLock { box in
      if call.isCancelled { return CancellationError() }
      if box.isClosed { return TransportFault.closed }
      call.waiter = waiter
      box.submitted.append(call)
      box.wake()
      return nil
    }
    if let refusal { waiter.resume(throwing: refusal) }
  }

  /// Lets the caller go at once and has the thread drop the transfer.
  ///
  /// May come before ``submit(_:_:)``, which then refuses.
  func cancel(_ call: CurlCall) {
    let waiter = box.withLock { box in
      call.isCancelled = true
      guard let waiter = call.takeWaiter() else { return nil as Waiter? }
      box.dropped.append(call)
      box.wake()
      return waiter
    }
    waiter?.resume(throwing: CancellationError())
  }
}

/// What passes between callers and the thread.
private struct CurlBox {
  var submitted: [CurlCall] = []
  var dropped: [CurlCall] = []
  var isClosed = false
  /// There as long as the thread runs.
  var multi: UnsafeMutableRawPointer?
  private var isWoken = false

  /// Ends the thread's wait; under the lock, so that the handle is not freed meanwhile.
  mutating func wake() {
    guard !isWoken, let multi else { return }
    isWoken = true
    curl_multi_wakeup(multi)
  }

  mutating func empty() -> (submitted: [CurlCall], dropped: [CurlCall], isClosed: Bool) {
    defer {
      submitted = []
      dropped = []
      isWoken = false
    }
    return (submitted, dropped, isClosed)
  }
}

/// One call from its caller to its end.
final class CurlCall: @unchecked Sendable {
  // Sendable by the lock of `CurlLoop.box`, which guards `waiter` and `isCancelled`, and because
  // nothing but the thread touches `transfer` once it is there.
  fileprivate let request: TransportRequest
  fileprivate let target: CurlTarget
  fileprivate var waiter: CurlLoop.Waiter?
  fileprivate var isCancelled = false
  fileprivate var transfer: CurlTransfer?

  init(_ request: TransportRequest) throws {
    self.request = request
    target = try CurlTarget(request.url)
  }

  fileprivate func takeWaiter() -> CurlLoop.Waiter? {
    defer { waiter = nil }
    return waiter
  }
}

/// Where a call goes, as libcurl itself reads the address.
private struct CurlTarget {
  /// Scheme, host and port: what faults show, for the rest may hold a secret.
  let origin: String
  let isThisMachine: Bool

  init(_ address: String) throws(TransportFault) {
    guard let url = curl_url() else { throw .badAddress(origin: "the address") }
    defer { curl_url_cleanup(url) }
    func part(_ part: CURLUPart, _ flags: Int = 0) -> String? {
      var text: UnsafeMutablePointer<CChar>?
      guard curl_url_get(url, part, &text, UInt32(flags)) == CURLUE_OK, let text else { return nil }
      defer { curl_free(text) }
      return String(cString: text)
    }
    guard !address.utf8.contains(0), curl_url_set(url, CURLUPART_URL, address, 0) == CURLUE_OK,
      let scheme = part(CURLUPART_SCHEME), let host = part(CURLUPART_HOST),
      let port = part(CURLUPART_PORT, Int(CURLU_DEFAULT_PORT)),
      scheme == "http" || scheme == "https", part(CURLUPART_USER) == nil
    else { throw .badAddress(origin: "the address") }
    origin = "\(scheme)://\(host):\(port)"
    isThisMachine = host == "localhost" || host == "[::1]" || host.hasPrefix("127.")
  }
}

/// What the thread does; created there, used there, gone with it.
private final class CurlWorker {
  private struct Host {
    var active = 0
    var waiting = ArrayQueue<CurlCall>()
  }
  private static let isLibraryReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK
  private static let sparesKept = 256

  private let connectionsPerHost: Int
  private let multi: UnsafeMutableRawPointer?
  private var hosts: [String: Host] = [:]
  private var active: [ObjectIdentifier: CurlCall] = [:]
  private var spares: [UnsafeMutableRawPointer] = []

  init(connectionsPerHost: Int) {
    self.connectionsPerHost = connectionsPerHost
    multi = Self.isLibraryReady ? curl_multi_init() : nil
    ccurl_multi_set_long(multi, CURLMOPT_MAXCONNECTS, 4 * connectionsPerHost)
  }

  func run(_ box: Locked<CurlBox>) {
    box.withLock { $0.multi = multi }
    var isOpen = multi != nil
    while isOpen {
      let news = box.withLock { $0.empty() }
      for call in news.submitted { enqueue(call, box) }
      for call in news.dropped { drop(call, box) }
      if news.isClosed { break }
      var running: Int32 = 0
      curl_multi_perform(multi, &running)
      var code = CURLE_OK
      while let easy = ccurl_next_ended(multi, &code) {
        guard let context = ccurl_context(easy) else { continue }
        let call = Unmanaged<CurlCall>.fromOpaque(context).takeUnretainedValue()
        let result = call.transfer?.result(code, of: call)
        end(call, box)
        if let result { resume(call, with: result, box) }
      }
      isOpen = curl_multi_poll(multi, nil, 0, 60_000, nil) == CURLM_OK
    }
    finish(box)
  }

  private func finish(_ box: Locked<CurlBox>) {
    let late = box.withLock { box in
      box.isClosed = true
      box.multi = nil
      return box.empty().submitted
    }
    let waiting = hosts.values.flatMap { $0.waiting.all }
    hosts = [:]
    for call in Array(active.values) {
      end(call, box)
      resume(call, with: .failure(.closed), box)
    }
    for call in waiting + late { resume(call, with: .failure(.closed), box) }
    for easy in spares { curl_easy_cleanup(easy) }
    curl_multi_cleanup(multi)
  }

  /// Starts a call, or puts it behind those that wait for the same host.
  private func enqueue(_ call: CurlCall, _ box: Locked<CurlBox>) {
    hosts[call.target.origin, default: Host()].waiting.append(call)
    startWaiting(at: call.target.origin, box)
  }

  private func startWaiting(at origin: String, _ box: Locked<CurlBox>) {
    while let host = hosts[origin], host.active < connectionsPerHost {
      guard let call = hosts[origin]?.waiting.popFirst() else {
        if host.active == 0 { hosts[origin] = nil }
        return
      }
      // One that was cancelled while it waited is let go here.
      guard box.withLock({ _ in call.waiter != nil }) else { continue }
      start(call, box)
    }
  }

  private func start(_ call: CurlCall, _ box: Locked<CurlBox>) {
    guard let easy = spares.popLast() ?? curl_easy_init() else {
      return resume(call, with: .failure(.closed), box)
    }
    let transfer = CurlTransfer(easy)
    call.transfer = transfer
    active[ObjectIdentifier(call)] = call
    hosts[call.target.origin]?.active += 1
    transfer.prepare(call)
    let code = curl_multi_add_handle(multi, easy)
    guard code != CURLM_OK else { return }
    end(call, box)
    let reason = String(cString: curl_multi_strerror(code))
    let fault = TransportFault.couldNotConnect(origin: call.target.origin, reason: reason)
    resume(call, with: .failure(fault), box)
  }

  private func drop(_ call: CurlCall, _ box: Locked<CurlBox>) {
    if call.transfer != nil { end(call, box) }
  }

  /// Takes a call's transfer apart and gives its place to the next.
  private func end(_ call: CurlCall, _ box: Locked<CurlBox>) {
    guard let transfer = call.transfer else { return }
    call.transfer = nil
    active[ObjectIdentifier(call)] = nil
    curl_multi_remove_handle(multi, transfer.easy)
    curl_easy_reset(transfer.easy)
    curl_slist_free_all(transfer.lines)
    if spares.count < Self.sparesKept {
      spares.append(transfer.easy)
    } else {
      curl_easy_cleanup(transfer.easy)
    }
    hosts[call.target.origin]?.active -= 1
    startWaiting(at: call.target.origin, box)
  }

  private func resume(
    _ call: CurlCall, with result: Result<TransportResponse, TransportFault>,
    _ box: Locked<CurlBox>
  ) {
    let waiter = box.withLock { _ in call.takeWaiter() }
    switch result {
    case .success(let response): waiter?.resume(returning: response)
    case .failure(let fault): waiter?.resume(throwing: fault)
    }
  }
}

/// The part of a call that libcurl works on.
private final class CurlTransfer {
  /// All header lines together may be this long.
  private static let maximumHeaderBytes = 1 << 20

  let easy: UnsafeMutableRawPointer
  private(set) var lines: UnsafeMutablePointer<curl_slist>?
  private var headers: [TransportHeader] = []
  private var headerBytes = 0
  private var body: [UInt8] = []
  private var maximumBytes = 0
  private var isTooLarge = false

  init(_ easy: UnsafeMutableRawPointer) {
    self.easy = easy
  }

  func prepare(_ call: CurlCall) {
    let request = call.request
    maximumBytes = request.maximumBytes
    // Not retained: the worker holds the call and its transfer until the handle is taken back.
    let context = Unmanaged.passUnretained(call).toOpaque()
    ccurl_set_text(easy, CURLOPT_URL, request.url)
    ccurl_allow_http_only(easy)
    ccurl_set_long(easy, CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_1_1))
    ccurl_set_long(easy, CURLOPT_NOSIGNAL, 1)
    ccurl_set_long(easy, CURLOPT_FOLLOWLOCATION, 0)
    ccurl_set_long(easy, CURLOPT_SSL_VERIFYPEER, 1)
    ccurl_set_long(easy, CURLOPT_SSL_VERIFYHOST, 2)
    ccurl_set_long(easy, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
    ccurl_set_long(easy, CURLOPT_TCP_KEEPALIVE, 1)
    ccurl_set_long(easy, CURLOPT_TIMEOUT_MS, Self.milliseconds(request.timeout))
    ccurl_set_long(easy, CURLOPT_CONNECTTIMEOUT_MS, Self.milliseconds(request.connectTimeout))
    ccurl_set_text(easy, CURLOPT_USERAGENT, "unled")
    if call.target.isThisMachine { ccurl_set_text(easy, CURLOPT_PROXY, "") }
    ccurl_set_pointer(easy, CURLOPT_PRIVATE, context)
    ccurl_set_pointer(easy, CURLOPT_WRITEDATA, context)
    ccurl_set_pointer(easy, CURLOPT_HEADERDATA, context)
    ccurl_set_callback(easy, CURLOPT_WRITEFUNCTION) { bytes, size, count, context in
      CurlTransfer.of(context)?.take(
        body: UnsafeRawBufferPointer(start: bytes, count: size * count))
        ?? 0
    }
    ccurl_set_callback(easy, CURLOPT_HEADERFUNCTION) { bytes, size, count, context in
      CurlTransfer.of(context)?.take(
        line: UnsafeRawBufferPointer(start: bytes, count: size * count))
        ?? 0
    }
    prepareBody(request)
    for header in request.headers {
      // libcurl's own way to write a header without a value.
      let line = header.value.isEmpty ? "\(header.name);" : "\(header.name): \(header.value)"
      lines = curl_slist_append(lines, line)
    }
    if lines != nil { ccurl_set_list(easy, CURLOPT_HTTPHEADER, lines) }
  }

  private func prepareBody(_ request: TransportRequest) {
    switch request.method {
    case .get: ccurl_set_long(easy, CURLOPT_HTTPGET, 1)
    case .head: ccurl_set_long(easy, CURLOPT_NOBODY, 1)
    case .post, .put, .delete:
      _ = request.body.withUnsafeBytes { ccurl_copy_body(easy, $0.baseAddress, $0.count) }
      // No waiting for `100 Continue`, and no type that the caller did not name.
      lines = curl_slist_append(lines, "Expect:")
      if !request.headers.contains(where: { $0.name.lowercased() == "content-type" }) {
        lines = curl_slist_append(lines, "Content-Type:")
      }
      ccurl_set_text(easy, CURLOPT_CUSTOMREQUEST, request.method.rawValue)
    }
  }

  func result(_ code: CURLcode, of call: CurlCall) -> Result<TransportResponse, TransportFault> {
    let origin = call.target.origin
    let reason = String(cString: curl_easy_strerror(code)).lowercased()
    if isTooLarge {
      return .failure(.tooLarge(origin: origin, maximumBytes: call.request.maximumBytes))
    }
    switch code {
    case CURLE_OK:
      return .success(
        TransportResponse(status: ccurl_status(easy), headers: headers, body: body))
    case CURLE_OPERATION_TIMEDOUT:
      let (whole, connecting) = (call.request.timeout, call.request.connectTimeout)
      guard ccurl_was_connected(easy) || whole <= connecting else {
        let reason = "none within \(connecting)"
        return .failure(.couldNotConnect(origin: origin, reason: reason))
      }
      return .failure(.timedOut(origin: origin, after: whole))
    case CURLE_URL_MALFORMAT, CURLE_UNSUPPORTED_PROTOCOL:
      return .failure(.badAddress(origin: origin))
    case CURLE_COULDNT_CONNECT, CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY,
      CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE:
      return .failure(.couldNotConnect(origin: origin, reason: reason))
    default:
      return .failure(.broken(origin: origin, reason: reason))
    }
  }

  /// Any other answer than the count of bytes makes libcurl break off.
  private func take(body bytes: UnsafeRawBufferPointer) -> Int {
    guard body.count + bytes.count <= maximumBytes else {
      isTooLarge = true
      return 0
    }
    body.append(contentsOf: bytes)
    return bytes.count
  }

  private func take(line bytes: UnsafeRawBufferPointer) -> Int {
    headerBytes += bytes.count
    guard headerBytes <= Self.maximumHeaderBytes else {
      isTooLarge = true
      return 0
    }
    if bytes.starts(with: "HTTP/".utf8) {
      // A new status line: what came before belongs to an interim response.
      headers = []
    } else if let colon = bytes.firstIndex(of: UInt8(ascii: ":")), bytes.first != 32, colon > 0 {
      let name = String(decoding: bytes[..<colon], as: UTF8.self)
      let value = String(decoding: bytes[(colon + 1)...], as: UTF8.self)
      headers.append(TransportHeader(name, value.trimmingCharacters(in: .whitespacesAndNewlines)))
    }
    return bytes.count
  }

  private static func of(_ context: UnsafeMutableRawPointer?) -> CurlTransfer? {
    context.flatMap { Unmanaged<CurlCall>.fromOpaque($0).takeUnretainedValue().transfer }
  }

  /// At least 1, for 0 would mean without limit.
  private static func milliseconds(_ duration: Duration) -> Int {
    let whole = min(max(duration, .milliseconds(1)), .seconds(1_000_000))
    return Int(whole / .milliseconds(1))
  }
}
