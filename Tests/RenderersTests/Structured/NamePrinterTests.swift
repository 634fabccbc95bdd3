import JSONModel
import KubeModel
import Testing

@testable import Renderers

struct NamePrinterTests {
    static let pod: JSONValue = ["apiVersion": "v1", "kind": "Pod", "metadata": ["name": "auto-pod"]]
    static let deployment: JSONValue = ["apiVersion": "apps/v1", "kind": "Deployment", "metadata": ["name": "web"]]

    @Test func printsKindAndName() {
        var output = ""
        NamePrinter().print(["kind": "List", "items": [Self.pod, Self.deployment]], into: &output)
        #expect(output == "pod/auto-pod\ndeployment.apps/web\n")
    }

    @Test func printsWhatWasDone() {
        var output = ""
        NamePrinter(operation: "created (dry run)").print(Self.deployment, into: &output)
        NamePrinter(operation: "created").print(["apiVersion": "v1", "kind": "Pod"], into: &output)
        #expect(output == "deployment.apps/web created (dry run)\npod/<unknown> created\n")
    }

    @Test func tellsOfDeletions() {
        let pod = GroupVersionKind(group: "", version: "v1", kind: "Pod")
        let role = GroupVersionKind(group: "rbac.authorization.k8s.io", version: "v1", kind: "ClusterRole")
        #expect(
            NamePrinter.deletionLine(pod, name: "auto-pod", namespace: "default")
                == "pod \"auto-pod\" deleted from default namespace\n")
        #expect(
            NamePrinter.deletionLine(
                role, name: "r", namespace: nil, operation: "force deleted", note: "(server dry run)")
                == "clusterrole.rbac.authorization.k8s.io \"r\" force deleted (server dry run)\n")
    }
}
