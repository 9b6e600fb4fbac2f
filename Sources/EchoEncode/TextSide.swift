internal import EchoCore
internal import EchoTensor
internal import Synchronization

/// The half of a model that reads text, loaded when the first text comes: many runs have none.
final class TextSide: Sendable {
    private let packing: TowerPacking
    private let tower = Mutex<TextTower?>(nil)
    private let tokenizer = Mutex<Tokenizer?>(nil)

    init(_ packing: TowerPacking) { self.packing = packing }

    private func loadedTower() throws -> TextTower {
        try tower.withLock { held in
            if let held { return held }
            guard packing.installed.manifest.configuration.text != nil else { throw textless }
            let new = try packing.text()
            held = new
            return new
        }
    }

    private func loadedTokenizer() throws -> Tokenizer {
        try tokenizer.withLock { held in
            if let held { return held }
            guard let shape = packing.installed.manifest.configuration.text,
                let new = try Tokenizer.load(
                    folder: packing.installed.folder, contextLength: shape.contextLength)
            else { throw textless }
            held = new
            return new
        }
    }

    private var textless: EncodeError { .textless(model: packing.installed.manifest.name) }

    /// Tokenizes, and puts texts together.
    func batches(of texts: [String]) throws -> [TextBatch] {
        let (tokenizer, tower) = try (loadedTokenizer(), loadedTower())
        let items = try texts.enumerated().map {
            TextBatch.Item(place: $0, text: $1, tokens: try tokenizer.tokenize($1))
        }
        let lengths = try items.map { try tower.upToEnd($0.tokens.ids.map(Int.init)).count }
        return tower.batches(lengths: lengths).map { places in TextBatch(items: places.map { items[$0] }) }
    }

    func embed(_ batch: TextBatch) throws -> [(place: Int, embedding: TextEmbedding)] {
        let projections = try loadedTower().project(batch.items.map { $0.tokens.ids.map(Int.init) })
        return try zip(batch.items, projections).map { item, projection in
            let tokens = item.tokens
            return (
                item.place,
                TextEmbedding(
                    text: item.text, tokens: tokens.ids, droppedTokens: tokens.droppedTokens,
                    coverage: tokens.coverage, rareTokenShare: tokens.rareTokenShare,
                    embedding: try Embedding(normalizing: projection))
            )
        }
    }

    func project(_ tokens: [[Int]]) throws -> [[Float]] { try loadedTower().project(tokens) }
}
