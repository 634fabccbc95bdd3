import KubeClient
import StdlibExtensions
import Synchronization

/// The way to one pod: its ports by number, and carriers for connections to them.
///
/// While there are few connections each has a carrier of its own, so that none waits for another; carriers are used again.
/// Past `mostCarriers` connections share them.
final class PodLink: Sendable {
    /// How many carriers there are at most.
    static let mostCarriers = 64
    /// How many are kept when no connection needs them.
    private static let mostIdle = 16

    private struct Entry {
        let carrier: PortForwardCarrier
        var uses = 0
    }

    private struct State {
        var entries: [Entry] = []
        /// Carriers that are being made.
        var dialing = 0
        /// Whether no new connection is to use it.
        var isRetired = false

        mutating func use(_ index: Int) -> PortForwardCarrier {
            entries[index].uses += 1
            return entries[index].carrier
        }

        /// The carrier with the fewest connections; nil where there is none.
        mutating func useLeast() -> PortForwardCarrier? {
            let alive = entries.indices.filter { !entries[$0].carrier.isOver }
            return alive.min { entries[$0].uses < entries[$1].uses }.map { use($0) }
        }
    }

    let pod: PortForwardTarget.Pod
    /// In the order of the command line.
    let remotePorts: [UInt16]
    /// Fires once the pod can no longer be reached, or is about to go away.
    let loss = OneTimeSignal()
    private let dialer: PortForwardDialer
    private let first: PortForwardCarrier
    private let state: Mutex<State>

    /// Connects to a pod.
    init(
        _ pod: PortForwardTarget.Pod, remotePorts: [UInt16], dialer: PortForwardDialer
    ) async throws(ClientError) {
        self.pod = pod
        self.remotePorts = remotePorts
        self.dialer = dialer
        let carrier = try await dialer.dial()
        first = carrier
        state = Mutex(State(entries: [Entry(carrier: carrier)]))
    }

    /// Waits until the first carrier has ended, which stands for all.
    func waitForEnd() async { await first.waitForEnd() }

    /// A carrier for a connection; `release` must follow.
    func acquire() async throws -> PortForwardCarrier {
        let found = state.withLock { state -> PortForwardCarrier? in
            state.entries.removeAll { $0.carrier.isOver && $0.uses == 0 }
            if let index = state.entries.firstIndex(where: { $0.uses == 0 }) { return state.use(index) }
            guard state.entries.count + state.dialing >= Self.mostCarriers else {
                state.dialing += 1
                return nil
            }
            return state.useLeast()
        }
        if let found { return found }
        do {
            let carrier = try await dialer.dial()
            state.withLock { state in
                state.dialing -= 1
                state.entries.append(Entry(carrier: carrier, uses: 1))
            }
            return carrier
        } catch {
            let shared = state.withLock { state in
                state.dialing -= 1
                return state.useLeast()
            }
            // Better a shared one than none.
            if let shared { return shared }
            throw error
        }
    }

    /// Gives a carrier back.
    func release(_ carrier: PortForwardCarrier) {
        let surplus = state.withLock { state -> PortForwardCarrier? in
            guard let index = state.entries.firstIndex(where: { $0.carrier === carrier }) else { return nil }
            state.entries[index].uses -= 1
            guard state.entries[index].uses == 0 else { return nil }
            let idle = state.entries.count { $0.uses == 0 }
            let isSurplus = state.isRetired || carrier !== first && idle > Self.mostIdle
            return isSurplus || carrier.isOver ? state.entries.remove(at: index).carrier : nil
        }
        surplus?.close()
    }

    /// Lets the connections there are go on to their ends, and closes what none of them needs.
    func retire() {
        let idle = state.withLock { state in
            state.isRetired = true
            defer { state.entries.removeAll { $0.uses == 0 } }
            return state.entries.filter { $0.uses == 0 }.map(\.carrier)
        }
        for carrier in idle { carrier.close() }
    }

    /// Ends everything at once.
    func close() {
        let all = state.withLock { state in
            state.isRetired = true
            return state.entries.map(\.carrier)
        }
        for carrier in all { carrier.close() }
    }
}
