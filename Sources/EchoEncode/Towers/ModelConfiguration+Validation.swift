internal import EchoTensor

extension ModelConfiguration {
    /// The largest extent that is accepted anywhere, so that no product overflows.
    static let largestExtent = 1 << 20

    /// Refuses shapes that no ConvNeXt or text transformer has.
    ///
    /// - Throws: ``EncodeError/unknownArchitecture(reason:)`` with what was found.
    public func validate() throws(EncodeError) {
        guard vision.depths.count == 4, vision.widths.count == 4 else {
            throw .unknownArchitecture(
                reason:
                    "The image tower has depths \(vision.depths), widths \(vision.widths), not four of each."
            )
        }
        try Self.check(vision.depths, upTo: 1000, what: "The image tower's depths")
        try Self.check(
            vision.widths + [embedDimension], upTo: Self.largestExtent, what: "The image tower's widths")
        guard vision.imageSize >= 32, vision.imageSize % 32 == 0, vision.imageSize <= 1024 else {
            throw .unknownArchitecture(
                reason: "The image size is \(vision.imageSize), not a multiple of 32 from 32 to 1024.")
        }
        guard mean.count == 3, standardDeviation.count == 3, standardDeviation.allSatisfy({ $0 > 0 }),
            (mean + standardDeviation).allSatisfy(\.isFinite)
        else {
            throw .unknownArchitecture(
                reason:
                    "The normalization is mean \(mean), deviation \(standardDeviation), not three of each.")
        }
        guard let text else { return }
        try Self.check([text.layers], upTo: 1000, what: "The text tower's layers")
        try Self.check(
            [text.width, text.heads, text.contextLength, text.vocabularySize], upTo: 1 << 24,
            what: "The text tower's extents")
        guard text.width % text.heads == 0, text.width <= Self.largestExtent else {
            throw .unknownArchitecture(
                reason: "\(text.heads) heads do not divide a text width of \(text.width).")
        }
    }

    /// Refuses widths whose sums of bytes do not fit into 32 bits.
    ///
    /// - Throws: ``EncodeError/unknownArchitecture(reason:)``.
    package func validateBytes() throws(EncodeError) {
        // The widest rows are a block's hidden ones and those of four pixels: four times the width.
        let most = PackedLinear.mostByteInputs / 4
        guard vision.widths.allSatisfy({ $0 <= most }) else {
            throw .unknownArchitecture(
                reason: "The image tower's widths are \(vision.widths); in int8 they go up to \(most).")
        }
    }

    private static func check(_ extents: [Int], upTo limit: Int, what: String) throws(EncodeError) {
        guard extents.allSatisfy({ (1...limit).contains($0) }) else {
            throw .unknownArchitecture(reason: "\(what) are \(extents), not from 1 to \(limit).")
        }
    }
}
