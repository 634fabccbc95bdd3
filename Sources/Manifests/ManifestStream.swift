/// Reads the manifests of a selection, source by source and document by document.
///
/// A document that is no object is told in its place and the ones after it are still read; a text that cannot be read or
/// parsed ends its source, and reading goes on with the next. kubectl acts on the objects before a bad document, too.
package struct ManifestStream: Sendable {
    /// Nil where there is nothing more to read.
    private let input: ManifestInput?
    private var sources: ArraySlice<ManifestSource>
    private var reader: DocumentReader?
    private var objects: ArraySlice<Result<ManifestObject, ManifestError>> = []

    package init(_ selection: ManifestSelection, input: ManifestInput) {
        sources = selection.sources[...]
        self.input = input
    }

    /// Reads a text that is there already; errors name it as they would name a file.
    package init(text: [UInt8], named name: String) {
        sources = []
        input = nil
        reader = DocumentReader(.file(name), text)
    }

    /// The next document, or why there is none where one should be; nil at the end of all sources.
    package mutating func nextDocument() async -> Result<ManifestDocument, ManifestError>? {
        while true {
            do throws(ManifestError) {
                if let document = try reader?.next() { return .success(document) }
                reader = nil
                guard let input, let source = sources.popFirst() else { return nil }
                reader = DocumentReader(source, try await input.bytes(of: source))
            } catch {
                reader = nil
                return .failure(error)
            }
        }
    }

    /// The next object, lists taken apart, or what is wrong instead; nil at the end of all sources.
    package mutating func nextObject() async -> Result<ManifestObject, ManifestError>? {
        while objects.isEmpty {
            switch await nextDocument() {
            case nil: return nil
            case .failure(let error): return .failure(error)
            case .success(let document): objects = document.objects[...]
            }
        }
        return objects.popFirst()
    }

    /// Leaves out what is left of the source that the last document came from.
    ///
    /// kubectl does so when a document does not pass its validation.
    package mutating func skipSource() {
        reader = nil
        objects = []
    }
}
