// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
]

/// For targets with no C under them.
let pure = strict + [.strictMemorySafety()]

let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let metrics = Target.Dependency.product(name: "Metrics", package: "swift-metrics")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let nio = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
    name: "EchoSeek",
    products: [.executable(name: "echoseek", targets: ["echoseek"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(
            url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1",
            traits: ["FullFoundation"]),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        // C: kernels of our own, and the system's libraries.
        .target(name: "CEchoKernels"),
        .systemLibrary(
            name: "CFFmpeg", pkgConfig: "libavformat libavcodec libavutil libswscale",
            providers: [.apt(["libavformat-dev", "libavcodec-dev", "libavutil-dev", "libswscale-dev"])]),
        .systemLibrary(
            name: "COpenBLAS", pkgConfig: "openblas", providers: [.apt(["libopenblas-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .target(
            name: "CDICOM",
            linkerSettings: [
                "dcmjpeg", "dcmjpls", "dcmtkcharls", "dcmimage", "dcmimgle", "dcmdata",
                "ijg8", "ijg12", "ijg16", "oflog", "ofstd", "z",
            ].map { .linkedLibrary($0) }),

        // The web page and the contract, as bytes in the program.
        .target(name: "CEchoPage", exclude: ["page"]),

        // The words, then the four siblings, then what joins them.
        .target(name: "EchoCore", swiftSettings: pure),
        .target(name: "EchoDecode", dependencies: ["EchoCore", "CFFmpeg", "CDICOM"], swiftSettings: strict),
        .target(
            name: "EchoTensor", dependencies: ["EchoCore", "COpenBLAS", "CEchoKernels"],
            swiftSettings: strict),
        .target(
            name: "EchoEncode", dependencies: ["EchoCore", "EchoTensor", "CZlib", crypto],
            swiftSettings: strict),
        .target(
            name: "EchoIndex", dependencies: ["EchoCore", "EchoTensor", grdb, crypto],
            swiftSettings: strict),
        .target(name: "EchoLedger", dependencies: ["EchoCore", grdb, crypto], swiftSettings: strict),
        .target(name: "EchoReading", dependencies: ["EchoCore"], swiftSettings: pure),
        .target(name: "EchoPhantom", dependencies: ["EchoCore"], swiftSettings: pure),
        .target(name: "EchoExport", dependencies: ["EchoCore", "CFFmpeg", "CDICOM"], swiftSettings: strict),
        .target(
            name: "EchoService",
            dependencies: [
                "EchoCore", "EchoDecode", "EchoEncode", "EchoExport", "EchoIndex", "EchoLedger",
                "EchoPhantom",
                "EchoReading",
                "EchoTensor", crypto, yams,
            ],
            swiftSettings: strict),
        .target(
            name: "EchoEval",
            dependencies: [
                "EchoCore", "EchoEncode", "EchoIndex", "EchoPhantom", "EchoReading", "EchoService",
            ],
            swiftSettings: strict),
        .target(
            name: "EchoHTTP",
            dependencies: [
                "CEchoPage", "EchoCore", "EchoEncode", "EchoIndex", "EchoLedger", "EchoReading",
                "EchoService", crypto, hummingbird, httpTypes, lifecycle, logging, metrics, nio,
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "HummingbirdHTTP2", package: "hummingbird"),
                .product(name: "HummingbirdTLS", package: "hummingbird"),
                .product(name: "NIOConcurrencyHelpers", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            exclude: ["openapi.json"], swiftSettings: strict),
        .executableTarget(
            name: "echoseek",
            dependencies: [
                "EchoCore", "EchoEncode", "EchoEval", "EchoHTTP", "EchoIndex", "EchoLedger", "EchoPhantom",
                "EchoReading",
                "EchoService",
                arguments, logging,
            ],
            exclude: ["Deploy"], swiftSettings: strict),

        // Tests.
        .target(
            name: "EchoTesting", dependencies: ["EchoCore"], path: "Tests/EchoTesting", swiftSettings: strict),
        .testTarget(
            name: "EchoCoreTests", dependencies: ["EchoCore", "EchoTesting"], swiftSettings: strict),
        .testTarget(
            name: "EchoDecodeTests", dependencies: ["EchoCore", "EchoDecode", "EchoTesting", crypto],
            swiftSettings: strict),
        .testTarget(
            name: "EchoTensorTests", dependencies: ["EchoCore", "EchoTensor", "EchoTesting", "CEchoKernels"],
            exclude: ["Golden"], swiftSettings: strict),
        .testTarget(
            name: "EchoEncodeTests",
            dependencies: ["EchoCore", "EchoEncode", "EchoTensor", "EchoTesting", crypto],
            exclude: ["Golden"], swiftSettings: strict),
        .testTarget(
            name: "EchoIndexTests",
            dependencies: ["EchoCore", "EchoIndex", "EchoTensor", "EchoTesting", crypto, grdb],
            exclude: ["Golden"], swiftSettings: strict),
        .testTarget(
            name: "EchoLedgerTests", dependencies: ["EchoCore", "EchoLedger", "EchoTesting", grdb],
            exclude: ["Golden"], swiftSettings: strict),
        .testTarget(
            name: "EchoReadingTests",
            dependencies: ["EchoCore", "EchoPhantom", "EchoReading", "EchoTesting", yams],
            exclude: ["Golden", "Snapshots"], swiftSettings: strict),
        .testTarget(
            name: "EchoPhantomTests",
            dependencies: ["EchoCore", "EchoPhantom", "EchoTensor", "EchoTesting", crypto],
            swiftSettings: strict),
        .testTarget(
            name: "EchoExportTests",
            dependencies: ["EchoCore", "EchoDecode", "EchoExport", "EchoTesting"], exclude: ["Peers"],
            swiftSettings: strict),
        .testTarget(
            name: "EchoServiceTests",
            dependencies: [
                "EchoCore", "EchoDecode", "EchoEncode", "EchoExport", "EchoIndex", "EchoLedger",
                "EchoPhantom",
                "EchoReading", "EchoService", "EchoTesting", crypto,
            ],
            exclude: ["Peers"], swiftSettings: strict),
        .testTarget(
            name: "EchoEvalTests",
            dependencies: [
                "EchoCore", "EchoEval", "EchoIndex", "EchoPhantom", "EchoReading", "EchoService",
                "EchoTesting",
            ],
            exclude: ["Golden", "Snapshots"],
            swiftSettings: strict),
        .testTarget(
            name: "EchoHTTPTests",
            dependencies: [
                "EchoCore", "EchoHTTP", "EchoIndex", "EchoLedger", "EchoPhantom", "EchoReading",
                "EchoService",
                "EchoTesting", hummingbird, httpTypes, lifecycle, logging, metrics, nio,
                .product(name: "NIOEmbedded", package: "swift-nio"),
            ],
            exclude: ["Peers"], swiftSettings: strict),
        .testTarget(
            name: "EchoseekTests",
            dependencies: [
                "EchoCore", "EchoDecode", "EchoEncode", "EchoEval", "EchoExport", "EchoHTTP", "EchoIndex",
                "EchoLedger",
                "EchoReading", "EchoService", "EchoTensor", "EchoTesting", "echoseek",
            ],
            exclude: ["Snapshots"], swiftSettings: strict),
    ],
    cxxLanguageStandard: .cxx17
)
