import CCurl
import Glibc

extension CurlExchange {
    /// Sets every option of the easy handle; throws for credentials libcurl cannot take.
    func setUp() throws(TransportError) {
        let context = Unmanaged.passUnretained(self).toOpaque()
        setPlan()
        setHeaders()
        setProxy()
        if transfer.proxyIsSecure { try setProxyTLS() }
        try setTLS()
        ccurl_set_pointer(easy, CURLOPT_PRIVATE, context)
        ccurl_set_pointer(easy, CURLOPT_HEADERDATA, context)
        ccurl_set_pointer(easy, CURLOPT_WRITEDATA, context)
        ccurl_set_pointer(easy, CURLOPT_PREREQDATA, context)
        ccurl_set_pointer(easy, CURLOPT_OPENSOCKETDATA, context)
        ccurl_set_data_function(easy, CURLOPT_HEADERFUNCTION) { bytes, size, count, context in
            let line = UnsafeRawBufferPointer(start: bytes, count: size * count)
            return CurlExchange.from(context)?.receiveHeader(line) == true ? line.count : 0
        }
        ccurl_set_data_function(easy, CURLOPT_WRITEFUNCTION) { bytes, size, count, context in
            let chunk = UnsafeRawBufferPointer(start: bytes, count: size * count)
            guard let exchange = CurlExchange.from(context) else { return 0 }
            switch exchange.receiveBody(chunk) {
            case true: return chunk.count
            // Any other count than the given one ends the transfer; an empty chunk never comes.
            case false: return chunk.count == 0 ? 1 : 0
            default: return Int(CURL_WRITEFUNC_PAUSE)
            }
        }
        ccurl_set_prereq_function(easy) { context, _, _, _, _ in
            CurlExchange.from(context)?.willSend() == true ? CURL_PREREQFUNC_OK : CURL_PREREQFUNC_ABORT
        }
        ccurl_set_open_socket_function(easy) { context, _, address in
            let exchange = CurlExchange.from(context)
            exchange?.willConnect(to: SocketAddress.text(address))
            let family = address.pointee.family
            let kind = address.pointee.socktype | Int32(SOCK_CLOEXEC.rawValue)
            let made = socket(family, kind, address.pointee.protocol)
            exchange?.didOpen(made)
            return made
        }
    }

    /// The exchange a callback is about.
    static func from(_ context: UnsafeMutableRawPointer?) -> CurlExchange? {
        context.map { Unmanaged<CurlExchange>.fromOpaque($0).takeUnretainedValue() }
    }

