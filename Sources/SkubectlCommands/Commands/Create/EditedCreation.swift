import JSONModel

/// Creates the objects that the user has edited in a file (`create --edit`).
struct EditedCreation: EditSubmission {
    /// What is done: "created".
    let operation: String
    /// Creates one object, and returns it as it is shown.
    let create: (EditedObject) async throws -> JSONValue

    func submit(
        _ edited: EditedObject, of originals: [EditedObject], _ problems: inout EditProblems
    ) async throws -> EditOutcome? {
        EditOutcome(object: try await create(edited), operation: operation)
    }
}
