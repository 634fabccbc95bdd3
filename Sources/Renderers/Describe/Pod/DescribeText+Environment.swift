import KubeModel

extension DescribeText {
    /// Writes the objects that variables come from; nothing where there are none.
    mutating func environmentSources(_ sources: [EnvFromSource]) {
        guard !sources.isEmpty else { return }
        line("Environment Variables from:", level: 2)
        for source in sources {
            let (kind, name, optional) = Self.origin(of: source)
            let prefix = source.prefix.isEmpty ? "" : " with prefix '\(source.prefix)'"
            line("\(name)\t\(kind)\(prefix)\tOptional: \(optional)", level: 3)
        }
    }

    private static func origin(of source: EnvFromSource) -> (kind: String, name: String, optional: Bool) {
        if let map = source.configMapRef { return ("ConfigMap", map.name, map.optional ?? false) }
        if let secret = source.secretRef { return ("Secret", secret.name, secret.optional ?? false) }
        return ("", "", false)
    }

    /// Writes the variables of a container, or where their values come from.
    mutating func environment(of container: Container, in pod: Pod?) {
        line(container.env.isEmpty ? "Environment:\t<none>" : "Environment:", level: 2)
        for variable in container.env {
            guard let source = variable.valueFrom else {
                for (index, part) in variable.value.splitLines().enumerated() {
                    line(index == 0 ? "\(variable.name):\t\(part)" : "\t\(part)", level: 3)
                }
                continue
            }
            if let text = Self.text(of: source, container, pod) { field(variable.name, text, level: 3) }
        }
    }

    /// What stands for a value from elsewhere; nil for sources that kubectl does not show.
    private static func text(of source: EnvVarSource, _ container: Container, _ pod: Pod?) -> String? {
        if let field = source.fieldRef {
            return "\(pod?.value(of: field) ?? "") (\(field.apiVersion):\(field.fieldPath))"
        }
        if let field = source.resourceFieldRef {
            return "\(container.value(of: field)) (\(field.resource))"
        }
        if let key = source.secretKeyRef {
            return "<set to the key '\(key.key)' in secret '\(key.name)'>\tOptional: \(key.optional ?? false)"
        }
        if let key = source.configMapKeyRef {
            return "<set to the key '\(key.key)' of config map '\(key.name)'>\tOptional: \(key.optional ?? false)"
        }
        return nil
    }
}

extension Pod {
    /// The value of a field of the pod; empty for those that kubectl does not look up.
    fileprivate func value(of field: ObjectFieldSelector) -> String {
        guard GroupVersion(apiVersion: field.apiVersion) != nil else { return "" }
        return switch field.fieldPath {
        case "metadata.name": metadata.name
        case "metadata.namespace": metadata.namespace
        default: ""
        }
    }
}

extension Container {
    /// The value of a request or limit in units of the divisor, rounded up; empty for unknown resources.
    fileprivate func value(of field: ResourceFieldSelector) -> String {
        let parts = field.resource.split(separator: ".", maxSplits: 1).map(String.init)
        guard parts.count == 2, parts[0] == "limits" || parts[0] == "requests" else { return "" }
        let name = parts[1]
        guard ["cpu", "memory", "ephemeral-storage"].contains(name) || name.hasPrefix("hugepages-") else { return "" }
        let amount = (parts[0] == "limits" ? resources.limits[name] : resources.requests[name]) ?? .zero
        let divisor = field.divisor.isZero ? Quantity(1) : field.divisor
        let ratio =
            name == "cpu"
            ? Double(amount.milliValue) / Double(divisor.milliValue) : Double(amount.value) / Double(divisor.value)
        let text = Int64(exactly: ratio.rounded(.up)).map(String.init) ?? String(Int64.min)
        return text == "0" && ["limits.cpu", "limits.memory"].contains(field.resource) ? "node allocatable" : text
    }
}
