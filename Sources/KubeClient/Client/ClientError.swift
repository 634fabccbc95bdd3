package import HTTPTransport
package import JSONModel
package import KubeConfig
package import KubeModel

/// Why a request to the API server did not succeed.
package enum ClientError: Error, Hashable {
    /// The request cannot be written as a URL, and was not sent.
    case invalidRequest(PathSegmentFault)
    /// The server refused. kubectl: `Error from server (REASON): MESSAGE`.
    case status(APIStatus)
    /// No response came. `url` is the whole URL, as Go's `url.Error` names it.
    case transport(TransportError, method: String, url: String)
    /// A response broke off in its body.
    ///
    /// kubectl: `error: FAILURE` for what is read as a stream, otherwise `error: unexpected error when reading response
    /// body. Please retry. Original error: FAILURE`.
    case brokenBody(TransportError, isStreamed: Bool)
    /// The server did not switch to the protocol it was asked for, in its own words.
    ///
    /// kubectl: `error: unable to upgrade connection: WORDS`.
    case upgradeRefused(String)
    /// The user's credentials could not be had; `method` and `url` are of the request that needed them, and empty where
    /// they are asked for before any.
    case credentials(CredentialError, method: String = "", url: String = "")
    /// A success whose body is not the JSON it should be. kubectl: `error: MESSAGE`.
    case malformedResponse(JSONError)
    /// An object whose fields are not of the types its kind has. kubectl: `error: MESSAGE`.
    case unexpectedObject(JSONMismatch)
}
