import KubeModel
import StdlibExtensions

extension DescribeText {
    /// The most bytes of a line of an annotation, and of an attribute of a volume.
    static var longestLine: Int { 140 }

    /// Writes labels, one a line below each other: "a=1".
    mutating func labels(_ title: String, _ labels: [String: String]) {
        list(title, Labels.sorted(labels).map { "\($0.key)=\($0.value)" })
    }

    /// Writes values, one a line below each other.
    mutating func list(_ title: String, _ values: [String]) {
        write("\(title):\t")
        guard !values.isEmpty else {
            line("<none>")
            return
        }
        for (index, value) in values.enumerated() {
            if index > 0 {
                write("")
                write("\t")
            }
            line(value)
        }
    }

    /// Writes annotations, one below each other: "key: value", or the value below the key where it is long or has
    /// several lines.
    ///
    /// The annotation with the object as it was applied last is left out.
    mutating func annotations(_ annotations: [String: String], title: String = "Annotations") {
        let shown = Labels.sorted(annotations).filter { $0.key != "kubectl.kubernetes.io/last-applied-configuration" }
        write("\(title):\t")
        guard !shown.isEmpty else {
            line("<none>")
            return
        }
        for (index, annotation) in shown.enumerated() {
            if index > 0 { write("\t") }
            var value = annotation.value[...]
            if value.utf8.last == UInt8(ascii: "\n") { value.unicodeScalars.removeLast() }
            let length = value.utf8.count + annotation.key.utf8.count + 2
            guard length > Self.longestLine || value.utf8.contains(UInt8(ascii: "\n")) else {
                line("\(annotation.key): \(value)")
                continue
            }
            line("\(annotation.key):")
            for part in value.splitLines() {
                line("\t  ", cutting: part, to: Self.longestLine - 2)
            }
        }
    }
}

extension StringProtocol {
    /// The parts between line feeds, empty ones too; a carriage return is no line end.
    func splitLines() -> [String] {
        utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map {
            String(decoding: $0, as: UTF8.self)
        }
    }
}
