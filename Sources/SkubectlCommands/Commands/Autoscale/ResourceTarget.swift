import CommandLineKit
import JSONModel
import KubeModel
import StdlibExtensions

/// How much of a resource pods are to use on average.
enum ResourceTarget: Sendable {
    /// In percent of what they ask for.
    case utilization(Int32)
    case amount(Quantity)

    /// What there is to aim at.
    enum Resource: String {
        case cpu
        case memory

        /// The unit of an amount without one.
        fileprivate var unit: String {
            switch self {
            case .cpu: "m"
            case .memory: "Mi"
            }
        }
    }

    /// Reads "70%", "500m", or a bare number in the resource's unit (kubectl's `parseResourceInput`).
    init(_ text: String, of resource: Resource) throws(UsageError) {
        let text = text.trimmingSpace()
        if text.isEmpty { throw .invalid("empty input", hint: .none) }
        if text.hasSuffix("%") {
            let number = text.dropLast()
            guard let percent = Int32(number), percent >= 0 else {
                throw .invalid("invalid percentage value: \(number)", hint: .none)
            }
            self = .utilization(percent)
        } else if let number = Self.number(text) {
            do throws(QuantityError) {
                self = .amount(try Quantity(number.goGeneralText() + resource.unit))
            } catch {
                throw .invalid(error.message, hint: .none)
            }
        } else {
            do throws(QuantityError) { self = .amount(try Quantity(text)) } catch {
                throw .invalid("invalid resource \(resource.rawValue) value: \(text)", hint: .none)
            }
        }
    }

    /// A number as Go's `strconv.ParseFloat` reads it; nil for other texts, and for what no double can hold.
    private static func number(_ text: String) -> Double? {
        let digits = text.split(separator: "_", omittingEmptySubsequences: false)
        let separatesDigits = zip(digits, digits.dropFirst()).allSatisfy { before, after in
            (before.last?.isHexDigit ?? false) && (after.first?.isHexDigit ?? false)
        }
        let plain = digits.joined()
        let isHexadecimal = plain.lowercased().contains("0x")
        guard separatesDigits, !isHexadecimal || plain.lowercased().contains("p"), let number = Double(plain) else {
            return nil
        }
        return number.isInfinite && !plain.lowercased().contains("inf") ? nil : number
    }

    /// Whether it is in percent.
    var isUtilization: Bool { if case .utilization = self { true } else { false } }

    /// The target as it stands in an autoscaler.
    var value: JSONValue {
        switch self {
        case .utilization(let percent):
            ["type": "Utilization", "averageUtilization": .number(JSONNumber(percent))]
        case .amount(let quantity): ["type": "AverageValue", "averageValue": .string(quantity.description)]
        }
    }
}
