import JSONModel
import KubeModel

extension RemoteEnd {
    /// What the server says at the end of a process on the session's own stream: a `Status`, nothing for success.
    ///
    /// Throws `.malformed` for anything else (client-go's errorDecoderV4).
    init(_ message: [UInt8]) throws(RemoteSessionError) {
        if message.isEmpty {
            self = .success
            return
        }
        let object: JSONValue
        do { object = try JSONParser.parse(message) } catch {
            throw .malformed(String(decoding: message, as: UTF8.self))
        }
        switch object["status"]?.string {
        case "Success": self = .success
        case "Failure": self = try Self.failure(object, message)
        default: throw .malformed(String(decoding: message, as: UTF8.self))
        }
    }

    private static func failure(_ object: JSONValue, _ message: [UInt8]) throws(RemoteSessionError) -> RemoteEnd {
        guard object["reason"]?.string == "NonZeroExitCode" else {
            return .failure(object["message"]?.string ?? "")
        }
        for cause in object["details"]?["causes"]?.array ?? [] where cause["reason"]?.string == "ExitCode" {
            guard let code = cause["message"]?.string.flatMap(UInt8.init) else { break }
            return .exitCode(Int(code))
        }
        throw .malformed(String(decoding: message, as: UTF8.self))
    }
}
