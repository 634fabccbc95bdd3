import Glibc

/// The name server Go's resolver would ask.
enum NameServer {
    /// The first `nameserver` of /etc/resolv.conf with its port; Go's default where there is none.
    static func first() -> String {
        guard let file = fopen("/etc/resolv.conf", "re") else { return fallback }
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 1024)
        while fgets(&line, Int32(line.count), file) != nil {
            let text = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
            if let server = server(inLine: text) { return server }
        }
        return fallback
    }

    /// The server a line of resolv.conf(5) names, with its port.
    static func server(inLine line: String) -> String? {
        let words = line.split { $0 == " " || $0 == "\t" || $0 == "\n" }
        guard words.count > 1, words[0] == "nameserver", let address = InternetAddress(String(words[1]))
        else { return nil }
        return SocketAddress.join(address, 53)
    }

    private static let fallback = "127.0.0.1:53"
}
