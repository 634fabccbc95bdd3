package import SystemIO

/// The kubeconfig files, read, and what the command line and the environment say over them.
///
/// kubectl asks for the namespace first where a command needs both, so that its faults are told first.
package struct ConfigurationSource: Sendable {
    package let loaded: KubeconfigLoader.Loaded
    private let effective: EffectiveKubeconfig
    private let serviceAccount: ServiceAccount

    /// The namespace of a command.
    package struct Namespace: Sendable, Hashable {
        package let name: String
        /// Whether it comes from `--namespace`.
        package let isExplicit: Bool

        package init(name: String, isExplicit: Bool) {
            self.name = name
            self.isExplicit = isExplicit
        }
    }

    /// Reads the files.
    ///
    /// `serviceAccount` counts where neither they nor the command line say anything.
    package static func load(
        _ files: KubeconfigFiles, overrides: ConfigurationOverrides, environment: EnvironmentVariables,
        serviceAccount: ServiceAccount? = nil
    ) throws(KubeConfigError) -> ConfigurationSource {
        let loaded = try KubeconfigLoader(files: files).load()
        return ConfigurationSource(
            loaded: loaded,
            effective: EffectiveKubeconfig(loaded.config, overrides, environment: environment),
            serviceAccount: serviceAccount ?? ServiceAccount(environment: environment))
    }

    /// `--namespace`, else the context's, else "default"; in a pod its own one in place of a default nobody chose.
    package func namespace() throws(KubeConfigError) -> Namespace {
        if !effective.overrides.namespace.isEmpty {
            return Namespace(name: effective.overrides.namespace, isExplicit: true)
        }
        let faults = effective.faults()
        guard faults.isEmpty else { throw .invalid(faults) }
        let chosen = try effective.context().namespace
        if chosen.isEmpty && serviceAccount.isPresent {
            return Namespace(name: serviceAccount.namespace, isExplicit: false)
        }
        return Namespace(name: chosen.isEmpty ? "default" : chosen, isExplicit: false)
    }

    /// All a client needs to talk to the API server.
    ///
    /// In a pod it is the cluster's own one, where nothing else is said.
    package func clientConfiguration() throws(KubeConfigError) -> ClientConfiguration {
        let configuration = try ClientConfiguration(effective)
        if isDefault(configuration) && serviceAccount.isPresent {
            return try serviceAccount.clientConfiguration(effective.overrides)
        }
        return configuration
    }

    /// Whether it is the one that no file, no flag and no variable has had a part in.
    private func isDefault(_ configuration: ClientConfiguration) -> Bool {
        guard configuration.serverAsWritten == effective.defaultServer else { return false }
        var plain = ClientConfiguration(server: configuration.server)
        plain.serverAsWritten = configuration.serverAsWritten
        plain.contextName = configuration.contextName
        plain.clusterName = configuration.clusterName
        plain.userName = configuration.userName
        return configuration == plain
    }
}
