import KubeClient
import KubeModel
import StdlibExtensions

/// What came of sending the objects of a file that was edited (kubectl's `editResults`).
struct EditProblems: Sendable, Hashable {
    /// Why the file is opened again.
    var header = EditHeader()
    /// How many objects were refused for reasons that may pass, such as a change by somebody else.
    private(set) var refused = 0
    /// How many objects are no longer there.
    private(set) var missing = 0

    /// Takes note of an object that the server refused; returns the line for standard error.
    mutating func add(_ error: ClientError, about object: SelectedObject) -> String {
        let subject = "\(object.mapping.resource.groupResource) \(object.name.goQuoted)"
        if case .status(let status) = error {
            if status.reason == "Invalid" {
                return addInvalid(object, causes: (status.details?.causes ?? []).map { "\($0.field): \($0.message)" })
            }
            if status.isNotFound {
                missing += 1
                return "error: \(subject) could not be found on the server\n"
            }
        }
        refused += 1
        return "error: \(subject) could not be patched: \(error.message)\n"
    }

    /// Takes note of an object that the user may set right; returns the line for standard error.
    mutating func addInvalid(_ object: SelectedObject, causes: [String]) -> String {
        let subject = "\(object.mapping.resource.groupResource) \(object.name.goQuoted)"
        header.reasons.append(EditHeader.Reason(sentence: "\(subject) was not valid", causes: causes))
        return "error: \(subject) is invalid\n"
    }
}