    private func setPlan() {
        let request = transfer.request
        ccurl_set_string(easy, CURLOPT_URL, request.url)
        ccurl_set_string(easy, CURLOPT_PROTOCOLS_STR, "http,https")
        ccurl_set_long(easy, CURLOPT_NOSIGNAL, 1)
        ccurl_set_long(easy, CURLOPT_PATH_AS_IS, 1)
        ccurl_set_long(easy, CURLOPT_HTTP09_ALLOWED, 1)
        let keepAlive = transfer.options.keepAlive
        ccurl_set_long(easy, CURLOPT_TCP_KEEPALIVE, keepAlive > .zero ? 1 : 0)
        ccurl_set_long(easy, CURLOPT_TCP_KEEPIDLE, max(1, keepAlive.milliseconds / 1000))
        ccurl_set_long(easy, CURLOPT_TCP_KEEPINTVL, max(1, keepAlive.milliseconds / 1000))
        // What is received at once is decoded at once, whether or not its reader keeps up: a small buffer bounds that.
        ccurl_set_long(easy, CURLOPT_BUFFERSIZE, transfer.disablesCompression ? 128 * 1024 : 16 * 1024)
        ccurl_set_long(easy, CURLOPT_CONNECTTIMEOUT_MS, transfer.options.connectTimeout.milliseconds)
        if let timeout = request.timeout {
            ccurl_set_long(easy, CURLOPT_TIMEOUT_MS, max(1, timeout.milliseconds))
        }
        if awaitsAlert { ccurl_set_long(easy, CURLOPT_FRESH_CONNECT, 1) }
        if let upload = request.upload {
            setUpload(upload)
        } else if let body = request.body {
            body.withUnsafeBytes { bytes in
                _ = ccurl_set_body(easy, bytes.baseAddress, bytes.count)
            }
            ccurl_set_string(easy, CURLOPT_CUSTOMREQUEST, request.method)
        } else if request.method == "HEAD" {
            ccurl_set_long(easy, CURLOPT_NOBODY, 1)
        } else if request.method == "POST" || request.method == "PUT" || request.method == "PATCH" {
            ccurl_set_body(easy, nil, 0)
            ccurl_set_string(easy, CURLOPT_CUSTOMREQUEST, request.method)
        } else if request.method != "GET" {
            ccurl_set_string(easy, CURLOPT_CUSTOMREQUEST, request.method)
        }
        if !transfer.disablesCompression {
            ccurl_set_string(easy, CURLOPT_ACCEPT_ENCODING, "gzip")
        }
        let isSecure = transfer.url.scheme == "https"
        // A body that comes bit by bit has a connection of its own, on which nothing else waits for it.
        let mayMultiplex = isSecure && request.upload == nil
        ccurl_set_long(easy, CURLOPT_HTTP_VERSION, mayMultiplex ? CURL_HTTP_VERSION_2TLS : CURL_HTTP_VERSION_1_1)
        // A request that may share a connection waits for one that is being made, rather than make a second one.
        if isSecure, transfer.sharesConnection { ccurl_set_long(easy, CURLOPT_PIPEWAIT, 1) }
    }

    private func setUpload(_ upload: RequestUpload) {
        ccurl_set_long(easy, CURLOPT_UPLOAD, 1)
        ccurl_set_offset(easy, CURLOPT_INFILESIZE_LARGE, curl_off_t(upload.length ?? -1))
        ccurl_set_string(easy, CURLOPT_CUSTOMREQUEST, transfer.request.method)
        ccurl_set_pointer(easy, CURLOPT_READDATA, Unmanaged.passUnretained(self).toOpaque())
        ccurl_set_data_function(easy, CURLOPT_READFUNCTION) { bytes, size, count, context in
            let target = UnsafeMutableRawBufferPointer(start: bytes, count: size * count)
            return CurlExchange.from(context)?.supply(target) ?? Int(CURL_READFUNC_ABORT)
        }
    }

    private func setHeaders() {
        let request = transfer.request
        var list: UnsafeMutablePointer<curl_slist>?
        func append(_ line: String) {
            if let longer = ccurl_list_append(list, line) { list = longer }
        }
        for field in request.headers.fields {
            // "Name;" is how libcurl is told to send a field without a value.
            append(field.value.isEmpty ? "\(field.name);" : "\(field.name): \(field.value)")
        }
        // "Name:" keeps libcurl from adding fields of its own.
        for name in ["Accept", "User-Agent", "Content-Type", "Expect"] where request.headers[name] == nil {
            append("\(name):")
        }
        if let name = transfer.options.tls.serverName, name != transfer.url.host, transfer.url.scheme == "https" {
            if request.headers["Host"] == nil { append("Host: \(transfer.url.authority)") }
        }
        guard let list else { return }
        own(list)
        ccurl_set_list(easy, CURLOPT_HTTPHEADER, list)
    }

    private func setProxy() {
        // Set in any case: libcurl must not look into the environment itself, its rules are not Go's.
        ccurl_set_string(easy, CURLOPT_NOPROXY, "")
        guard let proxy = transfer.proxy else {
            ccurl_set_string(easy, CURLOPT_PROXY, "")
            return
        }
        // In Go, socks5 leaves looking the host up to the proxy; in libcurl that is socks5h.
        let isSOCKS5 = proxy.hasPrefix("socks5://")
        ccurl_set_string(easy, CURLOPT_PROXY, isSOCKS5 ? "socks5h" + proxy.dropFirst(6) : proxy)
    }

