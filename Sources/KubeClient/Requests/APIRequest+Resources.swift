package import JSONModel
import KubeModel

extension APIRequest {
    /// Reads one object, or with a location without a name the collection.
    package static func get(_ location: ResourceLocation, query: ListQuery = ListQuery()) -> APIRequest {
        var request = APIRequest("GET", path: location.path, parameters: query.parameters)
        request.subject = location.subject
        request.fault = location.fault
        return request
    }

    /// Watches a collection from `query.resourceVersion` on.
    package static func watch(_ location: ResourceLocation, query: ListQuery) -> APIRequest {
        var request = get(location, query: query)
        request.parameters.append(Parameter("watch", "true"))
        return request
    }

    /// Go writes maps with sorted keys, and servers quote the text in what they say of it.
    private static let bodyStyle = JSONStyle(sortsKeys: true)

    /// Creates an object in a collection.
    package static func create(_ object: JSONValue, in location: ResourceLocation) -> APIRequest {
        var request = APIRequest("POST", path: location.path)
        request.subject = location.subject
        request.fault = location.fault
        request.contentType = acceptJSON
        request.body = JSONWriter.bytes(object, style: bodyStyle)
        return request
    }

    /// Puts an object in the place of the one that is there (HTTP PUT).
    package static func replace(_ object: JSONValue, at location: ResourceLocation) -> APIRequest {
        var request = APIRequest("PUT", path: location.path)
        request.subject = location.subject
        request.fault = location.fault
        request.contentType = acceptJSON
        request.body = JSONWriter.bytes(object, style: bodyStyle)
        return request
    }

    /// Changes parts of an object (HTTP PATCH).
    package static func patch(_ location: ResourceLocation, _ type: PatchType, _ patch: JSONValue) -> APIRequest {
        var request = APIRequest("PATCH", path: location.path)
        request.subject = location.subject
        request.fault = location.fault
        request.contentType = type.rawValue
        request.body = JSONWriter.bytes(patch, style: bodyStyle)
        return request
    }

    /// Deletes one object with the given `DeleteOptions`.
    package static func delete(_ location: ResourceLocation, options: JSONValue) -> APIRequest {
        var request = APIRequest("DELETE", path: location.path)
        request.subject = location.subject
        request.fault = location.fault
        request.contentType = acceptJSON
        request.body = JSONWriter.bytes(options)
        return request
    }
}
