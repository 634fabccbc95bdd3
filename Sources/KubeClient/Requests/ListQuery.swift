/// What is asked of a collection: which objects, how many at a time, from where on (meta/v1 `ListOptions`).
package struct ListQuery: Sendable, Hashable {
    package var labelSelector = ""
    package var fieldSelector = ""
    /// The most objects in one answer; zero is without limit.
    package var limit = 0
    /// The token of the answer before, for the next part of a list; empty for the first.
    package var continuation = ""
    package var resourceVersion = ""

    package init() {}

    /// The parameters, those that say nothing left out.
    package var parameters: [APIRequest.Parameter] {
        var parameters: [APIRequest.Parameter] = []
        func add(_ name: String, _ value: String) {
            if !value.isEmpty { parameters.append(APIRequest.Parameter(name, value)) }
        }
        add("labelSelector", labelSelector)
        add("fieldSelector", fieldSelector)
        add("limit", limit > 0 ? String(limit) : "")
        add("continue", continuation)
        add("resourceVersion", resourceVersion)
        return parameters
    }
}
