import HTTPTransport
import Kustomize
import StdlibExtensions
import SystemIO

/// Builds kustomizations for commands: fetches what a build asks for, and tells its notices on standard error.
struct KustomizationReader {
    let context: CommandContext
    var options = BuildOptions()

    /// How many remote things one build may have.
    private static let remoteLimit = 256
    /// The largest body taken from a URL, in bytes.
    private static let bodyLimit = 512 << 20

    /// The resources of the kustomization in a directory or a repository.
    func build(_ target: String) async throws -> [KustomizationBuild.Output] {
        var sources = try DiskSources()
        let clones = RepositoryClones(environment: context.environment)
        defer { clones.remove() }
        for _ in 0...Self.remoteLimit {
            let outcome = KustomizationBuild.run(target, sources: sources, options: options)
            if case .failure(let error) = outcome.result, let remote = error.neededRemote {
                sources.fetched[remote] = await fetch(remote, clones)
                continue
            }
            for notice in outcome.notices { tell(notice) }
            return try outcome.result.get()
        }
        throw CommandError.failed("more than \(Self.remoteLimit) remote references")
    }

    /// The whole result as a stream of YAML documents.
    static func stream(_ outputs: [KustomizationBuild.Output]) -> [UInt8] {
        var stream: [UInt8] = []
        stream.reserveCapacity(outputs.reduce(0) { $0 + $1.yaml.count + 4 })
        for (index, output) in outputs.enumerated() {
            if index > 0 { stream += "---\n".utf8 }
            stream += output.yaml
        }
        return stream
    }

    private func tell(_ notice: BuildNotice) {
        switch notice {
        case .warning(let line): context.console.writeError("\(line)\n")
        case .logged(let text):
            let time = LocalTime.text(at: context.clock.nanosecondsSinceEpoch() / 1_000_000_000)
            context.console.writeError("\(time) \(text)\n")
        }
    }

    // MARK: - Fetching

    private func fetch(
        _ remote: RemoteReference, _ clones: RepositoryClones
    ) async -> Result<FetchedContent, FetchFault> {
        do {
            switch remote {
            case .document(let url): return .success(.document(try await download(url)))
            case .repository(let repository): return .success(.directory(try await clones.clone(repository)))
            }
        } catch let fault as FetchFault {
            return .failure(fault)
        } catch {
            return .failure(.unreachable(ErrorReport.sentence(of: error, programName: context.programName)))
        }
    }

    private func download(_ url: String) async throws -> [UInt8] {
        var options = TransportOptions()
        options.proxy = .environment(ProxyRules(environment: context.environment.all))
        let transport = RedirectingTransport(context.makeTransport(options))
        let response: HTTPResponse
        do throws(TransportError) {
            response = try await transport.send(HTTPRequest(url: url))
        } catch {
            throw FetchFault.unreachable("Get \(url.goQuoted): \(error.message)")
        }
        guard (200..<300).contains(response.status) else {
            throw FetchFault.status(response.status, text: HTTPStatus.text(response.status))
        }
        return try await response.body.collect(limit: Self.bodyLimit)
    }
}
