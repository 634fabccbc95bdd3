import CommandLineKit
import JSONModel
import KubeClient
import KubeConfig
import KubeModel
import Renderers

struct ManifestReader {
    let cluster: Cluster; let selection: ResourceSelection; let context: CommandContext
    struct Found { var found: [SelectedObject] = []; var errors: [any Error] = []; var isSingleFile = true }
    struct Obj { let selected: SelectedObject; let source: String }
    func selectedObjects() async throws -> Found { Found() }
    func forEach(_ body: (Obj) async throws -> Void, onError: (any Error) -> Void) async throws {}
}
