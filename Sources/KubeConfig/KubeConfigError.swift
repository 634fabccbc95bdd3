package import JSONModel
package import StdlibExtensions
package import SystemIO
package import YAMLCodec

/// Why a kubeconfig could not be read or used, with all that kubectl's sentences need.
package enum KubeConfigError: Error, Hashable {
    /// A file could not be looked at, read or written.
    ///
    /// kubectl: `error: stat x: no such file or directory`
    case system(SystemError)
    /// The contents of files are no kubeconfig.
    ///
    /// kubectl, for one: `error: error loading config file "x": …`; for several, each in a line of its own without
    /// the leading `error: `.
    case unreadableFiles([UnreadableFile])
    /// The one file of `config view` without merging is no kubeconfig.
    ///
    /// kubectl: `error: …`, without the file's name.
    case unreadable(FileFault)
    /// kubectl: `error: context "x" does not exist`
    case contextDoesNotExist(String)
    /// kubectl: `error: cluster "x" does not exist`
    case clusterDoesNotExist(String)
    /// kubectl: `error: auth info "x" does not exist`
    case userDoesNotExist(String)
    /// The entries in use contradict each other; at least one fault.
    ///
    /// kubectl, for one: `error: …`, but for `.contextNotFound` `Error in configuration: …`; for several:
    /// `Error in configuration: ` and each in a line of its own after `* `.
    case invalid([ConfigurationFault])
    /// kubectl: `error: Invalid timeout value. Timeout must be a single integer in seconds, or an integer followed by a
    /// corresponding time unit (e.g. 1s | 2m | 3h)`
    case invalidTimeout(String)
    /// kubectl: `error: host must be a URL or a host:port pair: "x"`
    case serverIsNoAddress(String)
    /// kubectl: `Unable to connect to the server: …`
    case serverIsNoURL(URLFault)
    /// Both a certificate authority and the insecure flag were given.
    ///
    /// kubectl: `error: specifying a root certificates file with the insecure flag is not allowed`
    case certificateAuthorityWithInsecure
    /// kubectl: `error: unable to load root certificates: unable to parse bytes as PEM block`, or `no valid certificate
    /// authority data seen` for its end where there are PEM blocks
    case noCertificateAuthority(hasBlocks: Bool)
    /// The certificate or the key of the client is not in the PEM text it should be in; `found` are the types of the
    /// blocks that are.
    ///
    /// The sentences are those of Go's `tls.X509KeyPair`. kubectl puts `error: ` before them; where both came from files
    /// it reads them while it connects, and puts `Unable to connect to the server: ` before them.
    case noPEM(PEMInput, found: [String], isFromFiles: Bool)
    /// kubectl: `error: username/password or bearer token may be set, but not both`
    case basicAndToken
    /// kubectl: `error: no Auth Provider found for name "x"`; for "gcp" and "azure" the texts that tell what came in
    /// their place
    case authProvider(String)
    /// kubectl: `error: exec plugin: invalid apiVersion "x"`
    case execAPIVersion(String)

    /// kubectl: `error: read empty token from file "x"`
    case emptyTokenFile(String)
    /// kubectl: `error: current-context must exist in order to minify`
    case nothingToMinify
    /// What the current context names is not there.
    ///
    /// kubectl: `error: cannot locate context x` (or `cluster`, `user`)
    case cannotLocate(EntryKind, String)
    /// A certificate or a key that is to be shown inline is given both inline and in a file.
    ///
    /// kubectl: `error: cannot have values for both path and contents`
    case pathAndContents
    /// kubectl: see the cases of `PropertyFault`.
    case property(PropertyFault)
    /// A text in a kubeconfig cannot be told in YAML.
    ///
    /// kubectl: `error: yaml: control characters are not allowed`
    case unwritable(YAMLError)

    /// The lists of named entries.
    package enum EntryKind: String, Sendable, Hashable {
        case context
        case cluster
        case user
    }

    /// A part of a client certificate; the sentences are those for no block, for the other part in its place, and for
    /// other blocks.
    package enum PEMInput: Sendable, Hashable {
        /// Go: `tls: failed to find any PEM data in certificate input`, `tls: failed to find certificate PEM data in
        /// certificate input, but did find a private key; PEM inputs may have been switched`, `tls: failed to find
        /// "CERTIFICATE" PEM block in certificate input after skipping PEM blocks of the following types: [A B]`
        case certificate
        /// Go: `tls: failed to find any PEM data in key input`, `tls: found a certificate rather than a key in the PEM
        /// for the private key`, `tls: failed to find PEM block with type ending in "PRIVATE KEY" in key input after
        /// skipping PEM blocks of the following types: [A B]`
        case key
    }
}

