import CommandLineKit
import JSONModel
import KubeModel
import StdlibExtensions

/// Implements `skubectl create ingress`.
struct CreateIngressCommand: GeneratingCommand {
    static let kind = GeneratedKind("networking.k8s.io", "v1", "Ingress", resource: "ingresses")
    static let failurePrefix = "failed to create ingress: "
    static let annotationFlag = Flag(
        "annotation", default: [String](), help: "Annotation of the ingress, as key=value; may be repeated."
    ).unsplit()
    static let classFlag = Flag("class", default: "", help: "Class of the ingress.")
    static let defaultBackendFlag = Flag(
        "default-backend", default: "", help: "Service for all that no rule is for, as name:port.")
    static let ruleFlag = Flag(
        "rule", default: [String](),
        help: "Rule as host/path=service:port[,tls[=secret]]; a path that ends in '*' stands for all below it. "
            + "May be repeated."
    ).unsplit()
    static let spec = CommandSpec(
        name: "ingress", usage: "NAME --rule=host/path=service:port[,tls[=secret]]",
        summary: "Create an ingress with the specified name", description: "Create an ingress.",
        examples: [
            CommandExample(
                "Lead foo.com/bar to port 8080 of svc1, over TLS",
                "skubectl create ingress simple --rule=\"foo.com/bar=svc1:8080,tls=my-cert\""),
            CommandExample(
                "Lead a path of all hosts to a service",
                "skubectl create ingress catch-all --class=other --rule=\"/path=svc:port\""),
            CommandExample(
                "Give it annotations",
                "skubectl create ingress annotated --rule=\"foo.com/bar=svc:port\" --annotation a=b --annotation c=d"),
            CommandExample(
                "Lead all below two paths to services",
                "skubectl create ingress two --rule=\"foo.com/path*=svc:8080\" --rule=\"bar.com/admin*=svc2:http\""),
            CommandExample(
                "Lead the rest to another service",
                "skubectl create ingress rest --default-backend=svc:http --rule=\"foo.com/*=svc:8080,tls=secret\""),
        ],
        flags: [annotationFlag, classFlag, defaultBackendFlag, ruleFlag] + Generation.flags
    ).aliased("ing")

    let generation: Generation
    let rules: [IngressRuleText]
    let className: String
    let defaultBackend: String
    let annotations: [String: String]

    init(_ arguments: ParsedArguments) throws(UsageError) {
        generation = try Generation(arguments, mayBeUnnamed: true)
        let texts = arguments[Self.ruleFlag]
        className = arguments[Self.classFlag]
        defaultBackend = arguments[Self.defaultBackendFlag]
        if defaultBackend.isEmpty, texts.isEmpty {
            throw .invalid(
                "not enough information provided: every ingress has to either specify a default-backend (which catches all "
                    + "traffic) or a list of rules (which catch specific paths)", hint: .none)
        }
        rules = try texts.map { text throws(UsageError) in
            guard let rule = IngressRuleText(text) else {
                throw .invalid(
                    "rule \(text) is invalid and should be in format host/path=svcname:svcport[,tls[=secret]]",
                    hint: .none)
            }
            return rule
        }
        var annotations: [String: String] = [:]
        for text in arguments[Self.annotationFlag] {
            guard let (key, value) = text.cut(at: "=") else {
                throw .invalid("annotation \(text) is invalid and should be in format key=[value]", hint: .none)
            }
            annotations[String(key)] = String(value)
        }
        self.annotations = annotations
        if !defaultBackend.isEmpty, defaultBackend.split(separator: ":", omittingEmptySubsequences: false).count != 2 {
            throw .invalid("default-backend should be in format servicename:serviceport", hint: .none)
        }
    }

    func object(in context: CommandContext, _ cluster: Cluster) async throws -> GeneratedObject {
        let spec = JSONValue.fields([
            "ingressClassName": .text(className),
            "defaultBackend": defaultBackend.isEmpty ? nil : IngressRuleText.backend(defaultBackend),
            "tls": .list(IngressRuleText.tls(of: rules)), "rules": .list(IngressRuleText.rules(of: rules)),
        ])
        var ingress = GeneratedObject(
            Self.kind, name: generation.name, ["spec": spec, "status": ["loadBalancer": [:]]])
        ingress.annotations = annotations
        return ingress
    }
}
