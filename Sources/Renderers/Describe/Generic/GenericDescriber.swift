package import JSONModel
package import KubeModel

/// Describes an object of a kind that has no describer of its own, field by field.
package struct GenericDescriber: Describer {
    private let object: JSONValue
    private let events: [Event]?

    /// Takes an object, with numbers as kubectl prints them, and the events about it; nil where they were not asked for.
    package init(object: JSONValue, events: [Event]?) {
        self.object = object
        self.events = events
    }

    package func describe(into text: inout DescribeText) {
        let metadata = object["metadata"]
        text.field("Name", metadata?["name"]?.string ?? "")
        text.field("Namespace", metadata?["namespace"]?.string ?? "")
        text.labels("Labels", Labels.texts(metadata?["labels"]))
        text.annotations(Labels.texts(metadata?["annotations"]))
        content(into: &text)
        text.events(events)
    }
}

// MARK: - Content

extension GenericDescriber {
    /// Members of an object or elements of an array that are still to be written.
    ///
    /// Objects can be nested very deep; these wait on a list and not on the stack.
    private struct Rest {
        var members: ArraySlice<(key: String, value: JSONValue)> = []
        var elements: ArraySlice<JSONValue> = []
        let level: Int
        /// Whether these are members of the object's metadata, some of which were told before.
        var isMetadata = false
    }

    private static let toldMetadata = ["managedFields", "name", "namespace", "labels", "annotations"]

    private func content(into text: inout DescribeText) {
        var waiting = [Rest(members: Self.members(of: object), level: 0)]
        while var rest = waiting.popLast() {
            if let element = rest.elements.popFirst() {
                waiting.append(rest)
                if element.object != nil {
                    let members = Self.members(of: element)
                    waiting.append(Rest(members: members, level: rest.level, isMetadata: rest.isMetadata))
                } else {
                    text.line(GoValueText.text(element), level: rest.level)
                }
            } else if let member = rest.members.popFirst() {
                waiting.append(rest)
                guard !rest.isMetadata || !Self.toldMetadata.contains(member.key) else { continue }
                let isMetadata = waiting.count == 1 && member.key == "metadata"
                if let inner = write(member, rest.level, isMetadata: isMetadata, into: &text) { waiting.append(inner) }
            }
        }
    }

    /// Writes a member's title, and its value unless it is an object or array, whose parts are returned.
    private func write(
        _ member: (key: String, value: JSONValue), _ level: Int, isMetadata: Bool, into text: inout DescribeText
    ) -> Rest? {
        let title = FieldTitle.text(member.key)
        switch member.value {
        case .object:
            text.line("\(title):", level: level)
            return Rest(members: Self.members(of: member.value), level: level + 1, isMetadata: isMetadata)
        case .array(let elements):
            text.line("\(title):", level: level)
            return Rest(elements: elements[...], level: level + 1, isMetadata: isMetadata)
        default:
            text.field(title, GoValueText.text(member.value), level: level)
            return nil
        }
    }

    private static func members(of value: JSONValue) -> ArraySlice<(key: String, value: JSONValue)> {
        Array(value.object?.sortedByKey() ?? [:])[...]
    }
}
