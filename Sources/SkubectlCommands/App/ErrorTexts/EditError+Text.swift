import JSONModel
import StdlibExtensions

extension EditError {
    /// The words of kubectl's `editor` package.
    var message: String {
        switch self {
        case .editorNotFound(let words): "unable to launch the editor \(words.joined(separator: " ").goQuoted)"
        case .editorFailed(let words): "there was a problem with the editor \(words.joined(separator: " ").goQuoted)"
        case .noValidChanges: "Edit cancelled, no valid changes were saved."
        case .noObjects: "edit cancelled, no objects found"
        case .neverApplied:
            "no last-applied-configuration annotation found on resources, to create the annotation, use command "
                + "`kubectl apply set-last-applied --create-annotation`"
        case .unknownObject(let object):
            "no original object found for &unstructured.Unstructured{Object:\(GoValueText.syntax(object))}"
        case .identityChanged: "At least one of apiVersion, kind and name was changed"
        }
    }
}
