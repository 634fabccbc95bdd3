import JSONModel
import StdlibExtensions

/// The annotation in which deployments and their replica sets have their revision.
enum DeploymentRevision {
    static let annotation = "deployment.kubernetes.io/revision"

    /// Why an annotation is no number (Go's `strconv.NumError`).
    struct Fault: Error, Hashable {
        let text: String
        let isOutOfRange: Bool

        var message: String {
            "strconv.ParseInt: parsing \(text.goQuoted): \(isOutOfRange ? "value out of range" : "invalid syntax")"
        }
    }

    /// The revision of a deployment or a replica set; zero where it has none.
    static func number(of object: JSONValue) -> Result<Int64, Fault> {
        guard let text = object["metadata"]?["annotations"]?[annotation]?.string else { return .success(0) }
        if let number = Int64(text) { return .success(number) }
        let digits = text.hasPrefix("-") || text.hasPrefix("+") ? text.dropFirst() : text[...]
        let isNumber = !digits.isEmpty && digits.utf8.allSatisfy { 0x30...0x39 ~= $0 }
        return .failure(Fault(text: text, isOutOfRange: isNumber))
    }
}
