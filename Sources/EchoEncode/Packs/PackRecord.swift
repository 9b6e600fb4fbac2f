internal import EchoCore

/// What a packed file was made from, beside it as JSON; another one's is not read.
struct PackRecord: Codable, Equatable {
    /// Raised whenever weights are folded, laid out or calibrated in another way.
    static let newestVersion = 1

    var version = newestVersion
    /// The SHA-256 of the model's weights.
    let weights: ContentHash
    /// The kernels' layout.
    let layout: String
    /// The SHA-256 and the length of the packed file.
    var sha256: ContentHash
    var byteCount: Int
}
