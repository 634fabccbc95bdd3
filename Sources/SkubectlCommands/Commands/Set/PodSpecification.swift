import JSONModel

/// Where the specification of pods stands in objects that are pods or make them (kubectl's `updatePodSpecForObject`).
enum PodSpecification {
    /// The way to it; nil for other kinds.
    private static func path(in object: JSONValue) -> [String]? {
        switch object["kind"]?.string {
        case "Pod": ["spec"]
        case "ReplicationController", "Deployment", "DaemonSet", "ReplicaSet", "StatefulSet", "Job":
            ["spec", "template", "spec"]
        case "CronJob": ["spec", "jobTemplate", "spec", "template", "spec"]
        default: nil
        }
    }

    /// The object with its pods' specification changed.
    static func changed<Failure>(
        _ object: JSONValue, _ change: (inout JSONValue) throws(Failure) -> Void
    ) throws -> JSONValue {
        guard let path = path(in: object) else {
            throw CommandError.failed(
                "the object is not a pod or does not have a pod template: \(TypedKinds.goType(of: object))")
        }
        var object = object
        var spec = object[path: path] ?? [:]
        if spec.isNull { spec = [:] }
        try change(&spec)
        object[path: path] = spec
        return object
    }
}

extension JSONValue {
    /// Changes the containers whose names fit, those in `containers` first and init containers then; false for none.
    mutating func changeContainers(
        named pattern: String, _ change: (inout JSONValue) throws -> Void
    ) rethrows -> Bool {
        var hasFound = false
        for list in ["containers", "initContainers"] {
            var containers = self[list]?.array ?? []
            for index in containers.indices
            where ContainerPattern.matches(containers[index]["name"]?.string ?? "", pattern) {
                hasFound = true
                try change(&containers[index])
            }
            if !containers.isEmpty { self[list] = .array(containers) }
        }
        return hasFound
    }
}

/// The patterns by which containers are named (kubectl's `selectString`).
enum ContainerPattern {
    /// Whether a name fits: `*` stands for anything, and takes as little as it can.
    static func matches(_ name: String, _ pattern: String) -> Bool {
        if pattern == "*" { return true }
        guard pattern.contains("*") else { return name == pattern }
        let text = Array(name.utf8)
        let parts = pattern.utf8.split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false).map(Array.init)
        var position = 0
        for (index, part) in parts.enumerated() where !part.isEmpty {
            // Found from here on, and compared with where the last one was found, as kubectl does.
            guard let next = firstIndex(of: part, in: text[position...]), next >= position,
                index > 0 || position == 0, index < parts.count - 1 || text.count == part.count + next
            else { return false }
            position = next
        }
        return true
    }

    private static func firstIndex(of part: [UInt8], in text: ArraySlice<UInt8>) -> Int? {
        guard part.count <= text.count else { return nil }
        return (text.startIndex...(text.endIndex - part.count)).first {
            text[$0..<($0 + part.count)].elementsEqual(part)
        }
        .map { $0 - text.startIndex }
    }
}
