package import SystemIO
import YAMLCodec

/// The file with the user's preferences.
package struct PreferencesFile: Sendable, Hashable {
    package let path: String
    /// Whether a flag or KUBERC names it; else it need not be there, and counts only where it can be read.
    package let isExplicit: Bool

    /// The most bytes a file may have.
    private static let limit = 16 << 20

    /// The file of `--kuberc`, else of KUBERC, else `~/.kube/kuberc`; nil for `KUBERC=off`.
    ///
    /// - Parameter named: the value of `--kuberc`; empty for none.
    package static func chosen(
        named: String, environment: EnvironmentVariables
    ) throws(PreferencesFault) -> PreferencesFile? {
        let variable = environment["KUBERC"] ?? ""
        if variable == "off" {
            guard named.isEmpty else { throw .disabledAndNamed }
            return nil
        }
        let home = PathText.join(environment["HOME"] ?? "", ".kube", "kuberc")
        let path = named.isEmpty ? home : named
        if path == home, !variable.isEmpty { return PreferencesFile(path: variable, isExplicit: true) }
        return PreferencesFile(path: path, isExplicit: !named.isEmpty)
    }

    /// What a file was found to say.
    package struct Contents: Sendable, Hashable {
        /// The version of the document.
        package let apiVersion: String
        package let preferences: Preferences
        /// What the file says that counts for nothing; empty for a file in order.
        package let oddities: [PreferencesOddity]
    }

    /// Reads the first document that is of a known version; nil for a file that is empty, and for one that need not be
    /// there and is not.
    ///
    /// - Parameter note: Is told what becomes of each document.
    package func read(_ note: (PreferencesNote) -> Void = { _ in }) throws(PreferencesFault) -> Contents? {
        let bytes: [UInt8]
        do throws(SystemError) {
            bytes = try FileSystem.read(path, limit: Self.limit)
        } catch {
            if !isExplicit, error.isNotFound { return nil }
            throw .unreadable(error)
        }
        var splitter = DocumentSplitter(bytes)
        var count = 0
        while true {
            let text: DocumentSplitter.Text?
            do throws(YAMLError) { text = try splitter.next() } catch { throw .separator(error) }
            guard let text else { break }
            guard text.bytes.contains(where: { !Self.isSpace($0) }) else { continue }
            count += 1
            do throws(FileFault) {
                let contents = try PreferencesDecoder.contents(of: text.bytes)
                note(.used(entry: count, apiVersion: contents.apiVersion))
                return contents
            } catch {
                // Another document may do.
                note(.unusable(entry: count, error))
            }
        }
        if count > 0 { throw .noneValid(path: path) }
        note(.nothing)
        return nil
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
