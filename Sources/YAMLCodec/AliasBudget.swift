/// go-yaml's guard against documents that aliases blow up ("billion laughs").
///
/// It counts the steps of decoding: from 1,000 steps on, only a part of them may come from aliases. The part is 99 % up
/// to 400,000 steps and falls to 10 % at 4,000,000.
struct AliasBudget {
    private var steps: Double = 1
    private var aliasSteps: Double = 0

    /// Counts steps outside of aliases.
    mutating func spend(_ count: Int) {
        steps += Double(count)
    }

    /// Counts the steps of decoding again what an alias stands for.
    mutating func spendOnAlias(_ count: Int) {
        steps += Double(count)
        aliasSteps += Double(count)
    }

    /// Whether go-yaml gives up.
    var isExceeded: Bool {
        aliasSteps > 100 && steps > 1000 && aliasSteps / steps > allowedPart
    }

    private var allowedPart: Double {
        let low = 400_000.0
        let high = 4_000_000.0
        if steps <= low { return 0.99 }
        if steps >= high { return 0.10 }
        return 0.99 - 0.89 * ((steps - low) / (high - low))
    }
}
