internal import EchoTensor

extension TextTower {
    /// How many texts of so many tokens go through together; a product of OpenBLAS's depends on the number of rows,
    /// so with it one at a time.
    func batchSize(tokens: Int) -> Int {
        kernels.instructions == .portable ? 1 : max(1, TextScratch.batchTokens / max(1, tokens))
    }

    /// The places of texts that go through together.
    func batches(_ texts: [[Int]]) -> [[Int]] {
        let byLength = Dictionary(grouping: texts.indices) { texts[$0].count }
        return byLength.keys.sorted().flatMap { length in
            let places = byLength[length] ?? []
            let size = batchSize(tokens: length)
            return stride(from: 0, to: places.count, by: size).map {
                Array(places[$0..<min(places.count, $0 + size)])
            }
        }
    }

    /// The tokens that count: up to the end token, which is the first of the largest id.
    func upToEnd(_ tokens: [Int]) throws(EncodeError) -> [Int] {
        guard let largest = tokens.max(), let end = tokens.firstIndex(of: largest) else { throw .noTokens }
        guard tokens.count <= configuration.contextLength else {
            throw .tooManyTokens(count: tokens.count, limit: configuration.contextLength)
        }
        for id in tokens where !(0..<configuration.vocabularySize).contains(id) {
            throw .unknownToken(id: id, vocabularySize: configuration.vocabularySize)
        }
        return Array(tokens[...end])
    }
}
