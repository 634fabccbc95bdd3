import JSONModel
import KubeModel
import StdlibExtensions

extension LabelSelectorError {
    /// apimachinery's sentence.
    var message: String {
        switch self {
        case .unknownOperator(let name): "\(name.goQuoted) is not a valid label selector operator"
        case .invalidRequirement: LabelQueryError.aggregate(parts)
        }
    }

    /// What is wrong with a requirement, one by one; empty where there is a single sentence and no list.
    var parts: [String] {
        switch self {
        case .unknownOperator: return []
        case .invalidRequirement(let key, let keyFaults, let count, let values):
            var messages: [String] = []
            if !keyFaults.isEmpty {
                messages.append("key: Invalid value: \(key.goQuoted): \(LabelQueryError.message(keyFaults))")
            }
            if let count { messages.append(count.message) }
            messages += LabelQueryError.messages(key, values)
            return messages
        }
    }
}

extension LabelSelectorError.Count {
    fileprivate var message: String {
        switch self {
        case .missing: "values: Invalid value: null: for 'in', 'notin' operators, values set can't be empty"
        case .superfluous(let values):
            "values: Invalid value: \(JSONWriter.text(.array(values.map { .string($0) }))): "
                + "values set must be empty for exists and does not exist"
        }
    }
}
