import CCurl

extension CurlExchange {
    /// Sets the easy handle up for nothing but a connection, through a proxy's tunnel where there is one.
    func setUpConnection() throws(TransportError) {
        try setUp()
        ccurl_set_long(easy, CURLOPT_CONNECT_ONLY, 1)
        ccurl_set_long(easy, CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_1_1)
        if transfer.proxy != nil { ccurl_set_long(easy, CURLOPT_HTTPPROXYTUNNEL, 1) }
        // The limit of the request is kept by who sends it; libcurl's would end the connection.
        ccurl_set_long(easy, CURLOPT_TIMEOUT_MS, 0)
        ccurl_set_long(easy, CURLOPT_TCP_NODELAY, 1)
    }
}

extension CurlTransfer {
    /// The request line and the header section, as they are sent.
    func requestHead() -> [UInt8] {
        var target = url.rest
        if let fragment = target.firstIndex(of: "#") { target = String(target[..<fragment]) }
        if !target.hasPrefix("/") { target = "/" + target }
        var text = "\(request.method) \(target) HTTP/1.1\r\n"
        if request.headers["Host"] == nil { text += "Host: \(url.authority)\r\n" }
        for field in request.headers.fields { text += "\(field.name): \(field.value)\r\n" }
        let body = request.body ?? []
        let hasLength = request.headers["Content-Length"] != nil || request.headers["Transfer-Encoding"] != nil
        if !hasLength, !body.isEmpty || request.method == "POST" || request.method == "PUT" || request.method == "PATCH"
        {
            text += "Content-Length: \(body.count)\r\n"
        }
        return Array((text + "\r\n").utf8) + body
    }
}