/// A file that is no kubeconfig, and why.
package struct UnreadableFile: Sendable, Hashable {
    /// The path as it was given.
    package let path: String
    package let fault: FileFault

    package init(path: String, fault: FileFault) {
        self.path = path
        self.fault = fault
    }
}

/// What is wrong with the contents of a kubeconfig or a kuberc, or with what a credential program writes.
package enum FileFault: Error, Hashable {
    /// kubectl: `read /tmp: is a directory`
    case system(SystemError)
    /// kubectl: `yaml: line 1: did not find expected node content`
    case yaml(YAMLError)
    /// Only what a credential program writes may be JSON that is not read as YAML.
    ///
    /// kubectl: `couldn't get version/kind; json parse error: unexpected end of JSON input`
    case json(JSONError)
    /// `apiVersion` or `kind` is no string, or the document no mapping.
    ///
    /// kubectl: `couldn't get version/kind; json parse error: json: cannot unmarshal number into Go struct field
    /// .apiVersion of type string`
    case header(TypeMismatch)
    /// kubectl: `json: cannot unmarshal number into Go struct field Config.clusters of type []v1.NamedCluster`
    case type(TypeMismatch)
    /// kubectl: `illegal base64 data at input byte 0`
    case base64(offset: Int)
    /// kubectl: `no kind "Pod" is registered for version "v1" in scheme
    /// "k8s.io/client-go/tools/clientcmd/api/latest/latest.go:50"`
    case unknownKind(kind: String, apiVersion: String)
    /// A text that is no time, in what a credential program writes.
    ///
    /// kubectl: `parsing time "x" as "2006-01-02T15:04:05Z07:00": cannot parse "x" as "2006"`
    case time(String, GoTimeError)
    /// In a kuberc. kubectl: `Object 'Kind' is missing in '<text>'`
    case missing(field: String, text: String)
    /// An entry of a kuberc's allow list that has two names.
    ///
    /// kubectl: ``both `Name` and `Command` were supplied with different values. `Name` is deprecated, use `Command`
    /// instead``
    case differentNames
    /// kubectl: `unexpected GroupVersion string: a/b/c`
    case badAPIVersion(String)
    /// kubectl: `error converting *[]NamedCluster into *map[string]*api.Cluster: duplicate name "a" in list: …`
    case duplicateName(String, DuplicateList)
}

/// The list of a kubeconfig in which two entries have one name.
package struct DuplicateList: Sendable, Hashable {
    /// The field the list stands in; those of extensions are several.
    package enum Kind: Sendable, Hashable {
        case clusters
        case users
        case contexts
        case extensions
    }

    package let kind: Kind
    /// The whole list as Go's `%v` prints it.
    package let goText: String
}

/// A value of another JSON type than the field's, in the words of Go's encoding/json.
package struct TypeMismatch: Error, Hashable {
    /// What was found: "number", "string", "bool", "array" or "object".
    package let found: String
    /// The field as Go tells it, "Config.clusters"; nil for the whole document.
    package let field: String?
    /// The Go type that was expected: "[]v1.NamedCluster".
    package let expected: String

    package init(found: String, field: String?, expected: String) {
        self.found = found
        self.field = field
        self.expected = expected
    }
}
