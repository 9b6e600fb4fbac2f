import EchoCore

/// One value or more of every case of every failure that the command line can meet, by target.
enum Failures {
    /// The file's name in `Snapshots/failures`, and the values.
    static let all: [(name: String, failures: [any EchoFailure])] = [
        ("embedding", embedding), ("decode", decode), ("tensor", tensor), ("weights", weights),
        ("encode", encode), ("mask", mask), ("tokenize", tokenize), ("model", model), ("index", index),
        ("input", input), ("service", service), ("eval", eval), ("export", export), ("phantom", phantom), ("http", http),
    ]

    static let embedding: [EmbeddingError] = [
        .noDirection(dimension: 512), .notUnit(norm: 0.5), .nothingToAverage,
    ]
}
