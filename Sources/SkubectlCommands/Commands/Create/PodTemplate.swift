import JSONModel

/// The parts of the objects with pods that `create` makes.
enum PodTemplate {
    /// A template of pods with the metadata and the specification given.
    static func value(labels: [String: String] = [:], _ spec: JSONValue) -> JSONValue {
        ["metadata": .fields(["labels": .map(labels)]), "spec": spec]
    }

    /// A container that runs a command, or what its image is made for where there is none.
    static func container(name: String, image: String, command: [String], port: Int32? = nil) -> JSONValue {
        let ports: JSONValue? = port.map { [["containerPort": .number(JSONNumber($0))]] }
        return .fields([
            "name": .string(name), "image": .text(image), "command": .texts(command), "ports": ports, "resources": [:],
        ])
    }
}
