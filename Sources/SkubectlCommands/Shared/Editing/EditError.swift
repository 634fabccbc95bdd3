import JSONModel

/// Why objects cannot be edited.
enum EditError: Error, Hashable {
    /// kubectl: `unable to launch the editor "nano -x"`.
    case editorNotFound([String])
    /// kubectl: `there was a problem with the editor "nano -x"`.
    case editorFailed([String])
    /// The file came back as it was after it had been found wrong. kubectl: `Edit cancelled, no valid changes were saved.`.
    case noValidChanges
    /// kubectl: `edit cancelled, no objects found`.
    case noObjects
    /// None of the objects is annotated with what was applied last. kubectl: `no last-applied-configuration annotation
    /// found on resources, …`.
    case neverApplied
    /// kubectl: `no original object found for &unstructured.Unstructured{Object:map[string]interface {}{…}}`.
    case unknownObject(JSONValue)
    /// kubectl: `At least one of apiVersion, kind and name was changed`.
    case identityChanged
}
