import CCurl

/// What the engine's thread does: takes commands, drives the transfers, sleeps.
///
/// Made and used on that thread alone.
final class CurlLoop {
    /// How long the thread sleeps at most when libcurl has no timer of its own, in milliseconds.
    private static let longestSleep: Int32 = 3_600_000
    /// How long it sleeps at most while a handshake is under way, whose limit libcurl does not know.
    private static let handshakeSleep: Int32 = 250

    /// How many idle connections are kept for later requests.
    private static let keptConnections = 16

    private let engine: CurlEngine
    // Arrays, as they are short: the first dictionary of a type costs a look at every conformance in the program.
    private var exchanges: [CurlExchange] = []
    private var handshakes: [TLSHandshake] = []
    private var silence = SilenceTimer()
    /// Whether transfers that begin may share a connection, which is what libcurl does unless told otherwise.
    private var isSharing = true
    private var isStopping = false

    init(engine: CurlEngine) {
        self.engine = engine
    }

    /// Runs until a stop command.
    func run() {
        if let reason = ccurl_load() {
            engine.refuseAll(.libraryUnavailable(reason: String(cString: reason)))
            return
        }
        guard let multi = ccurl_multi_init() else {
            engine.refuseAll(.library(code: Int(CURLE_OUT_OF_MEMORY.rawValue), systemCode: 0))
            return
        }
        ccurl_multi_set_long(multi, CURLMOPT_MAXCONNECTS, Self.keptConnections)
        engine.publish(MultiHandle(multi))
        var ready: Int32 = 0
        while true {
            let commands = engine.takeCommands()
            for command in commands { obey(command, multi) }
            if isStopping { break }
            perform(multi)
            let hasEnded = collect(multi)
            endLateHandshakes(multi)
            silence.note(ready > 0 || hasEnded || !commands.isEmpty)
            ready = ccurl_multi_poll(multi, longestSleep())
        }
        engine.publish(nil)
        for exchange in exchanges {
            ccurl_multi_remove(multi, exchange.easy)
            exchange.transfer.finish(.failure(.cancelled))
        }
        exchanges = []
        ccurl_multi_cleanup(multi)
        engine.refuseAll(.cancelled)
    }

    private func perform(_ multi: UnsafeMutableRawPointer) {
        var running: Int32 = 0
        ccurl_multi_perform(multi, &running)
    }

    /// How long to sleep at most, in milliseconds.
    private func longestSleep() -> Int32 {
        if exchanges.isEmpty { return Self.longestSleep }
        let hasHandshake = exchanges.contains(where: \.isInHandshake)
        return hasHandshake ? min(silence.interval, Self.handshakeSleep) : silence.interval
    }

    private func obey(_ command: CurlEngine.Command, _ multi: UnsafeMutableRawPointer) {
        switch command {
        case .start(let transfer): start(transfer, multi)
        case .resume(let transfer):
            guard let exchange = exchanges.first(where: { $0.transfer === transfer }) else { return }
            ccurl_easy_pause(exchange.easy, CURLPAUSE_CONT)
        case .abandon(let transfer):
            guard let exchange = remove(transfer) else { return }
            ccurl_multi_remove(multi, exchange.easy)
        case .stop: isStopping = true
        }
    }

    private func start(_ transfer: CurlTransfer, _ multi: UnsafeMutableRawPointer, after failure: TransportError? = nil)
    {
        if transfer.hasEnded { return }
        guard
            let exchange = CurlExchange(transfer, handshake: handshake(for: transfer), earlierFailure: failure)
        else {
            transfer.finish(.failure(.library(code: Int(CURLE_OUT_OF_MEMORY.rawValue), systemCode: 0)))
            return
        }
        do {
            try exchange.setUp()
        } catch {
            transfer.finish(.failure(error))
            return
        }
        // Those that were added before choose their connections by what has been said so far.
        if !transfer.sharesConnection, isSharing { perform(multi) }
        exchanges.append(exchange)
        share(multi)
        let code = ccurl_multi_add(multi, exchange.easy)
        guard code == CURLM_OK else {
            remove(transfer)
            transfer.finish(.failure(.library(code: Int(code.rawValue), systemCode: 0)))
            return
        }
    }

    @discardableResult
    private func remove(_ transfer: CurlTransfer) -> CurlExchange? {
        exchanges.firstIndex { $0.transfer === transfer }.map { exchanges.remove(at: $0) }
    }

    /// Lets transfers that begin from now on share connections, unless there is one that must have its own: libcurl knows
    /// no connection that is not to be shared.
    private func share(_ multi: UnsafeMutableRawPointer) {
        let mayShare = exchanges.allSatisfy(\.transfer.sharesConnection)
        guard mayShare != isSharing else { return }
        isSharing = mayShare
        ccurl_multi_set_long(multi, CURLMOPT_PIPELINING, Int(mayShare ? CURLPIPE_MULTIPLEX : CURLPIPE_NOTHING))
    }

    /// Ends the transfers libcurl is done with; returns whether there were any.
    private func collect(_ multi: UnsafeMutableRawPointer) -> Bool {
        var code = CURLE_OK
        var hasEnded = false
        while let easy = ccurl_multi_next_done(multi, &code) {
            hasEnded = true
            guard let exchange = CurlExchange.from(ccurl_info_private(easy)) else { continue }
            let transfer = exchange.transfer
            ccurl_multi_remove(multi, easy)
            remove(transfer)
            if code == CURLE_OK, exchange.head.isFinal {
                transfer.finish(.success(()))
            } else if exchange.mayHaveMissedAlert(code) {
                start(transfer, multi, after: exchange.failure(code))
            } else {
                transfer.finish(.failure(exchange.finalFailure(code)))
            }
        }
        return hasEnded
    }

    private func endLateHandshakes(_ multi: UnsafeMutableRawPointer) {
        for exchange in exchanges where exchange.handshakeIsLate {
            ccurl_multi_remove(multi, exchange.easy)
            remove(exchange.transfer)
            exchange.transfer.finish(.failure(.timedOut(.handshake(ownLimit: true))))
        }
    }

    /// What is told of the handshakes with a server; kept for the life of the connections that report to it.
    private func handshake(for transfer: CurlTransfer) -> TLSHandshake? {
        guard transfer.url.scheme == "https" else { return nil }
        let key = TLSHandshake.Key(transfer)
        if let known = handshakes.first(where: { $0.key == key }) { return known }
        let made = TLSHandshake(key, authorities: transfer.options.tls.authorities)
        handshakes.append(made)
        return made
    }
}
