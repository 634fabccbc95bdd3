import JSONModel
import YAMLCodec

/// The text of a kubeconfig.
enum KubeconfigYAML {
    /// The first document in a file; null for an empty one.
    static func decode(_ bytes: [UInt8]) throws(FileFault) -> JSONValue {
        do throws(YAMLError) { return try YAMLDecoder.decodeFirst(bytes) } catch { throw .yaml(error) }
    }
}
