/// The work on one object that a signal kept from being done.
struct InterruptedWork: Sendable, Hashable {
    /// The object as output names it: "configmap/settings".
    let object: String
    /// What was to be done with it: "applied".
    let verb: String
    /// Whether the server was asked already, so that it may have been done.
    let wasBegun: Bool

    /// Does the work on an object; where a signal comes before its end, throws which object it is about.
    static func naming<Value>(
        _ object: SelectedObject, _ verb: String, _ work: () async throws -> Value
    ) async throws -> Value {
        func interrupted(wasBegun: Bool) -> CommandError {
            let name = "\(object.mapping.kindPrefix)/\(object.name)"
            return .interrupted(InterruptedWork(object: name, verb: verb, wasBegun: wasBegun))
        }
        if Task.isCancelled { throw interrupted(wasBegun: false) }
        do { return try await work() } catch {
            throw Task.isCancelled ? interrupted(wasBegun: true) : error
        }
    }
}
