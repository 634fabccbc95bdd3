import JSONModel
import StdlibExtensions

extension GoType {
    /// The type all elements of some lists have (apimachinery's `sliceElementType`).
    static func ofElements(_ lists: [JSONValue]...) throws(PatchError) -> GoType {
        var common: GoType?
        for element in lists.joined() {
            let type = GoType(element)
            switch common {
            case nil:
                if type == .list { throw .listOfLists }
                common = type
            case type: break
            default: throw .mixedElements(lists.map { .array($0) })
            }
        }
        guard let common else { throw .noElements }
        return common
    }
}

extension [JSONValue] {
    /// The elements in the order of their texts, as Go's `sort.Sort` leaves them with apimachinery's comparison.
    func sortedScalars() -> [JSONValue] {
        sorted(by: map(GoValueText.text))
    }

    /// Objects in the order of the texts of a member; a missing one counts as null.
    func sortedByMember(_ key: String) -> [JSONValue] {
        sorted(by: map { GoValueText.text($0[key] ?? .null) })
    }

    private func sorted(by texts: [String]) -> [JSONValue] {
        var elements = Array<(text: String, value: JSONValue)>(zip(texts, self).map { (text: $0, value: $1) })
        // apimachinery's comparison also holds for equal texts, which turns their order around.
        elements.goSort { !$1.text.precedesByBytes($0.text) }
        return elements.map(\.value)
    }

    /// Every scalar once; the last element comes into the place of each one that goes (`deduplicateScalars`).
    func withoutRepeatedScalars() -> [JSONValue] {
        var elements = self
        var index = 0
        while index < elements.count - 1 {
            var other = index + 1
            while other < elements.count {
                if elements[index].isSameScalar(as: elements[other]) {
                    elements.swapAt(other, elements.count - 1)
                    elements.removeLast()
                } else {
                    other += 1
                }
            }
            index += 1
        }
        return elements
    }

    /// The place of the first object whose member is `value`; every element must be an object.
    func firstIndex(where key: String, is value: JSONValue) throws(PatchError) -> Int? {
        for (index, element) in enumerated() {
            guard let object = element.object else { throw .elementNotMap(index: index) }
            if let member = object[key], member.isSameScalar(as: value) { return index }
        }
        return nil
    }
}
