import JSONModel
import KubeClient
import KubeModel
import StdlibExtensions

/// Reads what a selection names, list by list and object by object.
struct ResourceReader: Sendable {
    let cluster: Cluster
    let selection: ResourceSelection
    /// The form asked for: plain JSON or tables.
    var accept = APIRequest.acceptJSON
    /// Further parameters, such as how much of each object a table carries.
    var parameters: [APIRequest.Parameter] = []
    /// What takes the place of `parameters` for the parts of a list after the first; nil for the same.
    var laterParameters: [APIRequest.Parameter]?

    /// One answer of the server for a type.
    struct Answer: Sendable {
        let mapping: RESTMapping
        let document: JSONValue

        /// The items of a table that came without objects: nothing but their names, from the column that has them; nil
        /// for a table without such a column.
        var namedItems: [JSONValue]? {
            guard let rows = document["rows"]?.array else { return items }
            let columns = document["columnDefinitions"]?.array ?? []
            guard let place = columns.firstIndex(where: { $0["format"] == "name" }) else { return nil }
            return rows.map { row in
                [
                    "apiVersion": .string(mapping.gvk.groupVersion.apiVersion), "kind": .string(mapping.gvk.kind),
                    "metadata": ["name": row["cells"]?[place] ?? .null],
                ]
            }
        }

        /// The items of a list, each with the kind and the version that the server leaves out of them, or that are not
        /// the items' own where only their metadata were asked for; an object is its only item.
        var items: [JSONValue] {
            // Where there are none, some lists have a null.
            guard let list = document["items"] else { return [document] }
            return (list.array ?? []).map { item in
                guard item["kind"] == nil || item["kind"] == "PartialObjectMetadata", case .object(var object) = item
                else { return item }
                object["apiVersion"] = .string(mapping.gvk.groupVersion.apiVersion)
                object["kind"] = .string(mapping.gvk.kind)
                return .object(object)
            }
        }
    }

    /// Reads one object.
    func object(_ selected: SelectedObject) async throws(ClientError) -> Answer {
        Answer(mapping: selected.mapping, document: try await document(selected))
    }

    private func document(_ selected: SelectedObject) async throws(ClientError) -> JSONValue {
        try await cluster.object(selected.location, accept: accept, parameters: parameters, numbers: numbers)
    }

    /// Reads objects side by side; the results are in the order of the objects.
    func objects(_ selected: [SelectedObject]) async -> [Result<Answer, ClientError>] {
        await SideBySide.map(selected) { object in
            do throws(ClientError) { return .success(try await self.object(object)) } catch { return .failure(error) }
        }
    }

    /// Reads the objects that manifests name; one without a name, which a server would have to give it, stays as it is.
    func objects(_ named: [ManifestReader.Object]) async -> [Result<Answer, ClientError>] {
        await SideBySide.map(named) { object in
            if object.selected.name.isEmpty {
                return .success(Answer(mapping: object.selected.mapping, document: object.value))
            }
            do throws(ClientError) { return .success(try await self.object(object.selected)) } catch {
                return .failure(error)
            }
        }
    }

    /// Reads the collections of several types, the first parts side by side, and hands out their parts in order.
    ///
    /// A type that cannot be read does not keep the others from being read; the errors are returned.
    func collections(
        _ mappings: [RESTMapping], _ body: (Answer) throws -> Void
    ) async throws -> [ClientError] {
        let firstParts = await SideBySide.map(mappings) { mapping in
            do throws(ClientError) { return Result<JSONValue, ClientError>.success(try await part(of: mapping)) } catch
            {
                return .failure(error)
            }
        }
        var errors: [ClientError] = []
        for (mapping, firstPart) in zip(mappings, firstParts) {
            do { try await handOut(try firstPart.get(), of: mapping, body) } catch let error as ClientError {
                errors.append(error)
            }
        }
        return errors
    }

    /// Hands out the first part of a collection and all that follow it.
    ///
    /// A part is asked for as soon as the one before it says that there is one, which is long before that one is there;
    /// but never more than one part ahead of what is handed out.
    private func handOut(_ first: JSONValue, of mapping: RESTMapping, _ body: (Answer) throws -> Void) async throws {
        let (told, teller) = AsyncStream<String>.makeStream()
        var continuations = told.makeAsyncIterator()
        try await withThrowingTaskGroup(of: (number: Int, document: JSONValue).self) { group in
            var arrived = [0: first]
            var continuation = first["metadata"]?["continue"]?.string ?? ""
            var number = 0
            while true {
                let isLast = continuation.isEmpty
                if !isLast {
                    group.addTask { [next = number + 1, continuation] in
                        (next, try await part(of: mapping, continuation: continuation) { teller.yield($0) })
                    }
                }
                while arrived[number] == nil, let part = try await group.next() { arrived[part.number] = part.document }
                try body(Answer(mapping: mapping, document: arrived.removeValue(forKey: number) ?? .null))
                if isLast { return }
                number += 1
                continuation = await continuations.next() ?? ""
            }
        }
    }

    /// Reads one part of a collection; `onContinuation` is told what asks for the next one as soon as that is known.
    private func part(
        of mapping: RESTMapping, continuation: String = "", onContinuation: (String) -> Void = { _ in }
    ) async throws(ClientError) -> JSONValue {
        var query = selection.query
        query.continuation = continuation
        let location = mapping.location(namespace: selection.namespace(in: cluster))
        do {
            var request = APIRequest.get(location, query: query)
            request.accept = accept
            request.parameters += continuation.isEmpty ? parameters : laterParameters ?? parameters
            return try await cluster.client.listPart(request, numbers: numbers, onContinuation: onContinuation)
        } catch let error {
            throw Self.enhanced(error, gvr: mapping.gvr, query: query)
        }
    }

    /// Objects are shown with the numbers that Go's untyped objects have; cells of tables as the server wrote them.
    private var numbers: JSONParsingOptions.NumberForm {
        accept == APIRequest.acceptJSON ? .normalizedAsGo : .asWritten
    }

    /// Says what was asked for where the server refuses a list (cli-runtime's `EnhanceListError`).
    static func enhanced(_ error: ClientError, gvr: GroupVersionResource, query: ListQuery) -> ClientError {
        guard case .status(var status) = error, status.reason == "BadRequest" || status.isNotFound else { return error }
        let subject = "\(gvr.group)/\(gvr.version), Resource=\(gvr.resource)".goQuoted
        if query.labelSelector.isEmpty, query.fieldSelector.isEmpty {
            status.message = "Unable to list \(subject): \(status.message)"
        } else {
            status.message =
                "Unable to find \(subject) that match label selector \(query.labelSelector.goQuoted), "
                + "field selector \(query.fieldSelector.goQuoted): \(status.message)"
        }
        return .status(status)
    }
}
