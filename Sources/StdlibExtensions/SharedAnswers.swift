/// Answers that are asked for once, whoever wants one meanwhile or later; what failed is asked for again.
package actor SharedAnswers<Question: Hashable & Sendable, Answer: Sendable, Failure: Error> {
    private var asked: [Question: Task<Result<Answer, Failure>, Never>] = [:]

    package init() {}

    /// The answer to a question: the one there is, or else what `ask` gives.
    ///
    /// Who is cancelled takes the asking along; the next one asks anew if that made it fail.
    package func answer(
        to question: Question, _ ask: @escaping @Sendable () async throws(Failure) -> Answer
    ) async throws(Failure) -> Answer {
        let task: Task<Result<Answer, Failure>, Never>
        if let asking = asked[question] {
            task = asking
        } else {
            task = Task {
                do throws(Failure) {
                    return .success(try await ask())
                } catch {
                    return .failure(error)
                }
            }
            asked[question] = task
        }
        let result = await withTaskCancellationHandler {
            await task.value
        } onCancel: {
            task.cancel()
        }
        if case .failure = result, asked[question] == task { asked[question] = nil }
        return try result.get()
    }
}
