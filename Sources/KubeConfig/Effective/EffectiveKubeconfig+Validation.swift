import Glibc
import SystemIO

extension EffectiveKubeconfig {
    /// Everything that is wrong with the entries in use; certificates and keys in files must be readable.
    ///
    /// An entry that a flag asks for and that does not exist counts as empty here.
    func faults() -> [ConfigurationFault] {
        var faults: [ConfigurationFault] = []
        if !contextName.isEmpty && config.contexts[contextName] == nil {
            faults.append(.contextNotFound(contextName))
        }
        // See above.
        faults += ((try? user()) ?? KubeconfigUser()).faults(name: userName)
        faults += ((try? cluster()) ?? KubeconfigCluster()).faults(name: clusterName)  // As above.
        return faults
    }
}

extension KubeconfigCluster {
    func faults(name: String) -> [ConfigurationFault] {
        var faults: [ConfigurationFault] = []
        if server.isEmpty { faults.append(.noServer(cluster: name)) }
        if !proxyURL.isEmpty, let fault = ProxyURL.fault(of: proxyURL, cluster: name) { faults.append(fault) }
        if !certificateAuthority.isEmpty && !certificateAuthorityData.isEmpty {
            faults.append(.certificateAuthorityTwice(cluster: name))
        }
        if let error = openError(certificateAuthority) {
            faults.append(.unreadableCertificateAuthority(certificateAuthority, cluster: name, error))
        }
        return faults
    }
}

extension KubeconfigUser {
    func faults(name: String) -> [ConfigurationFault] {
        var faults = certificateFaults(name)
        if let exec { faults += execFaults(exec, name) }
        if !token.isEmpty && !(username.isEmpty && password.isEmpty) { faults.append(.severalMethods(user: name)) }
        if impersonation.asksForMoreThanUser && impersonation.user.isEmpty {
            faults.append(.impersonationWithoutUser(user: name))
        }
        return faults
    }

    private func certificateFaults(_ name: String) -> [ConfigurationFault] {
        if clientCertificate.isEmpty && clientCertificateData.isEmpty { return [] }
        var faults: [ConfigurationFault] = []
        if !clientCertificate.isEmpty && !clientCertificateData.isEmpty {
            faults.append(.clientCertificateTwice(user: name))
        }
        if !clientKey.isEmpty && !clientKeyData.isEmpty { faults.append(.clientKeyTwice(user: name)) }
        if clientKey.isEmpty && clientKeyData.isEmpty { faults.append(.clientKeyMissing(user: name)) }
        if let error = openError(clientCertificate) {
            faults.append(.unreadableClientCertificate(clientCertificate, user: name, error))
        }
        if let error = openError(clientKey) { faults.append(.unreadableClientKey(clientKey, user: name, error)) }
        return faults
    }

    private func execFaults(_ exec: ExecConfiguration, _ name: String) -> [ConfigurationFault] {
        var faults: [ConfigurationFault] = []
        if authProvider != nil { faults.append(.authProviderWithExec(user: name)) }
        if exec.command.isEmpty { faults.append(.execCommandMissing(user: name)) }
        if exec.apiVersion.isEmpty { faults.append(.execAPIVersionMissing(user: name)) }
        for variable in exec.environment ?? [] where variable.name.isEmpty {
            faults.append(.execVariableNameMissing(user: name))
        }
        if exec.interactiveMode.isEmpty {
            faults.append(.execInteractiveModeMissing(user: name))
        } else if ExecInteractiveMode(rawValue: exec.interactiveMode) == nil {
            faults.append(.invalidInteractiveMode(exec.interactiveMode, user: name))
        }
        return faults
    }
}

/// Why a file cannot be opened; nil when it can, and for no path at all.
private func openError(_ path: String) -> SystemError? {
    if path.isEmpty { return nil }
    do throws(SystemError) {
        _ = try FileDescriptor(opening: path, O_RDONLY)
        return nil
    } catch {
        return error
    }
}
