/// The text of a pod list as an API server sends it: one line, two containers a pod with twelve variables each.
///
/// The same arguments give the same bytes.
struct PodListText {
    /// What the pods have in common with each other.
    enum Variety {
        /// Forty applications run in several pods each, as in a usual cluster.
        case replicas
        /// Each pod is an application of its own with its own variables.
        case distinct
    }

    private(set) var bytes: [UInt8] = []
    private(set) var podCount = 0

    private var random: UInt64 = 0x9E37_79B9_7F4A_7C15

    /// Makes a list of at least so many bytes.
    init(bytes size: Int, _ variety: Variety) {
        var text: [UInt8] = []
        text.reserveCapacity(size + 32 * 1024)
        text += #"{"kind":"PodList","apiVersion":"v1","metadata":{"resourceVersion":"48151623"},"items":["#.utf8
        while text.count < size {
            if podCount > 0 { text.append(UInt8(ascii: ",")) }
            text += pod(podCount, variety).utf8
            podCount += 1
        }
        text += "]}\n".utf8
        bytes = text
    }

    private mutating func next(below limit: UInt64) -> UInt64 {
        random ^= random << 13
        random ^= random >> 7
        random ^= random << 17
        return random % limit
    }

    private mutating func letters(_ count: Int, from alphabet: StaticString) -> String {
        alphabet.withUTF8Buffer { alphabet in
            String(
                decoding: (0..<count).map { _ in alphabet[Int(next(below: UInt64(alphabet.count)))] }, as: UTF8.self)
        }
    }

    private mutating func suffix(_ count: Int) -> String { letters(count, from: "bcdfghjklmnpqrstvwxz2456789") }

    private mutating func hex(_ count: Int) -> String { letters(count, from: "0123456789abcdef") }

    private mutating func uid() -> String { "\(hex(8))-\(hex(4))-4\(hex(3))-a\(hex(3))-\(hex(12))" }

    private mutating func time() -> String {
        func two(_ value: UInt64) -> String { value < 10 ? "0\(value)" : "\(value)" }
        return
            "2026-03-\(two(1 + next(below: 28)))T\(two(next(below: 24))):\(two(next(below: 60))):\(two(next(below: 60)))Z"
    }

    // MARK: - The pod

    private mutating func pod(_ index: Int, _ variety: Variety) -> String {
        let names = ["checkout", "catalogue", "payments", "search", "recommendation-engine"]
        let app =
            switch variety {
            case .replicas: "\(names[index % 5])-\(index % 40 / 5)"
            case .distinct: "\(names[index % 5])-\(suffix(6))"
            }
        let hash = suffix(10)
        let name = "\(app)-\(hash)-\(suffix(5))"
        let created = time()
        return """
            {\(metadata(name: name, app: app, hash: hash, index: index, created: created)),\
            \(spec(app: app, node: "worker-\(index % 97)")),\(status(index: index, app: app, started: created))}
            """
    }

    private mutating func metadata(name: String, app: String, hash: String, index: Int, created: String) -> String {
        let labels = """
            {"app.kubernetes.io/name":"\(app)","app.kubernetes.io/instance":"\(app)-\(index % 7)",\
            "app.kubernetes.io/managed-by":"Helm","pod-template-hash":"\(hash)","tier":"backend","version":"v\(index % 30)"}
            """
        let annotations = """
            {"checksum/config":"\(hex(64))","prometheus.io/port":"8080","prometheus.io/scrape":"true",\
            "kubectl.kubernetes.io/restartedAt":"\(time())",\
            "cni.example.com/podIPs":"{\\"IPv4\\":\\"10.2.\(index % 250).\(index / 250 % 250)\\"}"}
            """
        return """
            "metadata":{"name":"\(name)","generateName":"\(app)-\(hash)-","namespace":"team-\(index % 11)",\
            "uid":"\(uid())","resourceVersion":"\(48_000_000 + index)","creationTimestamp":"\(created)",\
            "labels":\(labels),"annotations":\(annotations),\
            "ownerReferences":[{"apiVersion":"apps/v1","kind":"ReplicaSet","name":"\(app)-\(hash)","uid":"\(uid())",\
            "controller":true,"blockOwnerDeletion":true}],"managedFields":[\(managedFields(created))]}
            """
    }

