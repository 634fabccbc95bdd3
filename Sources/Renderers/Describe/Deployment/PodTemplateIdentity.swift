package import JSONModel

/// A pod template as far as it tells replica sets of a deployment apart: without the label that the deployment adds.
package struct PodTemplateIdentity {
    private let template: JSONValue

    /// Takes a template; nil counts as an empty one.
    package init(_ template: JSONValue?) {
        var template = template ?? .object([:])
        template[path: "metadata", "labels", "pod-template-hash"] = nil
        self.template = template
    }
}

extension PodTemplateIdentity: Equatable {
    /// Whether both make the same pods: the order of members does not count, nor what is null or empty.
    ///
    /// It keeps its own stack, so that nesting costs no stack of the thread.
    package static func == (left: PodTemplateIdentity, right: PodTemplateIdentity) -> Bool {
        var pairs = [(left.template, right.template)]
        while let pair = pairs.popLast() {
            switch pair {
            case (.object(let left), .object(let right)):
                let (left, right) = (members(of: left), members(of: right))
                guard left.count == right.count else { return false }
                for (key, value) in left {
                    guard let other = right[key] else { return false }
                    pairs.append((value, other))
                }
            case (.array(let left), .array(let right)):
                guard left.count == right.count else { return false }
                pairs += zip(left, right)
            default:
                guard pair.0 == pair.1 else { return false }
            }
        }
        return true
    }

    /// The members that say something.
    ///
    /// An empty object can be all there is of a volume's source, and counts, but for labels that are gone now.
    private static func members(of object: JSONObject) -> [String: JSONValue] {
        var members: [String: JSONValue] = [:]
        for (key, value) in object {
            let isEmptyMap = key == "labels" && value.object?.isEmpty == true
            if value.isNull || value.array?.isEmpty == true || isEmptyMap { continue }
            members[key] = value
        }
        return members
    }
}
