import CommandLineKit

/// The flags of `apply` that none of the other commands shares, and those it shares with `diff`.
enum ApplyFlags {
    static let all = Flag(
        "all", default: false,
        help: "With --prune: look at all resources of the types in question, whatever their labels.")
    static let applySet = Flag(
        "applyset", default: "",
        help: "The object that keeps track of what belongs together, as [RESOURCE][.GROUP]/NAME; a Secret where only a "
            + "name is given. With --prune, what belonged to it and is applied no more is deleted. Needs "
            + "KUBECTL_APPLYSET=true."
    ).hidden()
    static let fieldManager = FieldManager.flag("kubectl-client-side-apply")
    static let force = Flag(
        "force", default: false,
        help: "Delete and create an object anew where the server refuses to change it. Data may be lost.")
    static let forceConflicts = Flag(
        "force-conflicts", default: false,
        help: "With --server-side: take fields over from their other managers instead of failing.")
    static let gracePeriod = Flag(
        "grace-period", default: -1,
        help:
            "Seconds a deleted resource has to end by itself; negative leaves it to the resource, 1 means now, and 0 is "
            + "only possible with --force.")
    static let openAPIPatch = Flag(
        "openapi-patch", default: true,
        help:
            "Work out changes by the server's own description of its types; otherwise by what this program knows of them."
    )
    static let overwrite = Flag(
        "overwrite", default: true,
        help: "Undo what others have changed in fields of the manifest; otherwise such a change is an error.")
    static let prune = Flag(
        "prune", default: false,
        help: "Delete what was applied before and is not among the manifests now. Goes with -l or --all.")
    static let pruneAllowlist = Flag(
        "prune-allowlist", default: [String](),
        help: "With --prune: the types to look at, as <group/version/kind>, instead of the usual ones."
    ).unsplit()
    static let serverSide = Flag(
        "server-side", default: false, help: "Have the server merge the manifest, by the managers of its fields.")
    static let subresource = Flag(
        "subresource", default: "", help: "With --server-side: apply to this subresource of the object."
    ).completing(.values(["status", "scale", "resize"]))
    static let timeout = Flag(
        "timeout", default: Duration.zero,
        help: "With --force: how long to wait until a deleted object is gone.")
    static let wait = Flag("wait", default: false, help: "Wait until deleted resources are gone, finalizers included.")

    /// The name that owns applied fields: what the flag says, else "kubectl" on the server's side.
    static func manager(_ arguments: ParsedArguments) -> FieldManager {
        if arguments.wasSet(fieldManager) || !arguments[serverSide] { return FieldManager(arguments, fieldManager) }
        return .unnamed
    }
}