    private mutating func spec(app: String, node: String) -> String {
        """
        "spec":{"volumes":[{"name":"config","configMap":{"name":"\(app)-config","defaultMode":420}},\
        {"name":"tmp","emptyDir":{}},\(tokenVolume)],\
        "containers":[\(container("app", app: app, port: 8080)),\(container("sidecar-proxy", app: app, port: 15090))],\
        "restartPolicy":"Always","terminationGracePeriodSeconds":30,"dnsPolicy":"ClusterFirst",\
        "serviceAccountName":"\(app)","serviceAccount":"\(app)","nodeName":"\(node)",\
        "securityContext":{"runAsUser":1000,"runAsNonRoot":true,"fsGroup":2000},"schedulerName":"default-scheduler",\
        "tolerations":[\(toleration("not-ready")),\(toleration("unreachable"))],"priority":0,\
        "enableServiceLinks":true,"preemptionPolicy":"PreemptLowerPriority"}
        """
    }

    private let tokenVolume = """
        {"name":"kube-api-access","projected":{"sources":[{"serviceAccountToken":{"expirationSeconds":3607,\
        "path":"token"}},{"configMap":{"name":"kube-root-ca.crt","items":[{"key":"ca.crt","path":"ca.crt"}]}},\
        {"downwardAPI":{"items":[{"path":"namespace","fieldRef":{"apiVersion":"v1",\
        "fieldPath":"metadata.namespace"}}]}}],"defaultMode":420}}
        """

    private func toleration(_ condition: String) -> String {
        """
        {"key":"node.kubernetes.io/\(condition)","operator":"Exists","effect":"NoExecute","tolerationSeconds":300}
        """
    }

    private mutating func container(_ name: String, app: String, port: Int) -> String {
        let variables = [
            #"{"name":"LOG_LEVEL","value":"info,\#(app)=debug"}"#,
            #"{"name":"POD_NAME","valueFrom":{"fieldRef":{"apiVersion":"v1","fieldPath":"metadata.name"}}}"#,
            #"{"name":"POD_NAMESPACE","valueFrom":{"fieldRef":{"apiVersion":"v1","fieldPath":"metadata.namespace"}}}"#,
            #"{"name":"POD_IP","valueFrom":{"fieldRef":{"apiVersion":"v1","fieldPath":"status.podIP"}}}"#,
            #"{"name":"GOMAXPROCS","valueFrom":{"resourceFieldRef":{"resource":"limits.cpu","divisor":"0"}}}"#,
            #"{"name":"DATABASE_URL","value":"postgres://\#(app)@db.team.svc.cluster.local:5432/\#(app)?sslmode=require"}"#,
            #"{"name":"DATABASE_PASSWORD","valueFrom":{"secretKeyRef":{"name":"\#(app)-db","key":"password"}}}"#,
            #"{"name":"OTEL_EXPORTER_OTLP_ENDPOINT","value":"http://otel.\#(app).svc.cluster.local:4317"}"#,
            #"{"name":"OTEL_SERVICE_NAME","value":"\#(app)"}"#,
            #"{"name":"FEATURE_FLAGS","value":"{\"newCheckout\":true,\"ratio\":0.25,\"seed\":\#(next(below: 100_000))}"}"#,
            #"{"name":"BUILD_ID","value":"\#(hex(12))"}"#,
            #"{"name":"JAVA_TOOL_OPTIONS","value":"-XX:MaxRAMPercentage=75.0 -Dapp=\#(app)"}"#,
        ]
        return """
            {"name":"\(name)","image":"registry.example.com/\(app)/\(name):v1.42.7","args":["--port=\(port)",\
            "--config=/etc/\(app)/config.yaml"],"ports":[{"name":"http","containerPort":\(port),"protocol":"TCP"}],\
            "env":[\(variables.joined(separator: ","))],\
            "resources":{"limits":{"cpu":"500m","memory":"512Mi"},"requests":{"cpu":"100m","memory":"256Mi"}},\
            "volumeMounts":[{"name":"config","readOnly":true,"mountPath":"/etc/\(app)"},{"name":"tmp","mountPath":"/tmp"},\
            {"name":"kube-api-access","readOnly":true,"mountPath":"/var/run/secrets/kubernetes.io/serviceaccount"}],\
            "livenessProbe":\(probe("/healthz", port: port)),"readinessProbe":\(probe("/ready", port: port)),\
            "terminationMessagePath":"/dev/termination-log","terminationMessagePolicy":"File",\
            "imagePullPolicy":"IfNotPresent","securityContext":{"capabilities":{"drop":["ALL"]},\
            "readOnlyRootFilesystem":true,"allowPrivilegeEscalation":false}}
            """
    }

    private func probe(_ path: String, port: Int) -> String {
        """
        {"httpGet":{"path":"\(path)","port":\(port),"scheme":"HTTP"},"initialDelaySeconds":5,"timeoutSeconds":1,\
        "periodSeconds":10,"successThreshold":1,"failureThreshold":3}
        """
    }

