import Glibc
import StdlibExtensions

/// One end of a connection: an address of the Internet with a port, or a path in the file system.
package enum SocketEndpoint: Sendable, Hashable {
    /// Four or sixteen bytes in network order, and the port.
    case internet(address: [UInt8], port: UInt16)
    /// The path of a Unix socket; empty for an end without a name.
    case unix(path: String)

    /// Reads an address in one of the usual text forms, without brackets, zone or port.
    package init?(address: String, port: UInt16) {
        var bytes = [UInt8](repeating: 0, count: 16)
        if inet_pton(AF_INET, address, &bytes) == 1 {
            self = .internet(address: Array(bytes[..<4]), port: port)
        } else if inet_pton(AF_INET6, address, &bytes) == 1 {
            self = .internet(address: bytes, port: port)
        } else {
            return nil
        }
    }

    /// As Go's net package writes it: "127.0.0.1:8001", "[::1]:8001", or the path.
    package var text: String {
        switch self {
        case .internet(let address, let port):
            address.count == 16 ? "[\(host)]:\(port)" : "\(host):\(port)"
        case .unix(let path): path
        }
    }

    /// The address without its port; empty for a Unix socket.
    package var host: String {
        switch self {
        case .internet(let address, _): InternetAddressText.text(address) ?? ""
        case .unix: ""
        }
    }

    /// The port; 0 for a Unix socket.
    package var port: UInt16 {
        if case .internet(_, let port) = self { port } else { 0 }
    }

    var family: Int32 {
        switch self {
        case .internet(let address, _): address.count == 16 ? AF_INET6 : AF_INET
        case .unix: AF_UNIX
        }
    }

    /// Calls `body` with the endpoint as the system's calls take it; nil where a path is too long for it.
    func withSystemAddress<Result>(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Result) -> Result? {
        switch self {
        case .internet(let address, let port) where address.count == 16:
            var system = sockaddr_in6()
            system.sin6_family = sa_family_t(AF_INET6)
            system.sin6_port = port.bigEndian
            withUnsafeMutableBytes(of: &system.sin6_addr) { $0.copyBytes(from: address) }
            return Self.withGeneric(&system, MemoryLayout<sockaddr_in6>.size, body)
        case .internet(let address, let port):
            var system = sockaddr_in()
            system.sin_family = sa_family_t(AF_INET)
            system.sin_port = port.bigEndian
            withUnsafeMutableBytes(of: &system.sin_addr) { $0.copyBytes(from: address.prefix(4)) }
            return Self.withGeneric(&system, MemoryLayout<sockaddr_in>.size, body)
        case .unix(let path):
            var system = sockaddr_un()
            system.sun_family = sa_family_t(AF_UNIX)
            let bytes = Array(path.utf8)
            guard bytes.count < MemoryLayout.size(ofValue: system.sun_path), !bytes.contains(0) else { return nil }
            withUnsafeMutableBytes(of: &system.sun_path) { $0.copyBytes(from: bytes) }
            return Self.withGeneric(&system, MemoryLayout<sockaddr_un>.size, body)
        }
    }

    private static func withGeneric<System, Result>(
        _ system: inout System, _ size: Int, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Result
    ) -> Result {
        withUnsafePointer(to: &system) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, socklen_t(size)) }
        }
    }

    /// Reads an endpoint by a call like `getsockname`; a Unix socket without a name where there is none to be had.
    static func reading(
        _ call: (UnsafeMutablePointer<sockaddr>, UnsafeMutablePointer<socklen_t>) -> Int32
    ) -> SocketEndpoint {
        var storage = sockaddr_storage()
        var size = socklen_t(MemoryLayout<sockaddr_storage>.size)
        let code = withUnsafeMutablePointer(to: &storage) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { call($0, &size) }
        }
        guard code >= 0 else { return .unix(path: "") }
        let family = Int32(storage.ss_family)
        return withUnsafeBytes(of: &storage) { bytes in
            switch family {
            case AF_INET:
                let system = bytes.loadUnaligned(as: sockaddr_in.self)
                let address = withUnsafeBytes(of: system.sin_addr) { Array($0) }
                return .internet(address: address, port: UInt16(bigEndian: system.sin_port))
            case AF_INET6:
                let system = bytes.loadUnaligned(as: sockaddr_in6.self)
                let address = withUnsafeBytes(of: system.sin6_addr) { Array($0) }
                return .internet(address: address, port: UInt16(bigEndian: system.sin6_port))
            default:
                let start = MemoryLayout<sockaddr_un>.offset(of: \.sun_path) ?? 2
                guard Int(size) > start else { return .unix(path: "") }
                let path = bytes[start..<Int(size)].prefix { $0 != 0 }
                return .unix(path: String(decoding: path, as: UTF8.self))
            }
        }
    }

    /// The addresses a name has, those of IPv4 first, as Go's net package prefers them to listen on; empty for none.
    package static func lookUp(_ name: String, port: UInt16) -> [SocketEndpoint] {
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var list: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(name, nil, &hints, &list) == 0 else { return [] }
        defer { freeaddrinfo(list) }
        var found: [SocketEndpoint] = []
        var next = list
        while let entry = next {
            next = entry.pointee.ai_next
            guard let address = entry.pointee.ai_addr else { continue }
            let length = entry.pointee.ai_addrlen
            let endpoint = reading { storage, size in
                UnsafeMutableRawPointer(storage).copyMemory(from: address, byteCount: Int(length))
                size.pointee = length
                return 0
            }
            if case .internet(_, _) = endpoint { found.append(endpoint.with(port: port)) }
        }
        return found.filter { $0.family == AF_INET } + found.filter { $0.family == AF_INET6 }
    }

    private func with(port: UInt16) -> SocketEndpoint {
        if case .internet(let address, _) = self { .internet(address: address, port: port) } else { self }
    }
}
