/// What becomes of the entries of a kuberc, for whoever wonders; they count from 1.
package enum PreferencesNote: Sendable, Hashable {
    /// kubectl: `kuberc: strict decoding error for entry 1 in x: <fault>`
    case unusable(entry: Int, FileFault)
    /// kubectl: `kuberc: using entry 1 (kubectl.config.k8s.io/v1beta1) in x`
    case used(entry: Int, apiVersion: String)
    /// kubectl: `kuberc: no preferences found in x`
    case nothing
}
