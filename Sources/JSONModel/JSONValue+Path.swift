extension JSONValue {
    /// The value reached by going down the members `path` from here; nil where one is missing or no object.
    ///
    /// Setting creates the objects that are missing on the way and replaces a null by one; where another kind of value
    /// stands in the way, it does nothing. Setting nil removes the last member and creates nothing.
    package subscript(path path: String...) -> JSONValue? {
        get { self[path: path] }
        set { self[path: path] = newValue }
    }

    /// The value reached by going down the members `path` from here, like `subscript(path: String...)`.
    package subscript(path path: some Collection<String>) -> JSONValue? {
        get {
            var value = self
            for key in path {
                guard let member = value[key] else { return nil }
                value = member
            }
            return value
        }
        set { set(newValue, at: path[...]) }
    }

    private mutating func set(_ newValue: JSONValue?, at path: some Collection<String>) {
        guard let key = path.first else {
            self = newValue ?? .null
            return
        }
        if path.count == 1 && newValue == nil {
            self[key] = nil
            return
        }
        if isNull && newValue != nil { self = .object([:]) }
        withMutableObject { object in
            if path.count == 1 {
                object[key] = newValue
            } else if newValue != nil {
                object[key, default: .null].set(newValue, at: path.dropFirst())
            } else if object.contains(key: key) {
                object[key, default: .null].set(nil, at: path.dropFirst())
            }
        }
    }

    /// Changes an object in place, without copying it; returns nil and changes nothing for other kinds of values.
    @discardableResult
    package mutating func withMutableObject<Result, Failure>(
        _ change: (inout JSONObject) throws(Failure) -> Result
    ) throws(Failure) -> Result? {
        guard case .object(var object) = self else { return nil }
        self = .null  // Keeps the object's storage unshared while it is changed.
        defer { self = .object(object) }
        return try change(&object)
    }

    /// Changes an array in place, without copying it; returns nil and changes nothing for other kinds of values.
    @discardableResult
    package mutating func withMutableArray<Result, Failure>(
        _ change: (inout [JSONValue]) throws(Failure) -> Result
    ) throws(Failure) -> Result? {
        guard case .array(var elements) = self else { return nil }
        self = .null  // Keeps the array's storage unshared while it is changed.
        defer { self = .array(elements) }
        return try change(&elements)
    }
}
