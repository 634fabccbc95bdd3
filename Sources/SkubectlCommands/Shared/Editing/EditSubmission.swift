import JSONModel

/// How objects are sent once they are edited.
protocol EditSubmission {
    /// Sends an object, where the file first held `originals`.
    ///
    /// Nil, and a note in `problems`, where the server refused it and the user may go on editing.
    func submit(
        _ edited: EditedObject, of originals: [EditedObject], _ problems: inout EditProblems
    ) async throws -> EditOutcome?
}

/// What became of an object that was edited.
struct EditOutcome: Sendable, Hashable {
    /// The object as it is shown.
    let object: JSONValue
    /// What was done, for the form of one line: "edited".
    let operation: String
}
