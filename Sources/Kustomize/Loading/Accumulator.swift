import StdlibExtensions

/// What a kustomization has gathered: resources, configuration and variables.
final class Accumulator {
    let map = ResourceMap()
    var configuration = TransformerConfiguration()
    /// The variables by their names.
    private(set) var variables: [String: Variable] = [:]

    /// Takes over what a kustomization below has gathered.
    func merge(_ other: Accumulator) throws(KustomizeError) {
        try map.append(other.map.resources)
        try configuration.merge(other.configuration)
        for variable in other.variables.values.sorted(by: { $0.name.precedesByBytes($1.name) }) {
            try add(variable)
        }
    }

    /// Adds the variables of a kustomization, and marks the resources they take their values from.
    func add(_ added: [Variable]) throws(KustomizeError) {
        for variable in added {
            let target = variable.target
            let needsNamespace = !target.namespace.isEmpty || target.isClusterScoped
            let found = map.matching { id in
                needsNamespace ? target.isSame(as: id) : target.name == id.name && target.kind == id.kind
            }
            guard found.count < 2 else { throw .ambiguousVariable(variable.resolvedDescription, matches: found.count) }
            found.first?.variables.append(variable.name)
        }
        for variable in added { try add(variable) }
    }

    private func add(_ variable: Variable) throws(KustomizeError) {
        guard variables.updateValue(variable, forKey: variable.name) == nil else {
            throw .repeatedVariable(variable.name)
        }
    }
}
