/// The forms in which whole objects are shown.
package enum StructuredFormat: Sendable, Hashable {
    /// `-o json`: indented by four spaces, with sorted keys.
    case json
    /// `-o yaml`
    case yaml
    /// `-o kyaml`: YAML in braces, with quotes around strings.
    case kyaml
}
