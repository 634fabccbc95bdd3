package import JSONModel

/// Writes values as `kubectl -o yaml` does: block style, keys in natural order, long lines folded after column 80.
///
/// kubectl marshals to JSON, reads that as YAML and writes it with go-yaml v2; the bytes are those of that chain. A text
/// that does not survive its middle part is an error here as it is there, such as one with a DEL character:
/// `error: yaml: control characters are not allowed`.
package enum YAMLEmitter {
    /// The text of `value` as a document, without a `---` before it.
    ///
    /// With `keepsLargeIntegers` the value is JSON already, as in `sigs.k8s.io/yaml`'s `JSONToYAML`, and integers of 64
    /// bits keep their digits.
    package static func bytes(_ value: JSONValue, keepsLargeIntegers: Bool = false) throws(YAMLError) -> [UInt8] {
        try bytes(value) { writer, value in
            writer.keepsLargeIntegers = keepsLargeIntegers
            writer.writeRoot(value)
        }
    }

    /// Writes `value` as a document, without a `---` before it.
    package static func write(
        _ value: JSONValue, into stream: inout some TextOutputStream
    ) throws(YAMLError) {
        stream.write(String(decoding: try bytes(value), as: UTF8.self))
    }

    /// The text of `value` as one element of a sequence whose dashes stand in column `indent`.
    ///
    /// With this a list is written while its items arrive: `items:` first, then each item with an indent of 0.
    package static func elementBytes(_ value: JSONValue, indent: Int = 0) throws(YAMLError) -> [UInt8] {
        try bytes(value) { writer, value in writer.writeElement(value, indent: indent) }
    }

    /// Writes `value` as one element of a sequence whose dashes stand in column `indent`.
    package static func writeElement(
        _ value: JSONValue, indent: Int = 0, into stream: inout some TextOutputStream
    ) throws(YAMLError) {
        stream.write(String(decoding: try elementBytes(value, indent: indent), as: UTF8.self))
    }

    private static func bytes(
        _ value: JSONValue, write: (inout BlockWriter, JSONValue) -> Void
    ) throws(YAMLError) -> [UInt8] {
        var writer = BlockWriter()
        // The size of a small object.
        writer.output.reserveCapacity(4096)
        write(&writer, value)
        guard writer.isChangedByReader else { return writer.output }
        let reread = try YAMLDecoder.decodeFirst(JSONWriter.bytes(value))
        writer = BlockWriter()
        write(&writer, reread)
        return writer.output
    }
}
