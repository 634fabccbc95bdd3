// swift-tools-version: 6.2
import PackageDescription

// MARK: - Settings

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

/// A library target and the tests that mirror it in `Tests/<name>Tests`, with files for them in `Fixtures` there.
func module(_ name: String, _ dependencies: [String] = [], fixtures: Bool = false) -> [Target] {
    [
        .target(name: name, dependencies: dependencies.map { .byName(name: $0) }, swiftSettings: strict),
        .testTarget(
            name: "\(name)Tests", dependencies: [.byName(name: name), "TestSupport"],
            exclude: fixtures ? ["Fixtures"] : [], swiftSettings: strict),
    ]
}

// MARK: - System libraries

let systemLibraries: [Target] = [
    .target(name: "CCurl"),
    .target(name: "CLinux"),
    .systemLibrary(name: "CYAML", providers: [.apt(["libyaml-dev"])]),
]

// MARK: - Lower tier: knows no Kubernetes word

let lowerTier: [Target] =
    module("StdlibExtensions")
    + module("JSONModel", ["StdlibExtensions"])
    + module("YAMLCodec", ["CYAML", "JSONModel", "StdlibExtensions"])
    + module("SystemIO", ["CLinux", "StdlibExtensions"])
    + module("TarArchive", fixtures: true)
    + module("CommandLineKit", ["StdlibExtensions"])
    + module("Templates", ["JSONModel", "StdlibExtensions"], fixtures: true)
    + module("HTTPTransport", ["CCurl", "StdlibExtensions", "SystemIO"], fixtures: true)
    + module("HTTPServer", ["HTTPTransport", "StdlibExtensions", "SystemIO"])

// MARK: - Upper tier: Kubernetes

let upperTier: [Target] =
    module("KubeModel", ["JSONModel", "StdlibExtensions"], fixtures: true)
    + module("KubePatch", ["JSONModel", "StdlibExtensions"])
    + module("KubeConfig", ["YAMLCodec", "JSONModel", "SystemIO", "StdlibExtensions"])
    + module("KubeClient", ["KubeModel", "KubeConfig", "HTTPTransport", "JSONModel", "SystemIO", "StdlibExtensions"])
    + module("Manifests", ["YAMLCodec", "KubeModel", "HTTPTransport", "JSONModel", "SystemIO"])
    + module(
        "Kustomize", ["KubePatch", "YAMLCodec", "KubeModel", "JSONModel", "SystemIO", "StdlibExtensions"],
        fixtures: true)
    + module("Renderers", ["KubeModel", "Templates", "YAMLCodec", "JSONModel", "StdlibExtensions"], fixtures: true)

// MARK: - The program

let program: [Target] =
    module(
        "SkubectlCommands",
        [
            "CommandLineKit", "HTTPServer", "HTTPTransport", "JSONModel", "KubeClient", "KubeConfig", "KubeModel",
            "KubePatch", "Kustomize", "Manifests", "Renderers", "StdlibExtensions", "SystemIO", "TarArchive",
            "Templates", "YAMLCodec",
        ], fixtures: true)
    + [
        // The toolchain's own linker, which can pack what is relocated at each start into a bit for each place.
        .executableTarget(
            name: "skubectl", dependencies: ["SkubectlCommands"], swiftSettings: strict,
            linkerSettings: [.unsafeFlags(["-use-ld=lld"])])
    ]

// MARK: - Support for tests and benchmarks

let support: [Target] = [
    .target(
        name: "TestSupport", dependencies: ["HTTPTransport", "JSONModel", "SystemIO"], path: "Tests/TestSupport",
        swiftSettings: strict),
    .executableTarget(
        name: "skubectl-bench", dependencies: ["JSONModel", "YAMLCodec"], path: "Tests/Bench/Micro",
        swiftSettings: strict),
]

let package = Package(
    name: "skubectl",
    products: [.executable(name: "skubectl", targets: ["skubectl"])],
    targets: systemLibraries + lowerTier + upperTier + program + support)
