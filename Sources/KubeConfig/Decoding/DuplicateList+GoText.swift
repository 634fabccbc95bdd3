import JSONModel
import StdlibExtensions

extension DuplicateList {
    /// Tells a list, which was read without fault, the way Go's `%v` prints the slice of its structs.
    ///
    /// Go prints the address of an `exec` or `auth-provider`; here it is "0x0".
    init(kind: Kind, source: JSONValue) {
        self.kind = kind
        goText = Self.list(source) { "{\(Self.element(kind, $0))}" }
    }

    private static func element(_ kind: Kind, _ element: JSONValue) -> String {
        let entry = element[kind.names.member] ?? .null
        let name = text(element["name"])
        let fields: [String]
        switch kind {
        case .clusters:
            fields = [
                text(entry["server"]), text(entry["tls-server-name"]), truth(entry["insecure-skip-tls-verify"]),
                text(entry["certificate-authority"]), bytes(entry["certificate-authority-data"]),
                text(entry["proxy-url"]), truth(entry["disable-compression"]), extensions(entry),
            ]
        case .users:
            fields = [
                text(entry["client-certificate"]), bytes(entry["client-certificate-data"]),
                text(entry["client-key"]), bytes(entry["client-key-data"]), text(entry["token"]),
                text(entry["tokenFile"]), text(entry["as"]), text(entry["as-uid"]),
                list(entry["as-groups"]) { text($0) }, extra(entry["as-user-extra"]), text(entry["username"]),
                text(entry["password"]), pointer(entry["auth-provider"]), pointer(entry["exec"]), extensions(entry),
            ]
        case .contexts:
            fields = [text(entry["cluster"]), text(entry["user"]), text(entry["namespace"]), extensions(entry)]
        case .extensions:
            return "\(name) \(raw(entry))"
        }
        return "\(name) {\(fields.joined(separator: " "))}"
    }

    private static func extensions(_ entry: JSONValue) -> String {
        list(entry["extensions"]) { "{\(element(.extensions, $0))}" }
    }

    /// A `runtime.RawExtension`: the bytes of the JSON text, and no object.
    private static func raw(_ value: JSONValue) -> String {
        "{\(decimal(value.isNull ? [] : JSONWriter.bytes(value, style: JSONStyle(sortsKeys: true)))) <nil>}"
    }

    private static func extra(_ value: JSONValue?) -> String {
        let members = (value?.object ?? [:]).sortedByKey()
        return "map[\(members.map { "\($0.key):\(list($0.value) { text($0) })" }.joined(separator: " "))]"
    }

    private static func bytes(_ value: JSONValue?) -> String {
        // The text was decoded before; one that cannot be is empty here.
        decimal((try? Base64.decode(text(value)).get()) ?? [])
    }

    private static func decimal(_ bytes: [UInt8]) -> String {
        "[\(bytes.map { String($0) }.joined(separator: " "))]"
    }

    private static func list(_ value: JSONValue?, _ print: (JSONValue) -> String) -> String {
        "[\((value?.array ?? []).map(print).joined(separator: " "))]"
    }

    private static func text(_ value: JSONValue?) -> String { value?.string ?? "" }

    private static func truth(_ value: JSONValue?) -> String { String(value?.bool ?? false) }

    private static func pointer(_ value: JSONValue?) -> String { value?.object == nil ? "<nil>" : "0x0" }
}
