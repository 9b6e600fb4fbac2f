internal import EchoTensor

extension TextTower {
    /// The places of texts that go through together: as many in a row as have room.
    ///
    /// A product of OpenBLAS's depends on the number of rows, so with it one at a time.
    ///
    /// - Parameter lengths: tokens of each text, up to the end token.
    func batches(lengths: [Int]) -> [[Int]] {
        guard kernels.instructions != .portable else { return lengths.indices.map { [$0] } }
        var (batches, rows) = ([[Int]](), 0)
        for (place, tokens) in lengths.enumerated() {
            if batches.isEmpty || rows + tokens > TextScratch.batchTokens {
                batches.append([])
                rows = 0
            }
            batches[batches.count - 1].append(place)
            rows += tokens
        }
        return batches
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
