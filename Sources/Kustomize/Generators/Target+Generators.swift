import JSONModel

/// A step of a build that makes resources.
struct Generator {
    var origin: Origin?
    /// What errors call it.
    var description = ""
    let run: () throws(KustomizeError) -> [Resource]
}

extension Target {
    /// Adds what the generators make: those of the kustomization's own fields, then `generators:`.
    func runGenerators(_ accumulator: Accumulator) throws(KustomizeError) {
        var generators: [Generator] = []
        let options = kustomization.fields["generatorOptions"]
        for (field, plugin) in [("configMapGenerator", BuiltinPlugin.configMap), ("secretGenerator", .secret)] {
            for arguments in kustomization.list(field) {
                let generator = DataGenerator(
                    arguments, isSecret: plugin == .secret, options: options, loader: loader)
                generators.append(
                    Generator(origin: origin?.configuredBuiltin(plugin.rawValue, in: fileName)) {
                        () throws(KustomizeError) in [try generator.generate()]
                    })
            }
        }
        try refuseHelmCharts()
        do throws(KustomizeError) {
            generators += try externalGenerators(kustomization.texts("generators"))
        } catch {
            throw .during(.loadingGenerators, error)
        }
        for generator in generators {
            let resources = try generator.run()
            if let origin = generator.origin {
                for resource in resources where resource.annotation(BuildAnnotation.origin) == nil {
                    try resource.setOrigin(origin)
                }
            }
            do throws(KustomizeError) {
                try accumulator.map.absorb(resources)
            } catch {
                throw .during(.mergingGenerated(generator.description), error)
            }
        }
    }

    /// Charts are inflated by running helm, which is not done.
    private func refuseHelmCharts() throws(KustomizeError) {
        let charts = kustomization.helmCharts
        guard let chart = charts.first else { return }
        _ = try configuring(.helmChart, chart) { () throws(KustomizeError) in
            throw context.isHelmEnabled ? .helmIsNotSupported : .helmIsNotEnabled
        }
    }
}

extension Kustomization {
    /// The charts as the plugin is configured with them.
    fileprivate var helmCharts: [JSONValue] {
        let globals = fields["helmGlobals"]?.object ?? [:]
        let old = list("helmChartInflationGenerator").map { old in
            var chart: JSONValue = [:]
            for (name, new) in [
                ("chartName", "name"), ("chartVersion", "version"), ("chartRepoUrl", "repo"), ("values", "valuesFile"),
                ("valuesLocal", "valuesInline"), ("valuesMerge", "valuesMerge"), ("releaseName", "releaseName"),
            ] { chart[new] = old[name] }
            return chart
        }
        return (list("helmCharts") + old).map { chart in
            var chart = chart
            if chart.text("namespace").isEmpty, !namespace.isEmpty { chart["namespace"] = .string(namespace) }
            for (key, value) in globals { chart[key] = value }
            return chart
        }
    }
}