    /// A proxy reached over TLS is trusted as servers are, as in Go.
    private func setProxyTLS() throws(TransportError) {
        let options = transfer.options.tls
        ccurl_set_long(easy, CURLOPT_PROXY_SSLVERSION, CURL_SSLVERSION_TLSv1_2)
        ccurl_set_long(easy, CURLOPT_PROXY_SSL_VERIFYPEER, options.insecure ? 0 : 1)
        ccurl_set_long(easy, CURLOPT_PROXY_SSL_VERIFYHOST, options.insecure ? 0 : 2)
        guard let authorities = options.authorities else { return }
        ccurl_set_string(easy, CURLOPT_PROXY_CAPATH, nil)
        try setBlob(CURLOPT_PROXY_CAINFO_BLOB, authorities, .authorities)
    }

    private func setTLS() throws(TransportError) {
        guard transfer.url.scheme == "https" else { return }
        let options = transfer.options.tls
        ccurl_set_long(easy, CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2)
        ccurl_set_long(easy, CURLOPT_SSL_VERIFYPEER, options.insecure ? 0 : 1)
        ccurl_set_long(easy, CURLOPT_SSL_VERIFYHOST, options.insecure ? 0 : 2)
        if let authorities = options.authorities {
            // The directory of the system's authorities would be trusted besides the given ones.
            ccurl_set_string(easy, CURLOPT_CAPATH, nil)
            try setBlob(CURLOPT_CAINFO_BLOB, authorities, .authorities)
        }
        if let certificate = options.clientCertificate, !certificate.isEmpty {
            try setBlob(CURLOPT_SSLCERT_BLOB, certificate, .clientCertificate)
        }
        if let key = options.clientKey, !key.isEmpty {
            try setBlob(CURLOPT_SSLKEY_BLOB, key, .clientKey)
        }
        if let name = options.serverName, name != transfer.url.host {
            connect(as: name)
        }
        ccurl_set_pointer(easy, CURLOPT_SSL_CTX_DATA, Unmanaged.passUnretained(self).toOpaque())
        ccurl_set_tls_function(easy) { _, tlsContext, context in
            CurlExchange.from(context)?.willHandshake(tlsContext)
            return CURLE_OK
        }
    }

    /// Makes libcurl verify and ask for `name` while it connects to the URL's host.
    private func connect(as name: String) {
        let url = transfer.url
        let name = name.contains(":") ? "[\(name)]" : name
        ccurl_set_string(easy, CURLOPT_URL, "https://\(name):\(url.port)\(url.rest)")
        guard let list = ccurl_list_append(nil, "\(name):\(url.port):\(url.bracketedHost):\(url.port)") else { return }
        own(list)
        ccurl_set_list(easy, CURLOPT_CONNECT_TO, list)
    }

    private func setBlob(
        _ option: CURLoption, _ bytes: [UInt8], _ credential: TLSCredential
    ) throws(TransportError) {
        let code = bytes.withUnsafeBytes { buffer -> CURLcode in
            guard let start = buffer.baseAddress else { return CURLE_BAD_FUNCTION_ARGUMENT }
            return ccurl_set_blob(easy, option, start, buffer.count)
        }
        guard code == CURLE_OK else { throw .unusableCredentials(credential) }
    }
}

extension CurlTransfer {
    /// Whether other transfers may use the connection at the same time.
    ///
    /// What is read as it comes may be held by its reader, and with libcurl 7.88 all that share its connection are held
    /// with it; readers that wait for each other would then wait for ever.
    var sharesConnection: Bool { !request.isStreamed && request.upload == nil }

    /// Whether the body is asked for as it is.
    var disablesCompression: Bool {
        options.disableCompression || url.isLoopback || request.headers["Accept-Encoding"] != nil
            || request.headers["Range"] != nil || request.method == "HEAD"
    }
}

extension Duration {
    /// Whole milliseconds, rounded down and kept within what libcurl takes.
    var milliseconds: Int {
        let (seconds, attoseconds) = components
        guard seconds < Int64(Int32.max) / 1000 else { return Int(Int32.max) }
        return Int(seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000)
    }
}
