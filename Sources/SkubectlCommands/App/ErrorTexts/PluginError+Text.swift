import SystemIO

extension PluginError {
    /// The whole line that kubectl prints.
    var line: String {
        switch self {
        case .notRunnable(let error): "Error: \(error.reason)"
        }
    }
}
