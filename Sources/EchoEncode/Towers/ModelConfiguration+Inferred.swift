extension ModelConfiguration {
    /// Reads the architecture off a checkpoint's shapes; the normalization is OpenAI's.
    ///
    /// - Parameters:
    ///   - shapes: every tensor's name and extents, as in ``ModelTensors/expectedShapes(_:)``.
    ///   - imageSize: side of the input, which no shape tells.
    ///   - textHeads: attention heads, which no shape tells; one for 64 channels where it is `nil`, as in
    ///     CLIP.
    /// - Throws: ``EncodeError/unknownArchitecture(reason:)``. The other tensors are checked where they are imported
    ///   and where the towers read them.
    public static func inferred(
        fromShapes shapes: [String: [Int]], imageSize: Int = 224, textHeads: Int? = nil
    ) throws(EncodeError) -> ModelConfiguration {
        let trunk = "visual.trunk"
        var widths = [try extents("\(trunk).stem.0.weight", rank: 4, in: shapes)[0]]
        for stage in 1..<4 {
            widths.append(try extents("\(trunk).stages.\(stage).downsample.1.weight", rank: 4, in: shapes)[0])
        }
        let depths = (0..<4).map { stage in
            count { shapes["\(trunk).stages.\(stage).blocks.\($0).conv_dw.weight"] != nil }
        }
        let embedDimension = try extents("visual.head.proj.weight", rank: 2, in: shapes)[0]
        let configuration = ModelConfiguration(
            embedDimension: embedDimension,
            vision: VisionConfiguration(depths: depths, widths: widths, imageSize: imageSize),
            text: try inferredText(shapes, heads: textHeads))
        try configuration.validate()
        return configuration
    }

    private static func inferredText(
        _ shapes: [String: [Int]], heads: Int?
    ) throws(EncodeError) -> TextConfiguration? {
        guard shapes["token_embedding.weight"] != nil else { return nil }
        let table = try extents("token_embedding.weight", rank: 2, in: shapes)
        return TextConfiguration(
            width: table[1], heads: heads ?? max(1, table[1] / 64),
            layers: count { shapes["transformer.resblocks.\($0).ln_1.weight"] != nil },
            contextLength: try extents("positional_embedding", rank: 2, in: shapes)[0],
            vocabularySize: table[0])
    }

    private static func extents(
        _ key: String, rank: Int, in shapes: [String: [Int]]
    ) throws(EncodeError) -> [Int] {
        guard let shape = shapes[key] else {
            throw .unknownArchitecture(reason: "The weights hold no tensor \(key).")
        }
        guard shape.count == rank else {
            throw .unknownArchitecture(reason: "Tensor \(key) has shape \(shape), not \(rank) extents.")
        }
        return shape
    }

    /// How many numbers from 0 on have a property.
    private static func count(while holds: (Int) -> Bool) -> Int {
        var number = 0
        while holds(number) { number += 1 }
        return number
    }
}
