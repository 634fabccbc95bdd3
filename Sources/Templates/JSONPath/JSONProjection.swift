package import JSONModel

/// The parts of a value that an expression may look at: what is left of a value is enough to evaluate it.
///
/// A list of many objects can be kept in little memory so, until the last of them is there.
package indirect enum JSONProjection: Sendable, Hashable {
    /// Everything.
    case whole
    /// These members of an object, and of each element of a list these parts; nil where no element is looked at.
    case parts(members: [String: JSONProjection], elements: JSONProjection?)

    /// Nothing but what kind of value it is.
    package static let nothing = JSONProjection.parts(members: [:], elements: nil)

    /// A step from a value into it.
    enum Step: Hashable {
        case member(String)
        case elements
    }

    /// What the elements of a member that is a list have to keep, such as those of a list's `items`.
    package func elements(of member: String) -> JSONProjection {
        guard case .parts(let members, _) = self else { return .whole }
        guard let member = members[member] else { return .nothing }
        guard case .parts(_, let elements) = member else { return .whole }
        return elements ?? .nothing
    }

    /// The value with these parts alone.
    ///
    /// Scalars, and objects where elements of a list were expected, stay as they are.
    package func applied(to value: JSONValue) -> JSONValue {
        guard case .parts(let members, let elements) = self else { return value }
        switch value {
        case .object(let object):
            guard elements == nil else { return value }
            var kept = JSONObject()
            for (key, member) in object {
                if let part = members[key] { kept[key] = part.applied(to: member) }
            }
            return .object(kept)
        case .array(let array):
            guard let elements else { return [] }
            return .array(array.map { elements.applied(to: $0) })
        default: return value
        }
    }

    /// The parts of either.
    package func merged(with other: JSONProjection) -> JSONProjection {
        guard case .parts(let members, let elements) = self, case .parts(let otherMembers, let otherElements) = other
        else { return .whole }
        let either = members.merging(otherMembers) { $0.merged(with: $1) }
        guard let elements, let otherElements else {
            return .parts(members: either, elements: elements ?? otherElements)
        }
        return .parts(members: either, elements: elements.merged(with: otherElements))
    }

    /// Adds what the steps lead to: the way there, and with `isWhole` all that is there.
    mutating func add(_ steps: some Collection<Step>, isWhole: Bool) {
        guard case .parts(var members, var elements) = self else { return }
        guard let first = steps.first else {
            if isWhole { self = .whole }
            return
        }
        switch first {
        case .member(let name): members[name, default: .nothing].add(steps.dropFirst(), isWhole: isWhole)
        case .elements:
            var part = elements ?? .nothing
            part.add(steps.dropFirst(), isWhole: isWhole)
            elements = part
        }
        self = .parts(members: members, elements: elements)
    }
}
