import KubeModel
import StdlibExtensions

extension DescribeText {
    /// Writes the probes that a container has.
    mutating func probes(of container: Container) {
        if let probe = container.livenessProbe { field("Liveness", Self.text(probe), level: 2) }
        if let probe = container.readinessProbe { field("Readiness", Self.text(probe), level: 2) }
        if let probe = container.startupProbe { field("Startup", Self.text(probe), level: 2) }
    }

    private static func text(_ probe: Probe) -> String {
        let delay = "delay=\(probe.initialDelaySeconds)s timeout=\(probe.timeoutSeconds)s"
        let thresholds = "#success=\(probe.successThreshold) #failure=\(probe.failureThreshold)"
        return "\(action(of: probe)) \(delay) period=\(probe.periodSeconds)s \(thresholds)"
    }

    private static func action(of probe: Probe) -> String {
        if let exec = probe.exec { return "exec [\(exec.command.joined(separator: " "))]" }
        if let request = probe.httpGet { return "http-get \(ProbeURL(request).text)" }
        if let socket = probe.tcpSocket { return "tcp-socket \(socket.host):\(socket.port)" }
        if let check = probe.grpc { return "grpc <pod>:\(check.port) \(check.service ?? "")" }
        return "unknown"
    }
}

/// The address of a probe's request, written as Go writes URLs.
private struct ProbeURL {
    private let scheme: String
    private let host: String
    private let path: String

    init(_ request: HTTPGetAction) {
        scheme = request.scheme.lowercased()
        let port = request.port.description
        let needsBrackets = request.host.utf8.contains { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "%") }
        let host = needsBrackets ? "[\(request.host)]" : request.host
        self.host = port.isEmpty ? request.host : "\(host):\(port)"
        path = request.path
    }

    var text: String {
        var text = scheme.isEmpty ? "" : "\(scheme):"
        if !host.isEmpty || (!scheme.isEmpty && !path.isEmpty) {
            text += "//" + Self.escaped(host, keeping: "-_.~!$&'()*+,;=:[]<>\"")
        }
        if !path.isEmpty, !path.hasPrefix("/"), !host.isEmpty { text += "/" }
        return text + (path == "*" ? path : Self.escaped(path, keeping: "-_.~$&+,/:;=@"))
    }

    private static func escaped(_ text: String, keeping punctuation: String) -> String {
        var result = ""
        for byte in text.utf8 {
            let scalar = Unicode.Scalar(byte)
            let isAlphanumeric = ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
            if isAlphanumeric || ("0"..."9").contains(scalar) || punctuation.unicodeScalars.contains(scalar) {
                result.unicodeScalars.append(scalar)
            } else {
                let digits = String(byte, radix: 16, uppercase: true)
                result += digits.utf8.count < 2 ? "%0\(digits)" : "%\(digits)"
            }
        }
        return result
    }
}
