import KubeModel

extension TypedReading.Mismatch {
    /// What Go's encoding/json says of a value of another type.
    var message: String {
        switch self {
        case .type("", let found, let wanted): "json: cannot unmarshal \(found) into Go value of type \(wanted)"
        case .type(let path, let found, let wanted):
            "json: cannot unmarshal \(found) into Go struct field \(path) of type \(wanted)"
        case .quantity(let error): error.message
        }
    }
}
