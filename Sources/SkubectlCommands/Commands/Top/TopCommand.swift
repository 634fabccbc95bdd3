import CommandLineKit

/// The group of commands that tell what nodes and pods use.
struct TopCommand: DeclaredCommand {
    static let spec = CommandSpec(
        name: "top", usage: "[flags]", summary: "Display resource (CPU/memory) usage",
        description: [
            "Show what nodes and pods use of CPU and memory, as the cluster's Metrics API tells.",
            """
            The cluster has that API where a metrics server runs in it. Its numbers are made for scaling: they are means \
            over a short time and some seconds old.
            """,
        ]
    )
    .grouped(under: .clusterManagement)
    .suggested(for: "stats")
    .containing([TopNodeCommand.self, TopPodCommand.self])
}
