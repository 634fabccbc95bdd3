/// A request to an API server as a value: everything but the server and who asks.
package struct APIRequest: Sendable, Hashable {
    /// One parameter of the query, not yet escaped.
    package struct Parameter: Sendable, Hashable {
        package let name: String
        package let value: String

        package init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    package var method: String
    /// The path below the server's URL, not yet escaped: "/api/v1/namespaces/default/pods".
    package var path: String
    package var parameters: [Parameter]
    package var accept: String
    package var contentType: String?
    package var body: [UInt8]?
    /// The tag of the version that is known already and need not be sent again (RFC 9110, section 13.1.2).
    package var knownEntityTag: String?
    /// The resource and the name it is about, for the texts of errors without a `Status`.
    package var subject: Subject?
    /// The most time the exchange may take, body included, besides the limit the user sets for all; nil for none.
    package var timeLimit: Duration?
    /// Why it cannot be sent; nil where it can.
    var fault: PathSegmentFault?
    /// Path and query as they are sent; nil where `path` and `parameters` say them.
    private var rawTarget: String?

    /// What a request is about, as error texts name it.
    package struct Subject: Sendable, Hashable {
        package let groupResource: String
        package let name: String

        package init(groupResource: String, name: String) {
            self.groupResource = groupResource
            self.name = name
        }
    }

    package init(
        _ method: String = "GET", path: String, parameters: [Parameter] = [], accept: String = APIRequest.acceptJSON
    ) {
        self.method = method
        self.path = path
        self.parameters = parameters
        self.accept = accept
    }

    /// A request for a path and query that are escaped already, as `--raw` takes them.
    package init(_ method: String = "GET", rawTarget: String) {
        self.init(method, path: "")
        self.rawTarget = rawTarget
    }

    /// Plain JSON.
    package static let acceptJSON = "application/json"

    /// Lists of nothing but metadata, plain JSON from servers that have none.
    package static let acceptMetadata =
        "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1,application/json"

    /// Nothing but the metadata of one object, as in the events of a watch, plain JSON from servers that cannot.
    package static let acceptMetadataOfOne =
        "application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1,application/json"

    /// The server's tables, plain JSON from servers that have none (as `kubectl get` asks).
    package static let acceptTable =
        "application/json;as=Table;v=v1;g=meta.k8s.io,application/json;as=Table;v=v1beta1;g=meta.k8s.io,application/json"

    /// Lists of nothing but the objects' metadata, plain JSON from servers that have none.
    package static let acceptMetadataList =
        "application/json;as=PartialObjectMetadataList;v=v1;g=meta.k8s.io,application/json"

    /// Path and query, escaped and with the parameters ordered by name, as Go's `url.Values` writes them.
    package var target: String {
        if let rawTarget { return rawTarget }
        let query =
            parameters
            .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
            .map { "\(PercentEncoding.query($0.name))=\(PercentEncoding.query($0.value))" }
            .joined(separator: "&")
        return query.isEmpty ? PercentEncoding.path(path) : "\(PercentEncoding.path(path))?\(query)"
    }
}
