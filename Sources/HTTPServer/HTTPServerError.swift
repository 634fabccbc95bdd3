package import SystemIO

/// Why a request could not be answered to its end.
package enum HTTPServerError: Error, Hashable {
    /// The connection to the client broke, or was closed on our side.
    case connection(SystemError)
    /// The client has closed the connection before its request was whole.
    case endOfRequest
    /// The body of the request is not in the form its head announces.
    case malformedBody
    /// The handler gives the response up in its middle; the client sees the connection end.
    case abandoned
}