    // MARK: - Status and managed fields

    private mutating func status(index: Int, app: String, started: String) -> String {
        let conditions = ["PodReadyToStartContainers", "Initialized", "Ready", "ContainersReady", "PodScheduled"].map {
            #"{"type":"\#($0)","status":"True","lastProbeTime":null,"lastTransitionTime":"\#(started)"}"#
        }
        let address = "10.2.\(index % 250).\(index / 250 % 250)"
        let host = "192.168.\(index % 97 / 50).\(10 + index % 97)"
        return """
            "status":{"phase":"Running","conditions":[\(conditions.joined(separator: ","))],"hostIP":"\(host)",\
            "hostIPs":[{"ip":"\(host)"}],"podIP":"\(address)","podIPs":[{"ip":"\(address)"}],"startTime":"\(started)",\
            "containerStatuses":[\(containerStatus("app", app: app)),\(containerStatus("sidecar-proxy", app: app))],\
            "qosClass":"Burstable"}
            """
    }

    private mutating func containerStatus(_ name: String, app: String) -> String {
        """
        {"name":"\(name)","state":{"running":{"startedAt":"\(time())"}},"lastState":{},"ready":true,\
        "restartCount":\(next(below: 3)),"image":"registry.example.com/\(app)/\(name):v1.42.7",\
        "imageID":"registry.example.com/\(app)/\(name)@sha256:\(hex(64))","containerID":"containerd://\(hex(64))",\
        "started":true}
        """
    }

    private mutating func managedFields(_ created: String) -> String {
        let variables = ["LOG_LEVEL", "POD_NAME", "POD_NAMESPACE", "POD_IP", "DATABASE_URL", "BUILD_ID"].map {
            #""k:{\"name\":\"\#($0)\"}":{".":{},"f:name":{},"f:value":{}}"#
        }
        let containers = ["app", "sidecar-proxy"].map { name in
            """
            "k:{\\"name\\":\\"\(name)\\"}":{".":{},"f:args":{},"f:env":{".":{},\(variables.joined(separator: ","))},\
            "f:image":{},"f:imagePullPolicy":{},"f:livenessProbe":{".":{},"f:failureThreshold":{},"f:httpGet":{".":{},\
            "f:path":{},"f:port":{},"f:scheme":{}},"f:periodSeconds":{}},"f:name":{},\
            "f:ports":{".":{},"k:{\\"containerPort\\":8080,\\"protocol\\":\\"TCP\\"}":{".":{},"f:containerPort":{},\
            "f:name":{},"f:protocol":{}}},"f:resources":{".":{},"f:limits":{".":{},"f:cpu":{},"f:memory":{}}},\
            "f:volumeMounts":{".":{},"k:{\\"mountPath\\":\\"/tmp\\"}":{".":{},"f:mountPath":{},"f:name":{}}}}
            """
        }
        let conditions = ["Initialized", "Ready", "ContainersReady"].map {
            #""k:{\"type\":\"\#($0)\"}":{".":{},"f:lastProbeTime":{},"f:lastTransitionTime":{},"f:status":{},"f:type":{}}"#
        }
        return """
            {"manager":"kube-controller-manager","operation":"Update","apiVersion":"v1","time":"\(created)",\
            "fieldsType":"FieldsV1","fieldsV1":{"f:metadata":{"f:annotations":{".":{},"f:checksum/config":{}},\
            "f:generateName":{},"f:labels":{".":{},"f:app.kubernetes.io/name":{},"f:pod-template-hash":{}},\
            "f:ownerReferences":{".":{},"k:{\\"uid\\":\\"\(uid())\\"}":{}}},\
            "f:spec":{"f:containers":{\(containers.joined(separator: ","))},"f:dnsPolicy":{},"f:restartPolicy":{},\
            "f:securityContext":{".":{},"f:fsGroup":{}},"f:volumes":{".":{},"k:{\\"name\\":\\"config\\"}":{".":{},\
            "f:configMap":{".":{},"f:defaultMode":{},"f:name":{}},"f:name":{}}}}}},\
            {"manager":"kubelet","operation":"Update","apiVersion":"v1","time":"\(time())","fieldsType":"FieldsV1",\
            "fieldsV1":{"f:status":{"f:conditions":{\(conditions.joined(separator: ","))},"f:containerStatuses":{},\
            "f:hostIP":{},"f:phase":{},"f:podIP":{},"f:startTime":{}}},"subresource":"status"}
            """
    }
}
