import CCurl
import Glibc

/// Text forms of the addresses libcurl is about to connect to.
enum SocketAddress {
    /// `address:port`, IPv6 in brackets, as Go's net package writes it; empty for any other family.
    static func text(_ address: UnsafeMutablePointer<curl_sockaddr>) -> String {
        switch address.pointee.family {
        case AF_INET:
            // The family says which structure lies behind the generic one.
            return withUnsafePointer(to: &address.pointee.addr) { generic in
                generic.withMemoryRebound(to: sockaddr_in.self, capacity: 1) { socket in
                    var host = socket.pointee.sin_addr
                    let bytes = withUnsafeBytes(of: &host) { Array($0) }
                    return join(InternetAddress(bytes: bytes), UInt16(bigEndian: socket.pointee.sin_port))
                }
            }
        case AF_INET6:
            let size = MemoryLayout<sockaddr_in6>.size
            guard Int(address.pointee.addrlen) >= size else { return "" }
            let raw = UnsafeRawPointer(address).advanced(by: MemoryLayout<curl_sockaddr>.offset(of: \.addr) ?? 0)
            let socket = raw.loadUnaligned(as: sockaddr_in6.self)
            var host = socket.sin6_addr
            let bytes = withUnsafeBytes(of: &host) { Array($0) }
            return join(InternetAddress(bytes: bytes), UInt16(bigEndian: socket.sin6_port))
        default:
            return ""
        }
    }

    /// Host and port as Go's net package joins them.
    static func join(_ address: InternetAddress?, _ port: UInt16) -> String {
        guard let address else { return "" }
        return address.bytes.count == 4 ? "\(address.text):\(port)" : "[\(address.text)]:\(port)"
    }
}
