package import KubeModel

/// Describes a secret without telling it; but tokens of service accounts are told, as kubectl does.
package struct SecretDescriber: Describer {
    private let secret: Secret

    package init(secret: Secret) {
        self.secret = secret
    }

    package func describe(into text: inout DescribeText) {
        text.field("Name", secret.metadata.name)
        text.field("Namespace", secret.metadata.namespace)
        text.labels("Labels", secret.metadata.labels)
        text.annotations(secret.metadata.annotations)
        text.field("\nType", secret.type)
        text.line("\nData\n====")
        for key in secret.data.keys.sortedByBytes() {
            let bytes = secret.data[key]?.bytes ?? []
            if key == "token", secret.type == "kubernetes.io/service-account-token" {
                text.line("\(key):\t", bytes: bytes)
            } else {
                text.field(key, "\(bytes.count) bytes")
            }
        }
    }
}
