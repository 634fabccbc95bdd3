import CommandLineKit
import JSONModel
import KubeClient
import KubeConfig
import KubeModel
import Renderers

extension KubeConfigError { var headline: String? { nil }; var message: String { "\(self)" } }
struct ManifestReader {
    let cluster: Cluster; let selection: ResourceSelection; let context: CommandContext
    struct Found { var found: [SelectedObject] = []; var errors: [any Error] = []; var isSingleFile = true }
    struct Obj { let selected: SelectedObject; let source: String }
    func selectedObjects() async throws -> Found { Found() }
    func forEach(_ body: (Obj) async throws -> Void, onError: (any Error) -> Void) async throws {}
}
struct ObjectPrinter {
    init(_ o: OutputFormat, showsManagedFields: Bool, allowing: [String]) throws {}
    mutating func beginList(into: inout some TextOutputStream) {}
    mutating func addToList(_ o: JSONValue, into: inout some TextOutputStream) {}
    mutating func endList(into: inout some TextOutputStream) {}
    mutating func print(_ o: JSONValue, event: String? = nil, into s: inout some TextOutputStream) {
        s.write(JSONWriter.text(o, style: .indentedSorted) + "\n")
    }
}
