/// What a server answers to a request to switch protocols (RFC 9110, section 7.8).
package enum UpgradeAnswer: Sendable {
    /// Status 101: from here on the connection speaks the other protocol.
    case switched(HTTPHeaders, any ByteConnection)
    /// Any other status, with its body.
    case refused(HTTPResponse)
}
