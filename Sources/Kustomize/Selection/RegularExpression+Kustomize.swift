import StdlibExtensions

extension RegularExpression {
    /// Compiles a pattern of a kustomization.
    static func compile(_ pattern: String) throws(KustomizeError) -> RegularExpression {
        do throws(Fault) {
            return try RegularExpression(pattern)
        } catch {
            throw .badPattern(problem: error.problem, part: error.part)
        }
    }
}
