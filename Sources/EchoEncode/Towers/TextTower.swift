public import EchoTensor

/// The text tower: CLIP's causal transformer, read at the end token.
///
/// Only the tokens up to the end token are computed: none after it can change what stands there.
///
/// - Source: `open_clip/model.py` and `transformer.py`, as run for `golden/tiny_clip`.
public struct TextTower: Sendable {
    /// Added to a variance before its root is taken; PyTorch's default.
    static let epsilon: Float = 1e-5

    /// The tower's shape.
    public let configuration: TextConfiguration
    /// Values in a projection; 512 for EchoCLIP.
    public let embedDimension: Int
    let kernels: Kernels
    private let tokenTable: FloatTensor
    private let positions: FloatTensor
    private let blocks: [TextBlock]
    private let finalNorm: NormWeights
    private let projection: FloatTensor

    /// Takes the weights from an open_clip checkpoint and packs them for the kernels; the tables stay where the file
    /// is mapped.
    ///
    /// - Throws: ``EncodeError/missingTensor(key:expected:)``,
    ///   ``EncodeError/wrongShape(key:found:expected:)``, ``EncodeError/unknownArchitecture(reason:)`` (also
    ///   where the configuration has no text tower), ``EncodeError/weights(_:)``.
    public init(
        weights: SafetensorsFile, configuration: ModelConfiguration, kernels: Kernels = .best
    ) throws(EncodeError) {
        try self.init(weights: weights, configuration: configuration, kernels: kernels, packed: nil)
    }

    /// The same with the products that an earlier start packed.
    init(
        weights: SafetensorsFile, configuration: ModelConfiguration, kernels: Kernels, packed: PackedFile?
    ) throws(EncodeError) {
        try configuration.validate()
        guard let text = configuration.text else {
            throw .unknownArchitecture(reason: "The model has no text tower.")
        }
        let reader = WeightReader(file: weights)
        let (width, dimension) = (text.width, configuration.embedDimension)
        self.configuration = text
        self.kernels = kernels
        embedDimension = dimension
        tokenTable = try reader.tensor("token_embedding.weight", [text.vocabularySize, width])
        positions = try reader.tensor("positional_embedding", [text.contextLength, width])
        var blocks: [TextBlock] = []
        let towerReader = TowerReader(weights: reader, kernels: kernels, packed: packed)
        for layer in 0..<text.layers {
            blocks.append(try TextBlock(towerReader, layer: layer, width: width))
        }
        self.blocks = blocks
        finalNorm = try reader.norm("ln_final", width: width)
        let matrix = try reader.tensor("text_projection", [width, dimension])
        projection = FloatTensor(shape: [dimension, width]) { matrix[$0 % width * dimension + $0 / width] }
    }

    /// Working memory for this tower; each thread needs its own.
    public func makeScratch() -> TextScratch { TextScratch(configuration, embedDimension: embedDimension) }

    /// Every product with its name.
    var products: [(key: String, product: PackedLinear)] {
        blocks.enumerated().flatMap { $1.products(layer: $0) }
    }

    /// One text's projection, not yet of unit length.
    ///
    /// - Parameters:
    ///   - tokens: ids with their start and end; the end token is the first of the largest id, as open_clip
    ///     takes it. Padding after it may be there or not.
    ///   - scratch: from ``makeScratch()`` of this tower.
    /// - Returns: shape `[embedDimension]`.
    /// - Throws: ``EncodeError/noTokens``, ``EncodeError/tooManyTokens(count:limit:)``,
    ///   ``EncodeError/unknownToken(id:vocabularySize:)``.
    /// - Complexity: O(tokens up to the end token).
    public func project(_ tokens: [Int], scratch: TextScratch) throws(EncodeError) -> [Float] {
        forward([try upToEnd(tokens)], scratch: scratch, tap: nil)[0]
    }

    /// The texts' projections in order, several together: the same bits as one at a time.
    ///
    /// - Throws: as ``project(_:scratch:)``.
    public func project(_ texts: [[Int]]) throws(EncodeError) -> [[Float]] {
        let scratch = makeScratch()
        var needed: [[Int]] = []
        for tokens in texts { needed.append(try upToEnd(tokens)) }
        var projections = [[Float]](repeating: [], count: texts.count)
        for places in batches(lengths: needed.map(\.count)) {
            let found = forward(places.map { needed[$0] }, scratch: scratch, tap: nil)
            for (place, projection) in zip(places, found) { projections[place] = projection }
        }
        return projections
    }

    /// One text's projection, with every step shown.
    package func project(
        _ tokens: [Int], scratch: TextScratch, tap: TextTap
    ) throws(EncodeError) -> [Float] {
        let needed = try upToEnd(tokens)
        return withoutActuallyEscaping(tap) { forward([needed], scratch: scratch, tap: $0)[0] }
    }

    /// Texts one below the other: the products see their tokens as rows of one matrix.
    private func forward(_ texts: [[Int]], scratch: TextScratch, tap: TextTap?) -> [[Float]] {
        let (lengths, width) = (texts.map(\.count), configuration.width)
        var rows = 0
        for tokens in texts {
            kernels.embed(
                tokens, table: tokenTable, positions: positions, into: scratch.stream, firstRow: rows)
            rows += tokens.count
        }
        for (layer, block) in blocks.enumerated() {
            block.run(lengths: lengths, heads: configuration.heads, scratch: scratch, kernels: kernels)
            tap?(.block(layer), scratch.stream.prefix(rows * width))
        }
        finalNorm.apply(
            scratch.stream, rows: rows, epsilon: Self.epsilon, kernels: kernels, into: scratch.last)
        tap?(.finalNorm, scratch.last.prefix(rows * width))
        var end = 0
        return lengths.map { tokens in
            end += tokens
            kernels.project(scratch.last, row: end - 1, weights: projection, into: scratch.projection)
            return scratch.projection.prefix(embedDimension)
        }
    }
}
