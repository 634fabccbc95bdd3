/// A word that `-o` takes.
enum OutputFormat: String, Sendable, CaseIterable {
    case json
    case yaml
    case kyaml
    case name
    case goTemplate = "go-template"
    case goTemplateFile = "go-template-file"
    case template
    case templateFile = "templatefile"
    case jsonPath = "jsonpath"
    case jsonPathAsJSON = "jsonpath-as-json"
    case jsonPathFile = "jsonpath-file"
    case customColumns = "custom-columns"
    case customColumnsFile = "custom-columns-file"
    case wide
}

extension [OutputFormat] {
    /// The formats of commands that show objects.
    static let ofObjects: [OutputFormat] = [
        .json, .yaml, .kyaml, .name, .goTemplate, .goTemplateFile, .template, .templateFile, .jsonPath, .jsonPathAsJSON,
        .jsonPathFile,
    ]
    /// The formats of `get`.
    static let ofGet: [OutputFormat] = ofObjects + [.customColumns, .customColumnsFile, .wide]
    /// The formats of `api-resources`.
    static let ofTypes: [OutputFormat] = [.json, .yaml, .kyaml, .name, .wide]

    /// The sentence that help shows for `-o`.
    var help: String {
        "Output format. One of: (\(map(\.rawValue).joined(separator: ", ")))."
    }

    /// The words for completion.
    var words: [String] { map(\.rawValue) }
}
