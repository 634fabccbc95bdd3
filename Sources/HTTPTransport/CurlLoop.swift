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
    private var exchanges: [ObjectIdentifier: CurlExchange] = [:]
    private var handshakes: [TLSHandshake.Key: TLSHandshake] = [:]
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
        // Streams that share a connection stall now and then in libcurl 7.88: what was received for one of them while
        // another one was served is not looked at again. So each connection carries one transfer at a time.
        ccurl_multi_set_long(multi, CURLMOPT_PIPELINING, Int(CURLPIPE_NOTHING))
        ccurl_multi_set_long(multi, CURLMOPT_MAXCONNECTS, Self.keptConnections)
        engine.publish(MultiHandle(multi))
        while true {
            for command in engine.takeCommands() { obey(command, multi) }
            if isStopping { break }
            var running: Int32 = 0
            ccurl_multi_perform(multi, &running)
            collect(multi)
            endLateHandshakes(multi)
            let hasHandshake = exchanges.values.contains(where: \.isInHandshake)
            ccurl_multi_poll(multi, hasHandshake ? Self.handshakeSleep : Self.longestSleep)
        }
        engine.publish(nil)
        for exchange in exchanges.values {
            ccurl_multi_remove(multi, exchange.easy)
            exchange.transfer.finish(.failure(.cancelled))
        }
        exchanges = [:]
        ccurl_multi_cleanup(multi)
        engine.refuseAll(.cancelled)
    }

    private func obey(_ command: CurlEngine.Command, _ multi: UnsafeMutableRawPointer) {
        switch command {
        case .start(let transfer): start(transfer, multi)
        case .resume(let transfer):
            guard let exchange = exchanges[ObjectIdentifier(transfer)] else { return }
            ccurl_easy_pause(exchange.easy, CURLPAUSE_CONT)
        case .abandon(let transfer):
            guard let exchange = exchanges.removeValue(forKey: ObjectIdentifier(transfer)) else { return }
            ccurl_multi_remove(multi, exchange.easy)
        case .stop: isStopping = true
        }
    }

    private func start(_ transfer: CurlTransfer, _ multi: UnsafeMutableRawPointer, awaitsAlert: Bool = false) {
        if transfer.hasEnded { return }
        guard
            let exchange = CurlExchange(transfer, handshake: handshake(for: transfer), awaitsAlert: awaitsAlert)
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
        let code = ccurl_multi_add(multi, exchange.easy)
        guard code == CURLM_OK else {
            transfer.finish(.failure(.library(code: Int(code.rawValue), systemCode: 0)))
            return
        }
        exchanges[ObjectIdentifier(transfer)] = exchange
    }

    /// Ends the transfers libcurl is done with.
    private func collect(_ multi: UnsafeMutableRawPointer) {
        var code = CURLE_OK
        while let easy = ccurl_multi_next_done(multi, &code) {
            guard let exchange = CurlExchange.from(ccurl_info_private(easy)) else { continue }
            let transfer = exchange.transfer
            ccurl_multi_remove(multi, easy)
            exchanges[ObjectIdentifier(transfer)] = nil
            if code == CURLE_OK, exchange.head.isFinal {
                transfer.finish(.success(()))
            } else if exchange.mayHaveMissedAlert(code) {
                start(transfer, multi, awaitsAlert: true)
            } else {
                transfer.finish(.failure(exchange.failure(code)))
            }
        }
    }

    private func endLateHandshakes(_ multi: UnsafeMutableRawPointer) {
        for (key, exchange) in exchanges where exchange.handshakeIsLate {
            ccurl_multi_remove(multi, exchange.easy)
            exchanges[key] = nil
            exchange.transfer.finish(.failure(.timedOut(.handshake(ownLimit: true))))
        }
    }

    /// What is told of the handshakes with a server; kept for the life of the connections that report to it.
    private func handshake(for transfer: CurlTransfer) -> TLSHandshake? {
        guard transfer.url.scheme == "https" else { return nil }
        let key = TLSHandshake.Key(transfer)
        if let known = handshakes[key] { return known }
        let made = TLSHandshake(key, authorities: transfer.options.tls.authorities)
        handshakes[key] = made
        return made
    }
}
