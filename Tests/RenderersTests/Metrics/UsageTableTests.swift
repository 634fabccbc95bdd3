import JSONModel
import KubeModel
import Testing

@testable import Renderers

struct UsageTableTests {
    private func nodeMetrics(_ name: String, _ usage: JSONValue) throws -> NodeMetrics {
        try (["metadata": ["name": .string(name)], "usage": usage] as JSONValue).decoded(as: NodeMetrics.self)
    }

    private func node(_ name: String, cpu: String, memory: String, swap: Int64? = nil) throws -> Node {
        let amounts: JSONValue = ["cpu": .string(cpu), "memory": .string(memory)]
        var information: JSONValue = [:]
        if let swap { information["swap"] = ["capacity": .number(JSONNumber(swap))] }
        let document: JSONValue = [
            "metadata": ["name": .string(name)],
            "status": ["allocatable": amounts, "capacity": ["cpu": "100", "memory": "0"], "nodeInfo": information],
        ]
        return try document.decoded(as: Node.self)
    }

    private func podMetrics(_ name: String, _ containers: JSONValue) throws -> PodMetrics {
        let document: JSONValue = [
            "metadata": ["name": .string(name), "namespace": "here"], "containers": containers,
        ]
        return try document.decoded(as: PodMetrics.self)
    }

    private func nodesText(_ table: UsageTable, usesCapacity: Bool = false) throws -> String {
        var text = ""
        table.writeNodes(
            [
                try nodeMetrics("b", ["cpu": "1500001u", "memory": "3Mi"]),
                try nodeMetrics("a", ["cpu": "1n", "memory": "1048575", "swap": "1Mi"]),
                try nodeMetrics("gone", [:]),
            ],
            of: [
                try node("a", cpu: "0", memory: "2Mi", swap: 2_097_152), try node("b", cpu: "2", memory: "9Mi"),
                try node("silent", cpu: "1", memory: "1"),
            ],
            usesCapacity: usesCapacity, into: &text)
        return text.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
            .joined(separator: "\n")
    }

    @Test func nodesWithTheirShares() throws {
        let table = UsageTable(order: nil, showsHeaders: true, showsSwap: false)
        #expect(
            try nodesText(table) == """
                NAME CPU(cores) CPU(%) MEMORY(bytes) MEMORY(%)
                a 1m 0% 0Mi 49%
                b 1501m 75% 3Mi 33%
                gone 0m 0Mi
                silent <unknown> <unknown> <unknown> <unknown>
                """)
    }

    @Test func theSwapMemoryOfNodes() throws {
        let table = UsageTable(order: .memory, showsHeaders: false, showsSwap: true)
        #expect(
            try nodesText(table, usesCapacity: true) == """
                b 1501m 1% 3Mi 0% <unknown> <unknown>
                a 1m 0% 0Mi 0% 1Mi 50%
                gone 0m 0Mi 0Mi
                silent <unknown> <unknown> <unknown> <unknown> <unknown> <unknown>
                """)
    }

    private func podsText(_ options: UsageTable.PodOptions, order: UsageOrder? = nil) throws -> String {
        let pods = [
            try podMetrics(
                "two",
                [
                    ["name": "y", "usage": ["cpu": "1m", "memory": "1Mi"]],
                    ["name": "x", "usage": ["cpu": "2500u", "memory": "1Mi"]],
                ]),
            try podMetrics("none", []),
        ]
        var text = ""
        UsageTable(order: order, showsHeaders: true, showsSwap: false).writePods(pods, options, into: &text)
        return text
    }

    @Test func podsAreSumsOfTheirContainers() throws {
        #expect(
            try podsText(.init()) == """
                NAME   CPU(cores)   MEMORY(bytes)   \("")
                none   0m           0Mi             \("")
                two    4m           2Mi             \("")

                """)
    }

    @Test func containersWithTheirSum() throws {
        var options = UsageTable.PodOptions()
        options.showsContainers = true
        options.showsNamespace = true
        options.showsSum = true
        let lines = try podsText(options, order: .cpu).split(separator: "\n")
            .map { $0.split(separator: " ").joined(separator: " ") }
        #expect(
            lines == [
                "NAMESPACE POD NAME CPU(cores) MEMORY(bytes)", "here two x 3m 1Mi", "here two y 1m 1Mi",
                "________ ________", "4m 2Mi",
            ])
    }

    @Test func nothingIsWrittenWithoutMetrics() {
        var text = ""
        UsageTable(order: nil, showsHeaders: true, showsSwap: false).writePods([], .init(), into: &text)
        #expect(text.isEmpty)
    }
}
