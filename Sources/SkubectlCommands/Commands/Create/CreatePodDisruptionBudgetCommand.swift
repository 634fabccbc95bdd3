import CommandLineKit
import JSONModel
import KubeModel
import StdlibExtensions

/// Implements `skubectl create poddisruptionbudget`.
struct CreatePodDisruptionBudgetCommand: GeneratingCommand {
    static let kind = GeneratedKind("policy", "v1", "PodDisruptionBudget", resource: "poddisruptionbudgets")
    static let failurePrefix = "failed to create poddisruptionbudgets: "
    static let maxUnavailableFlag = Flag(
        "max-unavailable", default: "", help: "How many of the pods may be away at a time, as a number or in percent.")
    static let minAvailableFlag = Flag(
        "min-available", default: "", help: "How many of the pods must be there at any time, as a number or in percent."
    )
    static let selectorFlag = Flag("selector", default: "", help: "The pods that count, by their labels.")
    static let spec = CommandSpec(
        name: "poddisruptionbudget", usage: "NAME --selector=SELECTOR --min-available=N [--dry-run=server|client|none]",
        summary: "Create a pod disruption budget with the specified name",
        description: "Create a disruption budget, which tells how many pods may be evicted at a time.",
        examples: [
            CommandExample(
                "Keep at least one pod of app=rails",
                "skubectl create poddisruptionbudget my-pdb --selector=app=rails --min-available=1"),
            CommandExample(
                "Keep at least half of the pods of app=nginx",
                "skubectl create pdb my-pdb --selector=app=nginx --min-available=50%"),
        ],
        flags: [maxUnavailableFlag, minAvailableFlag, selectorFlag] + Generation.flags
    ).aliased("pdb")

    let generation: Generation
    let selector: String
    let minAvailable: String
    let maxUnavailable: String

    init(_ arguments: ParsedArguments) throws(UsageError) {
        generation = try Generation(arguments)
        selector = arguments[Self.selectorFlag]
        minAvailable = arguments[Self.minAvailableFlag]
        maxUnavailable = arguments[Self.maxUnavailableFlag]
        if let fault { throw .invalid(fault, hint: .none) }
    }

    private var fault: String? {
        if selector.isEmpty { return "a selector must be specified" }
        switch (minAvailable.isEmpty, maxUnavailable.isEmpty) {
        case (true, true): return "one of min-available or max-unavailable must be specified"
        case (false, false): return "min-available and max-unavailable cannot be both specified"
        case (false, true):
            return Self.isAmount(minAvailable) ? nil : "invalid format specified for min-available"
        case (true, false):
            return Self.isAmount(maxUnavailable) ? nil : "invalid format specified for max-unavailable"
        }
    }

    /// Digits, with or without a percent sign.
    private static func isAmount(_ text: String) -> Bool {
        let digits = text.hasSuffix("%") ? text.dropLast() : text[...]
        return !digits.isEmpty && digits.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }

    func object(in context: CommandContext, _ cluster: Cluster) async throws -> GeneratedObject {
        let selector = try Self.labelSelector(selector)
        return GeneratedObject(
            Self.kind, name: generation.name,
            [
                "spec": .fields([
                    "minAvailable": minAvailable.isEmpty ? nil : IntOrString(parsing: minAvailable).value,
                    "selector": selector,
                    "maxUnavailable": maxUnavailable.isEmpty ? nil : IntOrString(parsing: maxUnavailable).value,
                ]),
                "status": [
                    "disruptionsAllowed": 0, "currentHealthy": 0, "desiredHealthy": 0, "expectedPods": 0,
                ],
            ])
    }

    /// A selector as objects carry it (meta/v1 `ParseToLabelSelector`).
    private static func labelSelector(_ text: String) throws -> JSONValue {
        let query: LabelQuery
        do throws(LabelQueryError) { query = try LabelQuery(text) } catch {
            throw CommandError.failed("couldn't parse the selector string \"\(text)\": \(error.message)")
        }
        var labels: [String: String] = [:]
        var expressions: [JSONValue] = []
        func express(_ key: String, _ operation: String, _ values: Set<String> = []) {
            expressions.append(
                .fields([
                    "key": .string(key), "operator": .string(operation),
                    "values": .texts(values.sorted { $0.precedesByBytes($1) }),
                ]))
        }
        for requirement in query.requirements {
            switch requirement {
            case .exists(let key): express(key, "Exists")
            case .absent(let key): express(key, "DoesNotExist")
            case .isOne(let key, let values): express(key, "In", values)
            case .isNone(let key, let values): express(key, "NotIn", values)
            case .greater: throw CommandError.failed("\"gt\" isn't supported in label selectors")
            case .less: throw CommandError.failed("\"lt\" isn't supported in label selectors")
            case .equals(let key, let value): labels[key] = value
            case .differs: throw CommandError.failed("\"!=\" is not a valid label selector operator")
            }
        }
        return .fields(["matchLabels": .map(labels), "matchExpressions": .list(expressions)])
    }
}
