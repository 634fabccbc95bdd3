import Glibc

// One file a benchmark: each adds its name and what it runs here.
let benchmarks: [(name: String, run: ([String]) -> Void)] = [
    ("json", JSONBenchmark.run), ("yaml", YAMLBenchmark.run),
]

let arguments = Array(CommandLine.arguments.dropFirst())
guard let name = arguments.first, let benchmark = benchmarks.first(where: { $0.name == name }) else {
    print("usage: skubectl-bench \(benchmarks.map(\.name).joined(separator: "|")) [MEGABYTES [ROUNDS]]")
    exit(2)
}
benchmark.run(Array(arguments.dropFirst()))
