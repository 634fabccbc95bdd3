import JSONModel

/// What it takes to reconcile an object with what there is (component-helpers' `rbac/reconciliation`).
struct RBACOutcome: Sendable, Hashable {
    /// What is done.
    enum Operation: String, Sendable {
        case none
        case create
        case update
        /// A binding's role cannot be changed: it is deleted and made anew.
        case recreate
    }

    /// The object as it shall be.
    var object: RBACObject
    var operation = Operation.none
    /// Whether the object has opted out, so that nothing is done.
    var isProtected = false
    var missingRules: [RBACRule] = []
    var extraRules: [RBACRule] = []
    var missingSubjects: [RBACSubject] = []
    var extraSubjects: [RBACSubject] = []

    /// What an object takes that is not there.
    init(creating expected: RBACObject) {
        object = expected
        operation = .create
        missingRules = expected.kind.isBinding ? [] : expected.rules
        missingSubjects = expected.kind.isBinding ? expected.subjects : []
    }

    /// What an object takes that is there already.
    init(_ existing: RBACObject, expected: RBACObject, removesExtra: Bool) {
        object = existing
        isProtected = existing.isProtected
        if expected.kind.isBinding {
            guard expected.roleRef == existing.roleRef else {
                object = expected
                operation = .recreate
                return
            }
            mergeMetadata(expected)
            reconcileSubjects(existing, expected, removesExtra: removesExtra)
        } else {
            mergeMetadata(expected)
            reconcileRules(existing, expected, removesExtra: removesExtra)
            reconcileAggregation(existing, expected, removesExtra: removesExtra)
        }
    }

    /// What is there goes before what is expected.
    private mutating func mergeMetadata(_ expected: RBACObject) {
        for field in ["annotations", "labels"] {
            let current = object.map(field)
            var merged = expected.map(field)
            for member in current { merged[member.key] = member.value }
            guard merged.count != current.count else { continue }
            object.value[path: "metadata", field] = .object(merged)
            operation = .update
        }
    }

    private mutating func reconcileRules(_ existing: RBACObject, _ expected: RBACObject, removesExtra: Bool) {
        if expected.aggregation == nil || existing.aggregation == nil {
            extraRules = RBACRule.uncovered(existing.rules, by: expected.rules)
        }
        missingRules = RBACRule.uncovered(expected.rules, by: existing.rules)
        if removesExtra, !missingRules.isEmpty || !extraRules.isEmpty {
            object.value["rules"] = expected.value["rules"] ?? .null
        } else if !removesExtra, !missingRules.isEmpty {
            let rules = (existing.value["rules"]?.array ?? []) + missingRules.map(\.value)
            object.value["rules"] = .array(rules)
        } else {
            return
        }
        operation = .update
    }

    private mutating func reconcileAggregation(_ existing: RBACObject, _ expected: RBACObject, removesExtra: Bool) {
        let (wanted, current) = (expected.aggregation, existing.aggregation)
        guard let wanted else {
            guard current != nil else { return }
            object.value["aggregationRule"] = nil
            operation = .update
            return
        }
        let missing = wanted.filter { !(current ?? []).contains($0) }
        let extra = (current ?? []).filter { !wanted.contains($0) }
        if removesExtra, !missing.isEmpty || !extra.isEmpty {
            object.value["aggregationRule"] = expected.value["aggregationRule"]
        } else if !removesExtra, !missing.isEmpty {
            object.value["aggregationRule"] = ["clusterRoleSelectors": .array((current ?? []) + missing)]
        } else {
            return
        }
        operation = .update
    }

    private mutating func reconcileSubjects(_ existing: RBACObject, _ expected: RBACObject, removesExtra: Bool) {
        missingSubjects = expected.subjects.filter { !existing.subjects.contains($0) }
        extraSubjects = existing.subjects.filter { !expected.subjects.contains($0) }
        if removesExtra, !missingSubjects.isEmpty || !extraSubjects.isEmpty {
            object.value["subjects"] = .array(expected.subjects.map(\.value))
        } else if !removesExtra, !missingSubjects.isEmpty {
            object.value["subjects"] = .array((existing.subjects + missingSubjects).map(\.value))
        } else {
            return
        }
        operation = .update
    }

    // MARK: - Text

    /// What kubectl tells of it on standard error; nothing where there was nothing to do.
    func text(showsExtraRules: Bool, showsExtraSubjects: Bool) -> String {
        guard operation != .none else { return "" }
        let caveat =
            isProtected ? ", but object opted out (rbac.authorization.kubernetes.io/autoupdate: false)" : ""
        var text = "\treconciliation required \(operation.rawValue)\(caveat)\n"
        func add(_ title: String, _ lines: [String]) {
            guard !lines.isEmpty else { return }
            text += "\t\(title):\n" + lines.map { "\t\t\($0)\n" }.joined()
        }
        add("missing subjects added", missingSubjects.map(\.goText))
        if showsExtraSubjects { add("extra subjects removed", extraSubjects.map(\.goText)) }
        add("missing rules added", missingRules.map(\.goText))
        if showsExtraRules { add("extra rules removed", extraRules.map(\.goText)) }
        return text
    }
}
